package io.ttquant.exchanges.binance.session;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/** An order at the fake venue. */
final class FakeOrder {
    final long id;
    final String clientId;
    final String symbol;
    final String side;
    final String type;
    final String price;
    final String trigger;
    BigDecimal quantity;
    final long millis;
    final boolean isAlgo;
    BigDecimal filled = BigDecimal.ZERO;
    String status = "NEW";
    String childId = "";

    FakeOrder(long id, Map<String, String> p, long millis, boolean isAlgo) {
        this.id = id;
        this.clientId = p.getOrDefault(isAlgo ? "clientAlgoId" : "newClientOrderId", "web_" + id);
        this.symbol = p.get("symbol");
        this.side = p.get("side");
        this.type = p.get("type");
        this.price = p.getOrDefault("price", "0");
        this.trigger = p.getOrDefault("triggerPrice", p.getOrDefault("stopPrice", "0"));
        this.quantity = new BigDecimal(p.getOrDefault("quantity", "0"));
        this.millis = millis;
        this.isAlgo = isAlgo;
    }

    boolean isOpen() {
        return status.equals("NEW") || status.equals("PARTIALLY_FILLED");
    }

    String json() {
        if (isAlgo) {
            return String.format(
                    Locale.ROOT,
                    "{\"algoId\":%d,\"clientAlgoId\":\"%s\",\"algoType\":\"CONDITIONAL\",\"orderType\":\"%s\",\"symbol\":\"%s\","
                            + "\"side\":\"%s\",\"positionSide\":\"BOTH\",\"timeInForce\":\"GTC\",\"quantity\":\"%s\",\"algoStatus\":\"%s\","
                            + "\"triggerPrice\":\"%s\",\"price\":\"%s\",\"actualOrderId\":\"%s\",\"createTime\":%d,\"updateTime\":%d}",
                    id,
                    clientId,
                    type,
                    symbol,
                    side,
                    quantity,
                    status,
                    trigger,
                    price,
                    childId,
                    millis,
                    millis);
        }
        return String.format(
                Locale.ROOT,
                "{\"symbol\":\"%s\",\"orderId\":%d,\"clientOrderId\":\"%s\",\"price\":\"%s\",\"origQty\":\"%s\",\"executedQty\":\"%s\","
                        + "\"cummulativeQuoteQty\":\"0\",\"status\":\"%s\",\"timeInForce\":\"GTC\",\"type\":\"%s\",\"side\":\"%s\","
                        + "\"stopPrice\":\"%s\",\"time\":%d,\"updateTime\":%d}",
                symbol,
                id,
                clientId,
                price,
                quantity,
                filled,
                status,
                type,
                side,
                trigger,
                millis,
                millis);
    }
}
