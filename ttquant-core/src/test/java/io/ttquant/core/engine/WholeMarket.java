package io.ttquant.core.engine;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.core.engine.WholeSetting.Feed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Random prices, fed as bars, trades, quotes or books. */
final class WholeMarket {
    private static final long MINUTE = 60_000_000_000L;

    private final WholeSetting setting;
    private final Engine engine;
    private final WholeWatch watch;
    private final SplittableRandom random;
    private final Map<Instrument, Long> ticks = new LinkedHashMap<>();
    private final Map<Instrument, InstrumentSink> sinks = new LinkedHashMap<>();
    private final Map<Instrument, BarSink> bars = new LinkedHashMap<>();
    private final Map<Instrument, BookSink> books = new LinkedHashMap<>();
    private final Map<Instrument, Long> traded = new LinkedHashMap<>();
    private final int jump;
    private final boolean hasModels;
    private final boolean isUnannounced;
    long now;

    WholeMarket(WholeSetting setting, Engine engine, WholeWatch watch, SplittableRandom random) {
        this.setting = setting;
        this.engine = engine;
        this.watch = watch;
        this.random = random;
        this.jump = random.nextInt(4) == 0 ? 300 : 20;
        this.hasModels = setting.scope == WholeSetting.Scope.MODELS;
        this.isUnannounced = hasModels && random.nextBoolean();
        for (Instrument i : setting.instruments) {
            ticks.put(i, random.nextLong(400, 2_000));
            sinks.put(i, engine.instrument(i.id()));
            if (setting.feed == Feed.BARS) {
                bars.put(i, sinks.get(i).bars(BarSpec.minutes(1)));
            } else if (setting.feed == Feed.BOOKS) {
                books.put(i, sinks.get(i).book());
            }
        }
    }

    /** The last price in ticks. */
    long last(Instrument instrument) {
        return ticks.get(instrument);
    }

    /** What was traded at the exchange. We may have learned of less so far. */
    long traded(Instrument instrument) {
        return traded.getOrDefault(instrument, 0L);
    }

    private long walk(Instrument instrument, int most) {
        long next = Math.max(100, ticks.get(instrument) + random.nextInt(-most, most + 1));
        ticks.put(instrument, next);
        return next;
    }

    /** A first price of all instruments, without which few orders are taken. */
    void open() {
        if (setting.feed != Feed.BARS) {
            setting.instruments.forEach(this::event);
        }
    }

    /** The next events of all instruments; the run acts between them. */
    void step(Runnable between) {
        if (setting.feed == Feed.BARS) {
            minute(between);
            return;
        }
        now += random.nextInt(50) == 0 ? random.nextLong(20 * 60 * MINUTE) : random.nextLong(20_000_000_000L);
        Instrument i = setting.instruments.get(random.nextInt(setting.instruments.size()));
        event(i);
        between.run();
    }

    private void event(Instrument i) {
        long price = walk(i, random.nextInt(10) == 0 ? jump : 6);
        switch (setting.feed) {
            case TRADES -> trade(i, price);
            case QUOTES -> quote(i, price);
            case BOOKS -> {
                if (random.nextInt(3) == 0) {
                    trade(i, price);
                } else if (hasModels && random.nextInt(3) > 0) {
                    change(i, price);
                } else {
                    book(i, price);
                }
            }
            default -> {
                if (random.nextBoolean()) {
                    trade(i, price);
                } else {
                    quote(i, price);
                }
            }
        }
    }

    private void minute(Runnable between) {
        long[][] ohlc = new long[setting.instruments.size()][];
        for (int n = 0; n < ohlc.length; n++) {
            Instrument i = setting.instruments.get(n);
            long open = walk(i, 3);
            ohlc[n] = new long[] {open, 0, 0, 0};
            if (isUnannounced) {
                continue;
            }
            watch.note(() -> now + ": " + i + " opens at " + open);
            bars.get(i).open(now, open * i.rawTick());
            between.run();
        }
        for (int n = 0; n < ohlc.length; n++) {
            Instrument i = setting.instruments.get(n);
            long open = ohlc[n][0];
            long close = walk(i, random.nextInt(10) == 0 ? jump : 6);
            long high = Math.max(open, close) + random.nextInt(5);
            long low = Math.max(1, Math.min(open, close) - random.nextInt(5));
            long volume = random.nextLong(1, 400) * i.rawLot();
            watch.note(() -> (now + MINUTE) + ": " + i + " " + open + " " + high + " " + low + " " + close + " volume "
                    + volume);
            long tick = i.rawTick();
            traded.merge(i, volume, Long::sum);
            bars.get(i)
                    .bar(now, now + MINUTE, now + MINUTE, open * tick, high * tick, low * tick, close * tick, volume);
            between.run();
        }
        now += MINUTE;
    }

    private long size(Instrument i) {
        return random.nextLong(1, random.nextInt(4) == 0 ? 400 : 30) * i.rawLot();
    }

    private void trade(Instrument i, long price) {
        long size = size(i);
        AggressorSide side = AggressorSide.values()[random.nextInt(AggressorSide.values().length)];
        watch.note(() -> now + ": " + i + " trades " + size + " at " + price + " ticks, " + side);
        traded.merge(i, size, Long::sum);
        sinks.get(i).trade(now, now, price * i.rawTick(), size, side);
    }

    private void quote(Instrument i, long price) {
        long bid = random.nextInt(15) == 0 ? 0 : price * i.rawTick();
        long ask = random.nextInt(15) == 0 ? 0 : (price + random.nextInt(1, 4)) * i.rawTick();
        long bidSize = bid == 0 ? 0 : size(i);
        long askSize = ask == 0 ? 0 : size(i);
        watch.note(() -> now + ": " + i + " quotes " + bidSize + "@" + bid + " " + askSize + "@" + ask);
        sinks.get(i).quote(now, now, bid, bidSize, ask, askSize);
    }

    /** A level or two of a book that may be crossed by them, or a gap. */
    private void change(Instrument i, long price) {
        BookSink book = books.get(i);
        if (random.nextInt(20) == 0) {
            watch.note(() -> now + ": " + i + " lost");
            book.lost(now, now);
            return;
        }
        StringBuilder text = new StringBuilder();
        book.increment(now, now);
        for (int level = 0; level < 2; level++) {
            long distance = random.nextInt(1, 6);
            boolean isBid = random.nextBoolean();
            long raw = (isBid ? price - distance : price + distance) * i.rawTick();
            long size = random.nextInt(3) == 0 ? 0 : size(i);
            if (isBid) {
                book.bid(raw, size);
            } else {
                book.ask(raw, size);
            }
            text.append(isBid ? " bid " : " ask ").append(size).append('@').append(raw);
        }
        watch.note(() -> now + ": " + i + " changes" + text);
        book.end();
    }

    private void book(Instrument i, long price) {
        BookSink book = books.get(i);
        StringBuilder text = new StringBuilder();
        book.snapshot(now, now);
        long distance = 0;
        for (int level = 0; level < 4; level++) {
            distance += random.nextInt(1, 3);
            long bid = (price - distance) * i.rawTick();
            long ask = (price + distance) * i.rawTick();
            long bidSize = size(i);
            long askSize = size(i);
            book.bid(bid, bidSize);
            book.ask(ask, askSize);
            text.append(' ')
                    .append(bidSize)
                    .append('@')
                    .append(bid)
                    .append('/')
                    .append(askSize)
                    .append('@')
                    .append(ask);
        }
        watch.note(() -> now + ": " + i + " book" + text);
        book.end();
    }

    /** Lets time pass without an event. */
    void pass(long nanos) {
        if (setting.feed != Feed.BARS) {
            now += nanos;
            watch.note(() -> now + ": time passes");
            engine.advanceTo(now);
        }
    }
}
