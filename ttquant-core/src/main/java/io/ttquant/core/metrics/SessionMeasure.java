package io.ttquant.core.metrics;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.SessionFigures;
import io.ttquant.api.exchange.SessionFigures.QuotaUse;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.counter.Level;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/** What a session tells of itself, once a second. */
final class SessionMeasure {
    private final Level trading = new Level();
    private final Map<Feed, Level> live = new ConcurrentHashMap<>();
    private final Map<String, QuotaCells> quotas = new LinkedHashMap<>();
    private volatile SessionFigures last = SessionFigures.NONE;

    private record Feed(InstrumentId instrument, String kind) {}

    private record QuotaCells(Level used, Level capacity) {}

    void trading(boolean isTrading) {
        trading.set(isTrading ? 1 : 0);
    }

    /** Data of this kind were subscribed to. */
    void wanted(InstrumentId instrument, Capability kind) {
        live.computeIfAbsent(feed(instrument, kind), key -> new Level()).set(0);
    }

    void marketData(InstrumentId instrument, Capability kind, boolean isLive) {
        live.computeIfAbsent(feed(instrument, kind), key -> new Level()).set(isLive ? 1 : 0);
    }

    private static Feed feed(InstrumentId instrument, Capability kind) {
        return new Feed(instrument, kind.name().toLowerCase(Locale.ROOT));
    }

    void sample(SessionFigures figures) {
        last = figures;
        for (QuotaUse quota : figures.requests().quotas()) {
            QuotaCells cells = quotas.computeIfAbsent(quota.name(), key -> new QuotaCells(new Level(), new Level()));
            cells.used().set((double) quota.used());
            cells.capacity().set((double) quota.capacity());
        }
    }

    void describe(SeriesSet series) {
        series.add(SessionMeters.CONNECTIONS, () -> last.streams().open());
        series.add(SessionMeters.CONNECTS, () -> last.streams().connects());
        series.add(SessionMeters.RECONNECTS, () -> last.streams().reconnects());
        series.add(SessionMeters.MESSAGES, () -> last.streams().messages());
        series.add(SessionMeters.PARSE_ERRORS, () -> last.streams().unreadable());
        series.add(SessionMeters.STALE, () -> last.streams().stale());
        series.add(SessionMeters.LOST, () -> last.streams().lost());
        series.add(SessionMeters.REFUSED, () -> last.streams().refused());
        series.add(SessionMeters.TRADE_GAPS, () -> last.streams().tradeGaps());
        series.add(SessionMeters.TRADING, trading::get);
        series.add(SessionMeters.REQUESTS, () -> last.requests().answered(), "answered");
        series.add(SessionMeters.REQUESTS, () -> last.requests().unsent(), "unsent");
        series.add(SessionMeters.REQUESTS, () -> last.requests().unknown(), "unknown");
        series.add(SessionMeters.THROTTLED, () -> last.requests().throttled());
        series.add(SessionMeters.WAITING, () -> last.requests().waiting());
        series.add(SessionMeters.ROUND_TRIP, () -> seconds(last.requests().roundTripNanos()));
        series.add(SessionMeters.BLOCKED, () -> last.requests().blockedNanos() / 1e9);
        series.add(SessionMeters.CLOCK_OFFSET, () -> clock(SessionFigures.ClockOffset::offsetNanos));
        series.add(SessionMeters.CLOCK_ERROR, () -> clock(SessionFigures.ClockOffset::errorNanos));
        live.forEach((feed, level) ->
                series.add(MarketMeters.LIVE, level::get, feed.instrument().symbol(), feed.kind()));
        quotas.forEach((name, cells) -> {
            series.add(SessionMeters.BUDGET_USED, cells.used()::get, name);
            series.add(SessionMeters.BUDGET_CAPACITY, cells.capacity()::get, name);
            series.add(
                    SessionMeters.BUDGET_RATIO,
                    () -> cells.used().get() / cells.capacity().get(),
                    name);
        });
    }

    private static double seconds(long nanos) {
        return nanos == 0 ? Double.NaN : nanos / 1e9;
    }

    private double clock(ToLongFunction<SessionFigures.ClockOffset> figure) {
        Optional<SessionFigures.ClockOffset> clock = last.clock();
        return clock.isEmpty() ? Double.NaN : figure.applyAsLong(clock.get()) / 1e9;
    }
}
