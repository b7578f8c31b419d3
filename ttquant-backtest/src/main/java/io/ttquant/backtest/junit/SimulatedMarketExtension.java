package io.ttquant.backtest.junit;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** What stands behind {@link SimulatedMarket}. */
final class SimulatedMarketExtension implements ParameterResolver, TestExecutionExceptionHandler {
    private static final Namespace NAMESPACE = Namespace.create(SimulatedMarketExtension.class);

    /** What the runs of a test did. */
    private static final class Runs {
        private final List<List<String>> all = new ArrayList<>();
        private @Nullable SimulatedClock clock;

        /** The one clock of a test, from when it is asked for. */
        SimulatedClock clock() {
            SimulatedClock its = clock == null ? SimulatedClock.at(WrittenMarket.START) : clock;
            clock = its;
            return its;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return isClock(type) || type == WrittenMarket.class || type == BacktestRunner.class || type == Instrument.class;
    }

    private static boolean isClock(Class<?> type) {
        return type == SimulatedClock.class || type == Clock.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        SimulatedMarket settings = settings(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == BacktestRunner.class) {
            return runner(settings, runs(context));
        }
        if (isClock(type)) {
            return runs(context).clock();
        }
        Instrument instrument = instrument(settings);
        return type == Instrument.class
                ? instrument
                : WrittenMarket.of(instrument).every(BarSpec.parse(settings.bars()));
    }

    static Instrument instrument(SimulatedMarket settings) {
        return Instrument.spot(settings.instrument(), settings.base(), settings.quote())
                .tick(settings.tick())
                .lot(settings.lot())
                .build();
    }

    private static BacktestRunner runner(SimulatedMarket settings, Runs runs) {
        BacktestRunner runner = BacktestRunner.DEFAULT
                .fees(settings.makerFee(), settings.takerFee())
                .clock(() -> Optional.ofNullable(runs.clock))
                .told(runs.all::add);
        for (String cash : settings.cash()) {
            runner = runner.cash(cash);
        }
        return runner;
    }

    /** Of the method if it has its own, else of the class or the class around it. */
    static SimulatedMarket settings(ExtensionContext context) {
        for (Optional<ExtensionContext> at = Optional.of(context);
                at.isPresent();
                at = at.get().getParent()) {
            Optional<SimulatedMarket> found =
                    at.get().getElement().map(element -> element.getAnnotation(SimulatedMarket.class));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new IllegalStateException("@SimulatedMarket is missing; put it on the test class or the method");
    }

    private static Runs runs(ExtensionContext context) {
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(Runs.class, key -> new Runs(), Runs.class);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        String message = failure.getMessage();
        if (message == null || !message.contains("What happened, in order")) {
            for (List<String> run : runs(context).all) {
                failure.addSuppressed(new WhatHappened(run));
            }
        }
        throw failure;
    }
}
