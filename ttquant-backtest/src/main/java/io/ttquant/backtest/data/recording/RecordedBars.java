package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.DataException;
import io.ttquant.backtest.data.DataQuality;
import io.ttquant.backtest.data.Finding;
import io.ttquant.backtest.data.Finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One series of bars from recordings, held in memory, with what was found in it. */
final class RecordedBars {
    private static final double LARGE_MOVE = 0.1;
    private static final double LARGE_MOVE_OF_A_DAY = 0.5;
    private static final long DAY = 24 * 3_600 * EpochNanos.SECOND;

    private final Survey.Series series;
    private final Instrument instrument;
    private final BarSpec spec;
    private final BarColumns.Builder columns;
    private @Nullable RecordedBar last;
    private long firstNanos;
    private long gaps;
    private long missing;
    private long longestGap;
    private long longestGapNanos;
    private long duplicates;
    private long zeroVolume;
    private long outliers;
    private double largestMove;

    private RecordedBars(Survey.Series series, Instrument instrument, BarSpec spec) {
        this.series = series;
        this.instrument = instrument;
        this.spec = spec;
        this.columns = BarColumns.builder(instrument, spec);
    }

    /**
     * The series of bars about one symbol, in the order in which they were met; empty if it has none.
     *
     * @throws DataException if two bars of one interval differ, or bars overlap
     */
    static List<RecordedBars> read(Survey.Series series, RecordingSource source) {
        Map<BarSpec, RecordedBars> all = new LinkedHashMap<>();
        if (!series.hasBars()) {
            return List.of();
        }
        try (MergedParts parts = source.merged()) {
            while (parts.next()) {
                if (Kind.of(parts.words()[parts.message()]) == Kind.BAR) {
                    RecordedBar bar = RecordedBar.of(parts.words(), parts.message());
                    all.computeIfAbsent(bar.spec(), spec -> new RecordedBars(series, source.instrument(), spec))
                            .add(bar);
                }
            }
        }
        return new ArrayList<>(all.values());
    }

    BarColumns columns() {
        return columns.build();
    }

    private void add(RecordedBar bar) {
        RecordedBar before = last;
        if (before == null) {
            firstNanos = bar.openNanos();
        } else if (before.equals(bar)) {
            duplicates++;
            return;
        } else {
            follow(before, bar);
        }
        zeroVolume += bar.rawVolume() == 0 ? 1 : 0;
        columns.add(
                bar.openNanos(),
                bar.closeNanos(),
                bar.rawOpen(),
                bar.rawHigh(),
                bar.rawLow(),
                bar.rawClose(),
                bar.rawVolume());
        last = bar;
    }

    private void follow(RecordedBar before, RecordedBar bar) {
        if (bar.openNanos() < before.closeNanos()) {
            throw new DataException(
                    files(),
                    0,
                    "has a " + spec + " bar from " + EpochNanos.format(bar.openNanos()) + " and another one from "
                            + EpochNanos.format(before.openNanos()) + " to " + EpochNanos.format(before.closeNanos())
                            + ", which overlaps or contradicts it; remove the wrong one, or leave one of the files out");
        }
        long lost = (bar.openNanos() - before.closeNanos()) / spec.step();
        if (lost > 0) {
            gaps++;
            missing += lost;
            if (lost > longestGap) {
                longestGap = lost;
                longestGapNanos = before.openNanos();
            }
        }
        double ratio = (double) bar.rawClose() / before.rawClose();
        double move = Math.max(ratio, 1 / ratio) - 1;
        largestMove = Math.max(largestMove, move);
        outliers += move >= (spec.step() >= DAY ? LARGE_MOVE_OF_A_DAY : LARGE_MOVE) ? 1 : 0;
    }

    private String files() {
        return series.files().stream().map(RecordedFile::name).collect(Collectors.joining(" + "));
    }

    DataQuality quality() {
        long steppedBack =
                series.files().stream().mapToLong(RecordedFile::steppedBack).sum();
        return new DataQuality(
                files(),
                series.files().get(0).format().name(),
                instrument.id(),
                spec + " bars",
                columns.size(),
                firstNanos,
                last == null ? firstNanos : last.openNanos(),
                gaps,
                missing,
                longestGap,
                duplicates,
                steppedBack,
                outliers,
                largestMove,
                zeroVolume,
                0,
                0,
                findings(steppedBack));
    }

    private List<Finding> findings(long steppedBack) {
        List<Finding> found = new ArrayList<>();
        String longest = "longest " + longestGap + " after " + EpochNanos.format(longestGapNanos);
        found.add(finding("gaps", Severity.NOTE, gaps, missing + " bars missing, " + longest));
        found.add(finding("duplicates", Severity.NOTE, duplicates, "bars that repeat the one before, dropped"));
        found.add(finding("disorder", Severity.WARNING, steppedBack, "stamps before an earlier one"));
        found.add(finding("zero volume", Severity.NOTE, zeroVolume, ""));
        String move = String.format(Locale.ROOT, "largest move %.2f %%", largestMove * 100);
        found.add(new Finding("outliers", outliers == 0 ? Severity.FINE : Severity.WARNING, outliers, move));
        return found;
    }

    private static Finding finding(String check, Severity severity, long count, String detail) {
        return count == 0 ? new Finding(check, Severity.FINE, 0, "") : new Finding(check, severity, count, detail);
    }
}
