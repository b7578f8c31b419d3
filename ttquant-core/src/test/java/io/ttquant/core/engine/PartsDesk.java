package io.ttquant.core.engine;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.Orders;
import java.util.function.UnaryOperator;

/** An engine at an exchange whose every answer is said by hand. */
final class PartsDesk {
    final PartsVenue venue;
    final Script script = new Script();
    final Engine engine;
    final Instrument instrument;
    private long trades;

    PartsDesk(Instrument instrument, Capability... missing) {
        this(instrument, builder -> builder, missing);
    }

    PartsDesk(Instrument instrument, UnaryOperator<EngineBuilder> more, Capability... missing) {
        this.instrument = instrument;
        this.venue = new PartsVenue(missing);
        this.engine = more.apply(Engine.builder()
                        .instrument(instrument)
                        .reporting(Lab.USD)
                        .startBalance(Lab.USD, 100_000_00)
                        .strategy("s", script)
                        .execute(venue))
                .build();
    }

    Orders orders() {
        engine.start(0);
        engine.advanceTo(0);
        price(100);
        return script.desk();
    }

    void price(long rawPrice) {
        long now = engine.clock().nanos() + 1;
        engine.instrument(instrument.id()).trade(now, now, rawPrice, 1, AggressorSide.NONE);
    }

    /** A buy of 10 at 95, to be left at 105 or 90. */
    OrderGroup bracket(Orders orders) {
        return orders.bracket(
                orders.buy(instrument).lots(10).limit(95),
                orders.sell(instrument).limit(105).tag("out"),
                orders.sell(instrument).stop(90).tag("out"));
    }

    void accept(Order order) {
        engine.reports().accepted(order, 2);
    }

    void fill(Order order, long rawQuantity) {
        engine.reports()
                .filled(order, ++trades, 100, rawQuantity, 0, Lab.USD, LiquiditySide.MAKER, FillReason.EXCHANGE, 3);
    }

    void canceled(Order order) {
        engine.reports().canceled(order, "", 4);
    }

    long position() {
        return engine.ledger().position("s", instrument).rawQuantity();
    }
}
