package io.ttquant.core.config;

import io.ttquant.api.strategy.Default;
import io.ttquant.core.matching.FeedLatency;
import io.ttquant.core.matching.LatencyDistribution;
import io.ttquant.core.matching.LatencyModel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * Section {@code [backtest.latency]}: how the latencies of {@code [backtest]} vary. Each of them that is not zero is drawn anew for each event,
 * command and report; with {@code recorded} and {@code of_feed} only that of market data is theirs.
 *
 * @param model how they vary
 * @param spread how much: for {@code uniform} the half width and for {@code normal} the standard deviation, as a part of each latency; for
 *     {@code log_normal} the standard deviation of the logarithm; for {@code gamma} the standard deviation as a part of what is above {@code lowest}
 * @param lowest no draw is below it
 * @param offset added to all three
 * @param file recorded latencies, relative to the working directory: a line {@code request,exchange,response} in epoch nanoseconds for each order
 * @param entryFactor with {@code of_feed}, order entry as a multiple of the latency of market data; 4 unless set
 * @param ackFactor with {@code of_feed}, acknowledgement as a multiple of it; 3 unless set
 */
public record LatencySettings(
        @Default("constant") LatencyKind model,
        Optional<BigDecimal> spread,
        @Default("0s") Duration lowest,
        @Default("0s") Duration offset,
        Optional<String> file,
        Optional<BigDecimal> entryFactor,
        Optional<BigDecimal> ackFactor) {
    private static final Duration LONGEST = Duration.ofHours(1);

    static final LatencySettings CONSTANT = new LatencySettings(
            LatencyKind.CONSTANT,
            Optional.empty(),
            Duration.ZERO,
            Duration.ZERO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * Checks what belongs together.
     *
     * @throws IllegalArgumentException if a key is given that the model does not use, one is missing that it needs, or a figure is out of range
     */
    public LatencySettings {
        requireFits(model, "spread", spread.isPresent(), model.hasSpread());
        requireFits(model, "lowest", !lowest.isZero(), model.hasLowest());
        requireFits(model, "file", file.isPresent(), model == LatencyKind.RECORDED);
        requireFits(model, "entry_factor", entryFactor.isPresent(), model == LatencyKind.OF_FEED);
        requireFits(model, "ack_factor", ackFactor.isPresent(), model == LatencyKind.OF_FEED);
        if (model.hasSpread() && spread.isEmpty()) {
            throw new IllegalArgumentException(
                    "model \"" + model.text() + "\" needs spread, how much the latencies vary, such as 0.3");
        }
        if (model == LatencyKind.RECORDED && file.isEmpty()) {
            throw new IllegalArgumentException(
                    "model \"recorded\" needs file, a CSV with lines request,exchange,response in epoch nanoseconds");
        }
        spread.ifPresent(value -> requireRange("spread", value, model == LatencyKind.UNIFORM ? 1 : 3));
        entryFactor.ifPresent(value -> requireRange("entry_factor", value, 1000));
        ackFactor.ifPresent(value -> requireRange("ack_factor", value, 1000));
        requireDelay("lowest", lowest);
        requireDelay("offset", offset);
    }

    private static void requireFits(LatencyKind model, String key, boolean isGiven, boolean isUsed) {
        if (isGiven && !isUsed) {
            throw new IllegalArgumentException(
                    key + " has no meaning with model \"" + model.text() + "\"; leave it out, or choose another model");
        }
    }

    private static void requireRange(String key, BigDecimal value, int highest) {
        if (value.signum() <= 0 || value.compareTo(BigDecimal.valueOf(highest)) > 0) {
            throw new IllegalArgumentException(
                    key + " " + value.toPlainString() + " must be above 0 and at most " + highest);
        }
    }

    static void requireDelay(String key, Duration delay) {
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(key + " " + delay + " must be from zero to one hour");
        }
    }

    /**
     * Checks what {@code [backtest]} says with it.
     *
     * @throws IllegalArgumentException if the two do not go together
     */
    void check(Duration feed, Duration order, Duration ack) {
        if (model.isDrawn() && feed.isZero() && order.isZero() && ack.isZero()) {
            throw new IllegalArgumentException("latency varies by model \"" + model.text()
                    + "\", but order_latency, ack_latency and feed_latency are all zero; give at least one of them");
        }
        if (model == LatencyKind.RECORDED || model == LatencyKind.OF_FEED) {
            requireZero("order_latency", order);
            requireZero("ack_latency", ack);
        }
        if (model.isDrawn()) {
            requireAboveLowest("feed_latency", feed);
            requireAboveLowest("order_latency", order);
            requireAboveLowest("ack_latency", ack);
        }
    }

    private void requireZero(String key, Duration delay) {
        if (!delay.isZero()) {
            throw new IllegalArgumentException(
                    key + " and the latency model \"" + model.text() + "\" exclude each other; keep one of them");
        }
    }

    private void requireAboveLowest(String key, Duration delay) {
        if (!delay.isZero() && delay.compareTo(lowest) <= 0) {
            throw new IllegalArgumentException(
                    key + " " + delay + " must be above lowest " + lowest + " of [backtest.latency]");
        }
    }

    LatencyModel commands(Duration order, Duration ack) {
        return switch (model) {
            case CONSTANT -> LatencyModel.constant(order, ack).plus(offset);
            case RECORDED -> new UnreadLatency(file.orElseThrow());
            case OF_FEED ->
                LatencyModel.ofFeed(entryFactor.orElse(BigDecimal.valueOf(4)), ackFactor.orElse(BigDecimal.valueOf(3)))
                        .plus(offset);
            default -> LatencyModel.drawn(drawn(order), drawn(ack)).plus(offset);
        };
    }

    FeedLatency feed(Duration feed) {
        FeedLatency latency =
                model.isDrawn() && !feed.isZero() ? FeedLatency.drawn(drawn(feed)) : FeedLatency.constant(feed);
        return latency.plus(offset);
    }

    private LatencyDistribution drawn(Duration usual) {
        if (usual.isZero()) {
            return LatencyDistribution.constant(usual);
        }
        double width = spread.orElse(BigDecimal.ONE).doubleValue();
        return switch (model) {
            case UNIFORM -> LatencyDistribution.uniform(times(usual, 1 - width), times(usual, 1 + width));
            case NORMAL -> LatencyDistribution.normal(usual, times(usual, width), lowest);
            case LOG_NORMAL -> LatencyDistribution.logNormal(usual, width, lowest);
            case GAMMA -> LatencyDistribution.gamma(usual, Math.min(10_000, 1 / (width * width)), lowest);
            default -> LatencyDistribution.exponential(usual, lowest);
        };
    }

    /** At least a nanosecond, so that a spread that is given is never none; at most the longest delay. */
    private static Duration times(Duration usual, double factor) {
        long nanos = Math.max(factor == 0 ? 0 : 1, StrictMath.round(usual.toNanos() * factor));
        return Duration.ofNanos(Math.min(nanos, LONGEST.toNanos()));
    }
}
