package io.ttquant.exchanges.binance.session;

/** On futures. */
class UsdmCancelOvertakesTest extends BinanceCancelOvertakesCases {
    UsdmCancelOvertakesTest() {
        super(false);
    }

    @Override
    protected String cancel() {
        return "DELETE /fapi/v1/order";
    }

    @Override
    protected String trade(long id) {
        return "{\"stream\":\"btcusdt@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"E\":1700000000000,\"s\":\"BTCUSDT\",\"a\":"
                + id + ",\"p\":\"100.0\",\"q\":\"0.500\",\"f\":1,\"l\":1,\"T\":1700000000000,\"m\":true}}";
    }
}
