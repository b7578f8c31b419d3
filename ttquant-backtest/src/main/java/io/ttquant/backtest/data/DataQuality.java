package io.ttquant.backtest.data;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.time.EpochNanos;
import java.util.List;
import java.util.Optional;

/**
 * What was found in one file that was accepted.
 *
 * @param file the file
 * @param format its format
 * @param instrument whose data it holds
 * @param series {@code trades}, or the bars such as {@code 1m bars}
 * @param rows rows kept
 * @param firstNanos start of the first bar, or time of the first trade, epoch nanoseconds
 * @param lastNanos start of the last bar, or time of the last trade, epoch nanoseconds
 * @param gaps breaks in the grid of bars, or in the numbers of trades
 * @param missing bars or trades missing in the gaps
 * @param longestGap bars or trades missing in the longest gap
 * @param duplicates rows that repeated another one exactly and were dropped
 * @param outOfOrder rows that stood later than they belong and were put in order
 * @param outliers moves between closes or trades beyond the policy's threshold
 * @param largestMove the largest such move: the larger price over the smaller, less one
 * @param zeroVolume bars without volume
 * @param brokenBars bars whose open or close lies outside low and high, tolerated
 * @param shortBars bars whose end, as the venue states it, comes before the interval's end: trading was interrupted
 * @param findings all checks in words, for people
 */
public record DataQuality(
        String file,
        String format,
        InstrumentId instrument,
        String series,
        long rows,
        long firstNanos,
        long lastNanos,
        long gaps,
        long missing,
        long longestGap,
        long duplicates,
        long outOfOrder,
        long outliers,
        double largestMove,
        long zeroVolume,
        long brokenBars,
        long shortBars,
        List<Finding> findings) {
    /** Copies the findings. */
    public DataQuality {
        findings = List.copyOf(findings);
    }

    /** The finding of a check, if it was made. */
    public Optional<Finding> finding(String check) {
        return findings.stream().filter(f -> f.check().equals(check)).findFirst();
    }

    /** One line for people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file + ": " + rows + " " + series + " of " + instrument + ", "
                + EpochNanos.format(firstNanos) + " to " + EpochNanos.format(lastNanos));
        findings.stream()
                .filter(f -> f.severity() != Finding.Severity.FINE)
                .forEach(f -> text.append("; ").append(f));
        return text.toString();
    }
}
