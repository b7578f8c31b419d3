package io.ttquant.exchanges.binance.session;

/** On Spot. */
class SpotCancelOvertakesTest extends BinanceCancelOvertakesCases {
    SpotCancelOvertakesTest() {
        super(true);
    }

    @Override
    protected String cancel() {
        return "DELETE /api/v3/order";
    }

    @Override
    protected String trade(long id) {
        return "{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1700000000000,\"s\":\"BTCUSDT\",\"t\":"
                + id + ",\"p\":\"100.0\",\"q\":\"0.500\",\"T\":1700000000000,\"m\":true}}";
    }
}
