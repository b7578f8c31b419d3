package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.request.Fields;

/** Which order is meant: by the venue's id, or by ours. */
record OrderRef(String symbol, long orderId, String clientId) {
    static OrderRef ofClient(String symbol, String clientId) {
        return new OrderRef(symbol, -1, clientId);
    }

    static OrderRef of(String symbol, long orderId) {
        return new OrderRef(symbol, orderId, "");
    }

    void write(Fields f) {
        write(f, "orderId", "origClientOrderId");
    }

    void write(Fields f, String idName, String clientName) {
        f.text("symbol", symbol);
        writeId(f, idName, clientName);
    }

    void writeId(Fields f, String idName, String clientName) {
        if (orderId >= 0) {
            f.number(idName, orderId);
        } else {
            BinanceOrderFields.checkId(clientId);
            f.text(clientName, clientId);
        }
    }
}
