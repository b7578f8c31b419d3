package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.order.Reach;
import io.ttquant.core.portfolio.InstrumentMark;
import io.ttquant.core.risk.InstrumentScope;
import io.ttquant.core.risk.RiskScope;
import org.jspecify.annotations.Nullable;

/** The positions of a strategy or of the account in one instrument, each with its limits: one in netting mode, two in hedge mode. */
final class ScopeLegs {
    private final RiskScope scope;
    private final Instrument instrument;
    private final InstrumentMark mark;
    private final @Nullable InstrumentScope[] legs = new InstrumentScope[PositionSide.values().length];

    ScopeLegs(RiskScope scope, Instrument instrument, InstrumentMark mark) {
        this.scope = scope;
        this.instrument = instrument;
        this.mark = mark;
    }

    InstrumentScope scope(PositionSide side) {
        InstrumentScope known = legs[side.ordinal()];
        if (known == null) {
            known = new InstrumentScope(scope, new Reach(instrument, mark, scope.reaches()), this::openOrders);
            legs[side.ordinal()] = known;
        }
        return known;
    }

    Reach reach(PositionSide side) {
        return scope(side).reach();
    }

    int openOrders() {
        int orders = 0;
        for (InstrumentScope leg : legs) {
            orders += leg == null ? 0 : leg.reach().openOrders();
        }
        return orders;
    }
}
