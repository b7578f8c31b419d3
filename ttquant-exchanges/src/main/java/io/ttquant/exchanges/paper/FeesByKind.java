package io.ttquant.exchanges.paper;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.FeeModel;

/** One fee model for spot, another for derivatives. */
record FeesByKind(FeeModel spot, FeeModel derivatives) implements FeeModel {
    private FeeModel of(Instrument instrument) {
        return instrument.kind().isDerivative() ? derivatives : spot;
    }

    @Override
    public long rawFee(Instrument instrument, Side side, LiquiditySide liquidity, long rawPrice, long rawQuantity) {
        return of(instrument).rawFee(instrument, side, liquidity, rawPrice, rawQuantity);
    }

    @Override
    public Currency currency(Instrument instrument, Side side) {
        return of(instrument).currency(instrument, side);
    }

    @Override
    public String describe() {
        return "spot: " + spot.describe() + "; derivatives: " + derivatives.describe();
    }
}
