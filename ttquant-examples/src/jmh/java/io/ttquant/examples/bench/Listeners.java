package io.ttquant.examples.bench;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;

/** Strategies of three more classes, to run before a measurement: the call sites of the JVM have then seen other strategies. */
final class Listeners {
    private Listeners() {}

    /** Adds up prices. */
    static final class Adder extends Strategy {
        private final Instrument instrument;
        private double sum;

        Adder(Instrument instrument) {
            this.instrument = instrument;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeTrades(instrument.id());
            ctx.subscribeBars(instrument.id(), BarSpec.minutes(1));
        }

        @Override
        protected void onTrade(Trade trade) {
            sum += trade.price();
        }

        @Override
        protected void onBar(Bar bar) {
            sum += bar.high();
        }

        double sum() {
            return sum;
        }
    }

    /** Keeps the last event. */
    static final class Keeper extends Strategy {
        private final Instrument instrument;
        private Object last = "";

        Keeper(Instrument instrument) {
            this.instrument = instrument;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeTrades(instrument.id());
            ctx.subscribeBars(instrument.id(), BarSpec.minutes(1));
        }

        @Override
        protected void onTrade(Trade trade) {
            last = trade;
        }

        @Override
        protected void onBar(Bar bar) {
            last = bar;
        }

        Object last() {
            return last;
        }
    }

    /** Finds the widest bar and the largest trade. */
    static final class Finder extends Strategy {
        private final Instrument instrument;
        private long widest;

        Finder(Instrument instrument) {
            this.instrument = instrument;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeTrades(instrument.id());
            ctx.subscribeBars(instrument.id(), BarSpec.minutes(1));
        }

        @Override
        protected void onTrade(Trade trade) {
            widest = Math.max(widest, trade.rawQuantity());
        }

        @Override
        protected void onBar(Bar bar) {
            widest = Math.max(widest, bar.rawHigh() - bar.rawLow());
        }

        long widest() {
            return widest;
        }
    }
}
