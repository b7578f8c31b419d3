package io.ttquant.backtest.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.backtest.Walk;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SimulatedMarket(
        instrument = "demo:ETHEUR",
        base = "ETH",
        quote = "EUR",
        tick = "0.5",
        lot = "0.1",
        bars = "5m",
        cash = "70 EUR")
class SimulatedMarketTest {
    @Test
    void whatTheAnnotationSaysIsInjected(WrittenMarket market, BacktestRunner runner, Instrument instrument) {
        assertThat(instrument.id()).hasToString("demo:ETHEUR");
        assertThat(market.instrument()).isEqualTo(instrument);
        assertThat(market.bars("100.5").data().bars().get(0).spec()).isEqualTo(BarSpec.minutes(5));
        TestRun run = runner.run(new Script(instrument.id()), market.closes("100"));
        assertThat(run.result().startEquity()).isEqualTo(70);
        assertThat(run.result().reporting().code()).isEqualTo("EUR");
    }

    @Test
    @SimulatedMarket(cash = "5 USDT")
    void anAnnotationOfTheMethodComesFirst(Instrument instrument) {
        assertThat(instrument.id()).isEqualTo(InstrumentId.parse("test:BTCUSDT"));
    }

    @Nested
    class ANestedClass {
        @Test
        void takesTheMarketOfTheClassAroundIt(Instrument instrument) {
            assertThat(instrument.quote().code()).isEqualTo("EUR");
        }
    }

    static Stream<Named<MarketData>> shapes() {
        return DataSets.shapes(Walk.BTC);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aTestIsRepeatedOverDataSets(MarketData data) {
        assertThat(data.bars()).hasSizeGreaterThan(5);
        TestRun run = BacktestRunner.DEFAULT.run(Walk.turns(Walk.BTC, BarSpec.minutes(1), 2, "1"), data);
        assertThat(run.result().fills()).isNotEmpty();
    }

    /** Another method's parameters, to be resolved by hand. */
    @SuppressWarnings("unused")
    void takes(BacktestRunner runner) {}

    @Test
    @SuppressWarnings("unchecked")
    void theRunsOfATestAreAttachedToItsFailureHoweverItFails() throws Exception {
        Map<Object, Object> kept = new HashMap<>();
        ExtensionContext.Store store = fake(
                ExtensionContext.Store.class,
                (method, args) -> kept.computeIfAbsent(args[0], ((Function<Object, Object>) args[1])::apply));
        ExtensionContext context = fake(
                ExtensionContext.class,
                (method, args) -> method.equals("getStore") ? store : Optional.of(SimulatedMarketTest.class));
        Parameter parameter = SimulatedMarketTest.class.getDeclaredMethod("takes", BacktestRunner.class)
                .getParameters()[0];
        SimulatedMarketExtension extension = new SimulatedMarketExtension();
        BacktestRunner runner = (BacktestRunner)
                extension.resolveParameter(fake(ParameterContext.class, (method, args) -> parameter), context);
        runner.cash("9 EUR")
                .run(new Script(Walk.BTC.id()), WrittenMarket.of(Walk.BTC).closes("100 101"));
        Exception failure = new IllegalStateException("something else");

        assertThatThrownBy(() -> extension.handleTestExecutionException(context, failure))
                .isSameAs(failure);

        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(failure.getSuppressed()[0])
                .hasMessageStartingWith("\nWhat happened, in order:\n  2024-01-01T00:00:00Z  strategy  starting\n");
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    @Test
    void whatARunDidCanBeAttachedToAnyFailure() {
        assertThat(new WhatHappened(List.of("t  strategy  running")))
                .hasMessage("\nWhat happened, in order:\n  t  strategy  running")
                .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    }
}
