package io.ttquant.core.config;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.Money;
import io.ttquant.api.strategy.Default;
import io.ttquant.api.strategy.Range;
import io.ttquant.core.matching.BarPath;
import io.ttquant.core.matching.DepthModel;
import io.ttquant.core.matching.ExecutionTiming;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.matching.FeedLatency;
import io.ttquant.core.matching.FillPolicy;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.QueueModel;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.matching.SlippageModel;
import io.ttquant.core.portfolio.FundsPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Section {@code [backtest]}: start balances and the assumptions of simulated execution.
 *
 * @param cash start balances; the first one's currency is that of the equity
 * @param makerFee fraction of a fill's value that a maker pays, 0.001 = 0.1 percent; negative for a rebate
 * @param takerFee fraction of a fill's value that a taker pays
 * @param slippageTicks ticks against every taker fill
 * @param slippageBps hundredths of a percent of the price against every taker fill
 * @param feedLatency from the exchange to the strategies, market data
 * @param orderLatency from us to the exchange, commands
 * @param ackLatency from the exchange to us, reports
 * @param latency how these latencies vary; not at all unless given
 * @param timing when a market order that was decided on a bar is executed
 * @param barPath the way of the price inside a bar
 * @param touchProbability chance that a touch fills a resting limit order, 0 to 1
 * @param participation part of a bar's volume that our fills may take, above 0 to 1
 * @param queueModel how a resting order moves forward in the queue of an order book, as {@link QueueModel#parse} reads it
 * @param depthModel what takers find where there is no order book, as {@link DepthModel#parse} reads it
 * @param priceProtectionTicks how far from the best price market orders take; 0 = any distance
 * @param rejectPassedStops whether a stop order whose trigger is already passed is rejected
 * @param funds whether balances may go below zero
 * @param dayZone zone in which the day of DAY orders ends at midnight, such as {@code Europe/Berlin}
 * @param seed of all random numbers
 * @param data files to run on, relative to the working directory; empty = those of the command line, or the bundled sample
 * @param funding archives of funding rates by perpetual, relative to the working directory
 */
public record BacktestSettings(
        @Default("[]") List<Money> cash,
        @Default("0.001") BigDecimal makerFee,
        @Default("0.001") BigDecimal takerFee,
        @Default("0") @Range(min = 0, max = 1000) int slippageTicks,
        @Default("0") @Range(min = 0, max = 1000) BigDecimal slippageBps,
        @Default("0s") Duration feedLatency,
        @Default("0s") Duration orderLatency,
        @Default("0s") Duration ackLatency,
        Optional<LatencySettings> latency,
        @Default("next_open") ExecutionTiming timing,
        @Default("adaptive") BarPath barPath,
        @Default("0") @Range(min = 0, max = 1) double touchProbability,
        @Default("1") @Range(min = 0, max = 1) BigDecimal participation,
        @Default("risk_averse") String queueModel,
        @Default("next_tick") String depthModel,
        @Default("0") @Range(min = 0, max = 1_000_000) int priceProtectionTicks,
        @Default("false") boolean rejectPassedStops,
        @Default("strict") FundsPolicy funds,
        @Default("UTC") String dayZone,
        @Default("1") long seed,
        @Default("[]") List<String> data,
        @Default("{}") Map<InstrumentId, String> funding) {
    private static final int FEE_DECIMALS = 12;
    private static final BigDecimal LOWEST_FEE = new BigDecimal("-0.01");
    private static final BigDecimal HIGHEST_FEE = new BigDecimal("0.05");

    /**
     * Checks what belongs together.
     *
     * @throws IllegalArgumentException if slippage is given twice, a latency is negative, a start balance is negative or its currency
     *     comes twice, the participation is zero, a model or a time zone is not known, a fee is no sensible fraction, or a figure has too many decimals
     */
    public BacktestSettings {
        if (slippageTicks > 0 && slippageBps.signum() > 0) {
            throw new IllegalArgumentException("slippage_bps and slippage_ticks exclude each other; keep one of them");
        }
        requireNotNegative("feed_latency", feedLatency);
        requireNotNegative("order_latency", orderLatency);
        requireNotNegative("ack_latency", ackLatency);
        latency.ifPresent(vary -> vary.check(feedLatency, orderLatency, ackLatency));
        if (participation.signum() == 0) {
            throw new IllegalArgumentException(
                    "participation must be above 0 and at most 1, the part of a bar's volume");
        }
        requireModel("queue_model", queueModel, QueueModel::parse);
        requireModel("depth_model", depthModel, DepthModel::parse);
        Zones.parse("day_zone", dayZone);
        requireFee("maker_fee", makerFee);
        requireFee("taker_fee", takerFee);
        requireDecimals("slippage_bps", slippageBps, 6);
        cash.forEach(BacktestSettings::requireBalance);
        if (cash.stream().map(Money::currency).distinct().count() < cash.size()) {
            throw new IllegalArgumentException("cash " + cash + " names a currency twice; add the amounts up");
        }
        cash = List.copyOf(cash);
        data = List.copyOf(data);
    }

    /** The zone in which the day of DAY orders ends at midnight. */
    public ZoneId days() {
        return Zones.parse("day_zone", dayZone);
    }

    /** When market data reaches strategies. */
    public FeedLatency feed() {
        return variation().feed(feedLatency);
    }

    /** The file of recorded latencies, to be read and given to {@link #withRecorded}; empty if none is used. */
    public Optional<String> latencyFile() {
        return latency.flatMap(LatencySettings::file);
    }

    /**
     * The assumptions with the recorded latencies of {@link #latencyFile()} and what this section adds to them.
     *
     * @param recorded {@link LatencyModel#recorded} with the file's rows
     */
    public SimulationConfig withRecorded(SimulationConfig assumptions, LatencyModel recorded) {
        return assumptions.withLatency(recorded.plus(variation().offset()));
    }

    private LatencySettings variation() {
        return latency.orElse(LatencySettings.CONSTANT);
    }

    private static void requireNotNegative(String key, Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException(key + " " + delay + " must not be negative");
        }
        LatencySettings.requireDelay(key, delay);
    }

    private static void requireModel(String key, String text, Consumer<String> parse) {
        try {
            parse.accept(text);
        } catch (IllegalArgumentException e) {
            // The model calls itself by its name in words: the key takes its place.
            String message = String.valueOf(e.getMessage());
            throw new IllegalArgumentException(message.replaceFirst("^" + key.replace('_', ' '), key), e);
        }
    }

    private static void requireBalance(Money money) {
        if (money.amount().signum() < 0) {
            throw new IllegalArgumentException("cash " + money + " must not be negative");
        }
        requireDecimals("cash", money.amount(), Currency.DEFAULT_SCALE);
    }

    static void requireFee(String key, BigDecimal fee) {
        if (fee.compareTo(LOWEST_FEE) < 0 || fee.compareTo(HIGHEST_FEE) > 0) {
            throw new IllegalArgumentException(key + " " + fee.toPlainString() + " must be from " + LOWEST_FEE + " to "
                    + HIGHEST_FEE + "; it is a fraction of the value, so 0.1 percent is 0.001");
        }
        requireDecimals(key, fee, FEE_DECIMALS);
    }

    private static void requireDecimals(String key, BigDecimal value, int decimals) {
        if (value.stripTrailingZeros().scale() > decimals) {
            throw new IllegalArgumentException(
                    key + " " + value.toPlainString() + " has more than " + decimals + " decimals");
        }
    }

    /** The assumptions with these fees. */
    SimulationConfig simulation(FeeModel fees) {
        return SimulationConfig.DEFAULT
                .withTiming(timing)
                .withPath(barPath)
                .withFills(new FillPolicy(touchProbability))
                .withFees(fees)
                .withSlippage(slippage())
                .withLatency(variation().commands(orderLatency, ackLatency))
                .withParticipation(participation)
                .withQueue(QueueModel.parse(queueModel))
                .withDepth(DepthModel.parse(depthModel))
                .withPriceProtectionTicks(priceProtectionTicks)
                .withPassedStopsRejected(rejectPassedStops)
                .withSeed(seed);
    }

    private SlippageModel slippage() {
        if (slippageBps.signum() > 0) {
            return SlippageModel.basisPoints(slippageBps.toPlainString());
        }
        return slippageTicks > 0 ? SlippageModel.ticks(slippageTicks) : SlippageModel.NONE;
    }
}
