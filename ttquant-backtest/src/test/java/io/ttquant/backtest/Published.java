package io.ttquant.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.Orders;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.backtest.data.BarColumns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Published results and what it takes to run them. */
final class Published {
    private Published() {}

    /** A file of the published results, with exact decimals. */
    static JsonNode json(String name) {
        try {
            return new ObjectMapper()
                    .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(Files.readString(SharedData.file("reference/" + name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long nanos(String date) {
        return io.ttquant.api.time.EpochNanos.of(
                LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** The first bars of a series, of another instrument with the same price scale. */
    static BarColumns first(BarColumns bars, int count, Instrument instrument) {
        BarColumns.Builder some = BarColumns.builder(instrument, bars.spec());
        for (int i = 0; i < Math.min(count, bars.size()); i++) {
            some.add(
                    bars.tsOpen(i),
                    bars.tsClose(i),
                    bars.rawOpen(i),
                    bars.rawHigh(i),
                    bars.rawLow(i),
                    bars.rawClose(i),
                    bars.rawVolume(i));
        }
        return some.build();
    }

    /** A strategy that a test writes down: what it does after each daily bar, counted from 0, and after each fill. */
    abstract static class Script extends Strategy {
        private final Instrument instrument;
        private int bar = -1;

        Script(Instrument instrument) {
            this.instrument = instrument;
        }

        abstract void after(int bar, Bar b);

        void filled(Fill fill) {}

        OrderBuilder buy(int quantity) {
            return orders().buy(instrument).rawQuantity(quantity).market();
        }

        OrderBuilder sell(int quantity) {
            return orders().sell(instrument).rawQuantity(quantity).market();
        }

        Orders all() {
            return orders();
        }

        boolean isFlat() {
            return position(instrument.id()).isFlat();
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBars(instrument.id(), BarSpec.days(1));
        }

        @Override
        protected void onBar(Bar b) {
            after(++bar, b);
        }

        @Override
        protected void onFill(Fill fill) {
            filled(fill);
        }
    }
}
