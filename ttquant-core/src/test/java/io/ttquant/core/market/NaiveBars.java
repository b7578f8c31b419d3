package io.ttquant.core.market;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.market.Instrument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Bars made the plain way: lists of prints are grouped, and each group is looked through for its four prices. */
public final class NaiveBars {
    private NaiveBars() {}

    /** A price at a time. */
    public record Print(long tsEvent, long tsInit, BigDecimal price, BigDecimal quantity) {}

    /** A bar of decimals. */
    public record PlainBar(
            long tsOpen,
            long tsEvent,
            long tsInit,
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            BigDecimal volume) {}

    /** Intervals of time that began and ended; the interval of the last print counts as ended. */
    public static List<PlainBar> byTime(List<Print> prints, long step) {
        Map<Long, List<Print>> intervals = new TreeMap<>();
        for (Print print : prints) {
            intervals
                    .computeIfAbsent(Math.floorDiv(print.tsEvent(), step), k -> new ArrayList<>())
                    .add(print);
        }
        List<PlainBar> bars = new ArrayList<>();
        intervals.forEach((index, group) -> {
            long end = (index + 1) * step;
            bars.add(bar(index * step, end, end, group));
        });
        return bars;
    }

    /** Groups that end with the print that completes them; what is left at the end is no bar. */
    public static List<PlainBar> byGroup(List<Print> prints, Predicate<List<Print>> isComplete) {
        List<PlainBar> bars = new ArrayList<>();
        List<Print> group = new ArrayList<>();
        for (Print print : prints) {
            group.add(print);
            if (isComplete.test(group)) {
                bars.add(bar(group.get(0).tsEvent(), print.tsEvent(), print.tsInit(), group));
                group = new ArrayList<>();
            }
        }
        return bars;
    }

    /** Each print cut into prints of one unit. */
    public static List<Print> cut(List<Print> prints, BigDecimal unit) {
        List<Print> units = new ArrayList<>();
        for (Print print : prints) {
            for (int n = print.quantity().divide(unit).intValueExact(); n > 0; n--) {
                units.add(new Print(print.tsEvent(), print.tsInit(), print.price(), unit));
            }
        }
        return units;
    }

    /** Coarser bars of finer ones. A first one that lacks its beginning is no bar; a last one that lacks its end counts as ended. */
    public static List<PlainBar> ofBars(List<PlainBar> finer, long step) {
        Map<Long, List<PlainBar>> intervals = new TreeMap<>();
        for (PlainBar bar : finer) {
            intervals
                    .computeIfAbsent(Math.floorDiv(bar.tsOpen(), step), k -> new ArrayList<>())
                    .add(bar);
        }
        List<PlainBar> bars = new ArrayList<>();
        intervals.forEach((index, group) -> {
            PlainBar last = group.get(group.size() - 1);
            long end = (index + 1) * step;
            long tsInit = last.tsEvent() == end ? Math.max(last.tsInit(), end) : end;
            bars.add(new PlainBar(
                    index * step,
                    end,
                    tsInit,
                    group.get(0).open(),
                    group.stream().map(PlainBar::high).reduce(BigDecimal::max).orElseThrow(),
                    group.stream().map(PlainBar::low).reduce(BigDecimal::min).orElseThrow(),
                    last.close(),
                    group.stream().map(PlainBar::volume).reduce(BigDecimal.ZERO, BigDecimal::add)));
        });
        if (!finer.isEmpty() && finer.get(0).tsOpen() % step != 0) {
            bars.remove(0);
        }
        return bars;
    }

    private static PlainBar bar(long tsOpen, long tsEvent, long tsInit, List<Print> group) {
        List<BigDecimal> prices = group.stream().map(Print::price).toList();
        return new PlainBar(
                tsOpen,
                tsEvent,
                tsInit,
                prices.get(0),
                prices.stream().reduce(BigDecimal::max).orElseThrow(),
                prices.stream().reduce(BigDecimal::min).orElseThrow(),
                prices.get(prices.size() - 1),
                sum(group));
    }

    static BigDecimal sum(List<Print> group) {
        return group.stream().map(Print::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Collects what an aggregator gives, as decimals. */
    public static final class Collected implements BarSink {
        public final List<PlainBar> bars = new ArrayList<>();
        private final Instrument instrument;

        public Collected(Instrument instrument) {
            this.instrument = instrument;
        }

        @Override
        public void open(long tsOpen, long rawOpen) {
            throw new IllegalStateException("an aggregator announces no open");
        }

        @Override
        public void bar(
                long tsOpen,
                long tsEvent,
                long tsInit,
                long rawOpen,
                long rawHigh,
                long rawLow,
                long rawClose,
                long rawVolume) {
            bars.add(new PlainBar(
                    tsOpen,
                    tsEvent,
                    tsInit,
                    price(rawOpen),
                    price(rawHigh),
                    price(rawLow),
                    price(rawClose),
                    BigDecimal.valueOf(rawVolume, instrument.quantityScale())));
        }

        private BigDecimal price(long raw) {
            return BigDecimal.valueOf(raw, instrument.priceScale());
        }
    }
}
