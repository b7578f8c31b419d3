package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.Decimals;
import io.ttquant.api.money.Money;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.StrategyException;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Arguments and calls that the library refuses, each with its whole message. */
class MisuseRefusalsTest {
    private static final long START = EpochNanos.parse("2024-01-01T00:00:00Z");
    private static final long MINUTE = 60 * EpochNanos.SECOND;
    private static final Instrument BTC = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.001")
            .build();

    private static Arguments refused(ThrowingCallable call, String message) {
        return refused(message, call, IllegalArgumentException.class);
    }

    private static Arguments refused(String message, ThrowingCallable call, Class<? extends RuntimeException> type) {
        return Arguments.of(message, call, type);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                refused(
                        () -> InstrumentId.parse("BTCUSDT"),
                        "'BTCUSDT' is no instrument id; write venue:symbol, for example binance:BTCUSDT"),
                refused(
                        () -> InstrumentId.parse(":BTCUSDT"),
                        "':BTCUSDT' is no instrument id; write venue:symbol, for example binance:BTCUSDT"),
                refused(
                        () -> InstrumentId.of("a:b", "BTCUSDT"),
                        "'a:b:BTCUSDT' is no instrument id; write venue:symbol, for example binance:BTCUSDT"),
                refused(
                        () -> BarSpec.parse("5x"),
                        "'5x' is no bar size; write for example 1m, 4h, 1d, 1000tick, 50volume or 1000000value, with @mid for quotes"),
                refused(
                        () -> BarSpec.parse("5m@last"),
                        "'5m@last' is no bar size; write for example 1m, 4h, 1d, 1000tick, 50volume or 1000000value, with @mid for quotes"),
                refused(
                        () -> BarSpec.minutes(7),
                        "a bar of PT7M does not divide a day; use a step such as 1m, 5m, 15m, 1h, 4h or 1d"),
                refused(() -> BarSpec.ticks(0), "bar step 0 must be above zero; write for example 5m or 100tick"),
                refused(() -> Money.parse("250"), "'250' is no amount of money; write for example \"250 USDT\""),
                refused(() -> Money.parse("many USDT"), "'many' is not a decimal number; write for example 0.001"),
                refused(() -> Decimals.parse("1,5"), "'1,5' is not a decimal number; write for example 0.001"),
                refused(() -> Decimals.parse("NaN"), "'NaN' is not a decimal number; write for example 0.001"),
                refused(
                        () -> Currency.of("US-D"),
                        "currency code 'US-D' must be 1 to 20 upper-case letters or digits; write for example USDT"),
                refused(() -> Currency.of("USD", 19), "scale 19 of USD must be from 0 to 18"));
    }

    static Stream<Arguments> instruments() {
        return Stream.of(
                refused(
                        () -> BTC.toBuilder().tick("0").build(),
                        "instrument test:BTCUSDT: tick 0 must be above zero; set it from the venue's instrument list"),
                refused(
                        () -> BTC.toBuilder().lot("-0.001").build(),
                        "instrument test:BTCUSDT: lot -0.001 must be above zero; set it from the venue's instrument list"),
                refused(
                        () -> BTC.toBuilder().lot("0.000000001").build(),
                        "instrument test:BTCUSDT: lot 0.000000001 has more decimals than BTC keeps (8); use Currency.of(\"BTC\", 9)"),
                refused(
                        () -> BTC.toBuilder()
                                .maxPrice(Decimals.parse("1000000000"))
                                .maxQuantity(Decimals.parse("1000000"))
                                .build(),
                        "instrument test:BTCUSDT: its largest order, 1000000.000 at 1000000000.00, does not fit 64 bits at the 8 decimals of USDT; set maxNotional, or give the quote currency a smaller scale"));
    }

    static Stream<Arguments> runs() {
        return Stream.of(
                refused(
                        () -> Backtest.of(List.of()),
                        "a backtest needs data: give at least one stream of bars, trades or quotes"),
                refused(
                        () -> backtest().strategy("s", new Acting(s -> {})).strategy("s", new Acting(s -> {})),
                        "two strategies are named 's'; give each a name of its own"),
                refused(
                        () -> backtest().to(EpochNanos.toInstant(START)).run(),
                        "a backtest needs data: the streams hold no event before 2024-01-01T00:00:00Z; choose a later end, or give data from before it"),
                refused(
                        () -> backtest()
                                .from(EpochNanos.toInstant(START + 2 * MINUTE))
                                .to(EpochNanos.toInstant(START + MINUTE))
                                .run(),
                        "a backtest from 2024-01-01T00:02:00Z must end later than it starts, not at 2024-01-01T00:01:00Z; choose a later end or an earlier start"),
                refused(
                        () -> Engine.builder()
                                .strategy("s", new Acting(s -> {}))
                                .strategy("s", new Acting(s -> {})),
                        "two strategies are named 's'; give each a name of its own"),
                refused(
                        "an engine executes either in a simulated exchange or through a session; give exactly one",
                        () -> Engine.builder().instrument(BTC).build(),
                        IllegalStateException.class),
                refused(
                        "instrument test:ETHUSDT is not known to this engine; it knows [test:BTCUSDT]. Add it with EngineBuilder.instrument",
                        () -> Engine.builder()
                                .instrument(BTC)
                                .simulate(SimulationConfig.DEFAULT)
                                .build()
                                .instrument(InstrumentId.parse("test:ETHUSDT")),
                        IllegalArgumentException.class),
                refused(
                        "Acting is not started yet; use its context from onStart on",
                        () -> new Acting(s -> {}).buy(BTC.id()),
                        IllegalStateException.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"texts", "instruments", "runs"})
    void isRefusedWithAMessageOfValueRuleAndRemedy(
            String message, ThrowingCallable call, Class<? extends RuntimeException> type) {
        assertThatThrownBy(call).isInstanceOf(type).hasMessage(message);
    }

    static Stream<Arguments> callbacks() {
        return Stream.of(
                acting(
                        (s, other) -> s.buy(InstrumentId.parse("test:ETHUSDT")),
                        "instrument test:ETHUSDT is not known to this engine; it knows [test:BTCUSDT]. Add it with EngineBuilder.instrument"),
                acting(
                        (s, other) -> s.repeat(Duration.ZERO),
                        "timer period PT0S must be above zero; give for example Duration.ofMinutes(1)"),
                acting(
                        (s, other) -> s.cancel(other.bought),
                        "order ID is not one of strategy s; a strategy cancels and amends its own orders only"),
                acting(
                        (s, other) -> s.amend(other.bought),
                        "order ID is not one of strategy s; a strategy cancels and amends its own orders only"));
    }

    private static Arguments acting(BiConsumer<Acting, Acting> action, String message) {
        return Arguments.of(message, action);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("callbacks")
    void endsTheRunWithItsReason(String message, BiConsumer<Acting, Acting> action) {
        Acting other = new Acting(o -> o.bought = o.buy(BTC.id()));
        Acting s = new Acting(me -> action.accept(me, other));

        assertThatThrownBy(() ->
                        backtest().strategy("other", other).strategy("s", s).run())
                .isInstanceOf(StrategyException.class)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .extracting(cause -> cause.getMessage().replaceAll("order \\S+ is", "order ID is"))
                .isEqualTo(message);
    }

    private static Backtest backtest() {
        BarColumns.Builder bars = BarColumns.builder(BTC, BarSpec.minutes(1));
        for (int i = 0; i < 5; i++) {
            bars.add(START + i * MINUTE, START + (i + 1) * MINUTE, 100_00, 100_00, 100_00, 100_00, 1000);
        }
        return Backtest.of(List.of(bars.build().source()));
    }

    /** Does one thing with every bar. */
    private static final class Acting extends Strategy {
        private final Consumer<Acting> action;
        private Order bought;

        private Acting(Consumer<Acting> action) {
            this.action = action;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBars(BTC.id(), BarSpec.minutes(1));
        }

        @Override
        protected void onBar(Bar bar) {
            action.accept(this);
        }

        private Order buy(InstrumentId instrument) {
            return orders().buy(instrument).quantity("1").limit("50").submit();
        }

        private void cancel(Order order) {
            orders().cancel(order);
        }

        private void amend(Order order) {
            orders().amend(order, Amendment.ofQuantity(2_000));
        }

        private void repeat(Duration period) {
            context().timers().every("again", period);
        }
    }
}
