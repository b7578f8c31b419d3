package io.ttquant.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.AccountSnapshot.HeldPosition;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.Inheritance;
import io.ttquant.core.engine.Inheritance.OwnPosition;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Meters of profit count from the start of the engine, whatever strategies have back of earlier ones. */
class ProfitAfterRestartTest {
    private static final Currency USD = Currency.of("USD", 2);

    private static Instrument swap(String symbol) {
        return Instrument.perpetual(InstrumentId.parse("sim:" + symbol), Currency.of(symbol), USD)
                .tick("1")
                .lot("1")
                .build();
    }

    private static final Instrument HELD = swap("HELD");
    private static final Instrument FLAT = swap("FLAT");

    private final Trader trader = new Trader();
    private final EngineMetrics metrics = EngineMetrics.of(
            "sim", "live", new MetricsOptions(Duration.ofSeconds(10), Duration.ofMinutes(10), 50), () -> 1);

    private static final class Trader extends Strategy {
        Order buy(Instrument instrument) {
            return orders().buy(instrument).rawQuantity(2).market().submit();
        }

        Order sell(Instrument instrument) {
            return orders().sell(instrument).rawQuantity(2).market().submit();
        }

        @Override
        protected void onStart(StrategyContext context) {}
    }

    private static final class Silent implements ExecutionSession {
        @Override
        public Set<Capability> capabilities() {
            return EnumSet.allOf(Capability.class);
        }

        @Override
        public void submit(Order order) {}

        @Override
        public void cancel(Order order) {}

        @Override
        public void amend(Order order, Amendment amendment) {}
    }

    private Engine engine(OwnPosition... positions) {
        Engine built = metrics.into(Engine.builder()
                        .instrument(HELD)
                        .instrument(FLAT)
                        .reporting(USD)
                        .strategy("grid", trader)
                        .execute(new Silent())
                        .inherit(new Inheritance(List.of(positions), List.of(), Map.of()))
                        .openAccount(new AccountSnapshot(
                                List.of(new Balance(USD, 10_000_00, 0)),
                                List.of(new HeldPosition(HELD.id(), PositionSide.NET, 2, new BigDecimal("100"))),
                                List.of(),
                                PositionMode.NETTING,
                                1)))
                .build();
        metrics.of(built);
        built.start(0);
        metrics.started();
        built.live().trading(true, "all is up");
        price(built, 100);
        return built;
    }

    private static void price(Engine engine, long price) {
        long now = engine.clock().nanos() + 1;
        for (Instrument instrument : List.of(HELD, FLAT)) {
            engine.instrument(instrument.id()).trade(now, now, price, 1, AggressorSide.NONE);
        }
    }

    private static OwnPosition own(Instrument instrument, long quantity, long rawRealized) {
        return new OwnPosition(
                "grid",
                instrument.id(),
                PositionSide.NET,
                quantity,
                new BigDecimal(quantity == 0 ? "0" : "100"),
                rawRealized);
    }

    private static void fill(Engine engine, Order order, long tradeId, long price) {
        engine.live()
                .filled(
                        order,
                        tradeId,
                        price,
                        2,
                        50,
                        USD,
                        LiquiditySide.TAKER,
                        FillReason.EXCHANGE,
                        engine.clock().nanos());
    }

    private void shows(double realized, double unrealized, double profit) {
        metrics.sample();
        Shown shown = new Shown(metrics.metrics());
        assertThat(shown.value(PortfolioMeters.REALIZED, "strategy", "grid")).isCloseTo(realized, within(1e-9));
        assertThat(shown.value(PortfolioMeters.UNREALIZED, "strategy", "grid")).isCloseTo(unrealized, within(1e-9));
        assertThat(shown.value(PortfolioMeters.PROFIT, "strategy", "grid")).isCloseTo(profit, within(1e-9));
    }

    @Test
    void whatWasRealisedBeforeIsNoneOfTheProfitOfNow() {
        Engine engine = engine(own(HELD, 2, -500_00), own(FLAT, 0, 100_00));
        shows(0, 0, 0);
        price(engine, 103);
        shows(0, 6, 6);

        fill(engine, trader.sell(HELD), 1, 103);
        shows(6, 0, 5.5);
        fill(engine, trader.buy(FLAT), 2, 103);
        fill(engine, trader.sell(FLAT), 3, 101);
        shows(2, 0, 0.5);
        assertThat(engine.ledger().position("grid", FLAT).rawRealized())
                .as("which strategies and the store see")
                .isEqualTo(96_00);
    }
}
