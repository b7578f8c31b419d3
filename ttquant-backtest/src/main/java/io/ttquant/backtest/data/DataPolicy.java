package io.ttquant.backtest.data;

import java.time.Duration;

/**
 * What is tolerated in market data, and reported, instead of being refused.
 *
 * @param outlierMove the move between two closes or trades from which it is reported as an outlier: the larger price over the
 *     smaller, less one; for bars of
 *     a day or longer, five times as much
 * @param allowsOpenOutside whether a bar's open may lie outside its low and high
 * @param allowsCloseOutside whether a bar's close may lie outside its low and high
 * @param dropsRepeats whether a row that repeats the one before it exactly is dropped and counted; otherwise it is refused
 * @param dropsUnfinished whether bars that the file itself calls unfinished are dropped and counted; otherwise they are refused
 * @param allowsSparse whether a stated interval may be shorter than the most frequent step between bars
 * @param roundsVolumes whether volumes with more decimals than the instrument's quantity are rounded, half to even, and counted; those of
 *     inferred instruments always are, beyond 8 decimals
 * @param sortableBars by how many bars a row may stand too late in a file that is held in memory; it is put in order and counted
 * @param sortableTrades by how much time a trade may stand too late in a file that is held in memory; it is put in order and counted
 */
public record DataPolicy(
        double outlierMove,
        boolean allowsOpenOutside,
        boolean allowsCloseOutside,
        boolean dropsRepeats,
        boolean dropsUnfinished,
        boolean allowsSparse,
        boolean roundsVolumes,
        int sortableBars,
        Duration sortableTrades) {
    /** Outliers from 10 %, repeats dropped, disorder of up to 10 bars or one second mended, everything else refused. */
    public static final DataPolicy DEFAULT =
            new DataPolicy(0.10, false, false, true, false, false, false, 10, Duration.ofSeconds(1));

    /** Nothing is mended. */
    public static final DataPolicy STRICT =
            new DataPolicy(0.10, false, false, false, false, false, false, 0, Duration.ZERO);

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if one is negative, or the outlier move is not above zero
     */
    public DataPolicy {
        if (!(outlierMove > 0)) {
            throw new IllegalArgumentException("outlier move " + outlierMove + " must be above zero; 0.1 is 10 %");
        }
        if (sortableBars < 0 || sortableTrades.isNegative()) {
            throw new IllegalArgumentException("sortable disorder of " + sortableBars + " bars and " + sortableTrades
                    + " must not be negative; 0 mends none");
        }
    }

    /** The same with another threshold of outliers, as a fraction: 0.1 is 10 %. */
    public DataPolicy withOutlierMove(double fraction) {
        return new DataPolicy(
                fraction,
                allowsOpenOutside,
                allowsCloseOutside,
                dropsRepeats,
                dropsUnfinished,
                allowsSparse,
                roundsVolumes,
                sortableBars,
                sortableTrades);
    }

    /** The same, but an open outside low and high is reported only. */
    public DataPolicy withOpenOutside() {
        return new DataPolicy(
                outlierMove,
                true,
                allowsCloseOutside,
                dropsRepeats,
                dropsUnfinished,
                allowsSparse,
                roundsVolumes,
                sortableBars,
                sortableTrades);
    }

    /** The same, but a close outside low and high is reported only. */
    public DataPolicy withCloseOutside() {
        return new DataPolicy(
                outlierMove,
                allowsOpenOutside,
                true,
                dropsRepeats,
                dropsUnfinished,
                allowsSparse,
                roundsVolumes,
                sortableBars,
                sortableTrades);
    }

    /** The same, but unfinished bars are dropped and counted. */
    public DataPolicy withUnfinishedDropped() {
        return new DataPolicy(
                outlierMove,
                allowsOpenOutside,
                allowsCloseOutside,
                dropsRepeats,
                true,
                allowsSparse,
                roundsVolumes,
                sortableBars,
                sortableTrades);
    }

    /** The same, but bars may be so rare that most intervals have none. */
    public DataPolicy withSparseBars() {
        return new DataPolicy(
                outlierMove,
                allowsOpenOutside,
                allowsCloseOutside,
                dropsRepeats,
                dropsUnfinished,
                true,
                roundsVolumes,
                sortableBars,
                sortableTrades);
    }

    /** The same, but volumes with more decimals than the instrument's quantity are rounded. */
    public DataPolicy withRoundedVolumes() {
        return new DataPolicy(
                outlierMove,
                allowsOpenOutside,
                allowsCloseOutside,
                dropsRepeats,
                dropsUnfinished,
                allowsSparse,
                true,
                sortableBars,
                sortableTrades);
    }

    /** The same with another amount of disorder that is mended. */
    public DataPolicy withSortable(int bars, Duration trades) {
        return new DataPolicy(
                outlierMove,
                allowsOpenOutside,
                allowsCloseOutside,
                dropsRepeats,
                dropsUnfinished,
                allowsSparse,
                roundsVolumes,
                bars,
                trades);
    }
}
