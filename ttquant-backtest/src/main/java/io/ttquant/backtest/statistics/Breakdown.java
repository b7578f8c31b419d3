package io.ttquant.backtest.statistics;

import io.ttquant.api.order.Side;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Round trips in groups: by strategy, by instrument, by side, by the hour or the weekday of their entry.
 *
 * @param name by what they are grouped
 * @param groups the groups that have trips, in order: names by alphabet, hours and weekdays by time
 */
public record Breakdown(String name, List<Group> groups) {
    /**
     * One group.
     *
     * @param name what its trips have in common
     * @param figures their figures
     */
    public record Group(String name, TradeFigures figures) {}

    /** Copies the list. */
    public Breakdown {
        groups = List.copyOf(groups);
    }

    /**
     * All groupings.
     *
     * @param rate what a unit of a trip's settlement currency is worth in the currency of the figures; NaN if it is not known
     * @param zone whose hours and weekdays count
     */
    public static List<Breakdown> all(List<RoundTrip> trips, ToDoubleFunction<RoundTrip> rate, ZoneId zone) {
        return List.of(
                by("strategy", trips, rate, RoundTrip::strategyId, Function.identity()),
                by("instrument", trips, rate, trip -> trip.instrument().toString(), Function.identity()),
                by("side", trips, rate, RoundTrip::side, side -> side == Side.BUY ? "long" : "short"),
                by("exit", trips, rate, trip -> trip.exitReason().text(), Function.identity()),
                by("hour of entry", trips, rate, trip -> entry(trip, zone).getHour(), Breakdown::hour),
                by(
                        "weekday of entry",
                        trips,
                        rate,
                        trip -> entry(trip, zone).getDayOfWeek(),
                        day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
    }

    private static ZonedDateTime entry(RoundTrip trip, ZoneId zone) {
        return Instant.ofEpochSecond(0, trip.entryNanos()).atZone(zone);
    }

    private static String hour(int hour) {
        return (hour < 10 ? "0" : "") + hour + ":00";
    }

    private static <K extends Comparable<? super K>> Breakdown by(
            String name,
            List<RoundTrip> trips,
            ToDoubleFunction<RoundTrip> rate,
            Function<RoundTrip, K> key,
            Function<? super K, String> text) {
        Map<K, List<RoundTrip>> byKey = new TreeMap<>();
        for (RoundTrip trip : trips) {
            byKey.computeIfAbsent(key.apply(trip), k -> new ArrayList<>()).add(trip);
        }
        List<Group> groups = new ArrayList<>();
        byKey.forEach((k, some) -> groups.add(new Group(text.apply(k), TradeFigures.of(some, rate))));
        return new Breakdown(name, groups);
    }
}
