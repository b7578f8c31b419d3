package io.ttquant.core.engine;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.core.matching.BarPath;
import io.ttquant.core.matching.DepthModel;
import io.ttquant.core.matching.ExecutionTiming;
import io.ttquant.core.matching.FeedLatency;
import io.ttquant.core.matching.FillPolicy;
import io.ttquant.core.matching.LatencyDistribution;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.QueueModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.matching.SlippageModel;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.risk.RiskPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** What a random run is set up with: all drawn from its seed. */
final class WholeSetting {
    /** What a run trades on. */
    enum Feed {
        BARS,
        TRADES,
        QUOTES,
        TRADES_AND_QUOTES,
        BOOKS
    }

    /** How far a run goes. Each has what those before it have. */
    enum Scope {
        ORDERS,
        GROUPS,
        RISK,
        ALL,
        MODELS
    }

    static final Currency USD = Currency.of("USD", 2);
    static final Currency COIN = Currency.of("COIN", 6);
    static final Instrument SPOT = Instrument.spot(InstrumentId.parse("sim:COIN"), COIN, USD)
            .tick("0.05")
            .lot("0.01")
            .build();
    static final Instrument SWAP = Instrument.perpetual(InstrumentId.parse("sim:SWAP"), COIN, USD)
            .tick("0.05")
            .lot("1")
            .multiplier(new java.math.BigDecimal("0.013"))
            .build();
    static final Instrument INVERSE = Instrument.inversePerpetual(InstrumentId.parse("sim:INVERSE"), COIN, USD)
            .tick("0.05")
            .lot("1")
            .multiplier(new java.math.BigDecimal("10"))
            .build();

    private static final Capability[] EMULATED = {
        Capability.STOP_ORDERS,
        Capability.IF_TOUCHED,
        Capability.TRAILING_STOP,
        Capability.MARKET_TO_LIMIT,
        Capability.GTD,
        Capability.DAY
    };

    final Scope scope;
    final Feed feed;
    final List<Instrument> instruments = new ArrayList<>();
    final boolean isStrict;
    final boolean isHedging;
    final boolean isAtOnce;
    final boolean feesInBase;
    final String maker;
    final String taker;
    final long rawCash;
    final long rawCoins;
    final Set<Capability> lacking = EnumSet.noneOf(Capability.class);
    private final SimulationConfig config;
    private final FeedLatency feedLatency;

    WholeSetting(Scope scope, SplittableRandom random) {
        this.scope = scope;
        boolean isAll = scope.compareTo(Scope.ALL) >= 0;
        this.feed = Feed.values()[random.nextInt(isAll ? 5 : 4)];
        List<Instrument> choice = isAll ? List.of(SPOT, SWAP, INVERSE) : List.of(SPOT, SWAP);
        int first = random.nextInt(choice.size());
        instruments.add(choice.get(first));
        if (random.nextBoolean()) {
            instruments.add(choice.get((first + 1) % choice.size()));
        }
        this.isStrict = random.nextBoolean();
        this.isHedging = isAll && random.nextInt(3) == 0;
        this.isAtOnce = random.nextInt(3) == 0;
        this.feesInBase = random.nextInt(4) == 0;
        this.maker = random.nextBoolean() ? "0.001" : "-0.0002";
        this.taker = random.nextInt(4) == 0 ? "0" : "0.0015";
        this.rawCash = random.nextInt(4) == 0 ? random.nextLong(1_00, 100_00) : random.nextLong(100_00, 20_000_00);
        this.rawCoins = random.nextInt(3) == 0 ? 0 : random.nextLong(200_000_000);
        if (isAll && random.nextInt(3) == 0) {
            for (Capability capability : EMULATED) {
                if (random.nextBoolean()) {
                    lacking.add(capability);
                }
            }
        }
        RateFees fees = RateFees.of(maker, taker);
        SimulationConfig plain = SimulationConfig.DEFAULT
                .withSeed(random.nextLong())
                .withFees(feesInBase ? fees.inBaseOnBuys() : fees)
                .withFills(random.nextBoolean() ? FillPolicy.TOUCH : FillPolicy.THROUGH);
        SimulationConfig modelled = scope == Scope.MODELS ? models(plain, random) : plain;
        this.config = isAtOnce ? modelled : modelled.withLatency(LatencyModel.drawn(delay(random), delay(random)));
        this.feedLatency = isAtOnce || random.nextBoolean() ? FeedLatency.recorded() : FeedLatency.drawn(delay(random));
    }

    /** Other models of fills, of depth and of queues than the defaults. */
    private static SimulationConfig models(SimulationConfig plain, SplittableRandom random) {
        DepthModel[] depths = {
            DepthModel.nextTick(),
            DepthModel.unlimited(),
            DepthModel.fixedSpread(random.nextInt(5)),
            DepthModel.tiers(String.valueOf(random.nextInt(1, 9)), random.nextInt(1, 4)),
            DepthModel.squareRoot(1, Duration.ofHours(1))
        };
        QueueModel[] queues = {QueueModel.tradesOnly(), QueueModel.riskAverse(), QueueModel.power(2), QueueModel.log2()
        };
        SlippageModel[] slips = {
            SlippageModel.NONE, SlippageModel.ticks(1), SlippageModel.ticks(3), SlippageModel.basisPoints("20")
        };
        String[] shares = {"1", "1", "0.3", "0.01"};
        return plain.withDepth(depths[random.nextInt(depths.length)])
                .withQueue(queues[random.nextInt(queues.length)])
                .withSlippage(slips[random.nextInt(slips.length)])
                .withParticipation(new java.math.BigDecimal(shares[random.nextInt(shares.length)]))
                .withTiming(ExecutionTiming.values()[random.nextInt(ExecutionTiming.values().length)])
                .withPath(BarPath.values()[random.nextInt(BarPath.values().length)])
                .withPassedStopsRejected(random.nextBoolean())
                .withPriceProtectionTicks(random.nextInt(3) == 0 ? random.nextInt(1, 5) : 0);
    }

    private static LatencyDistribution delay(SplittableRandom random) {
        Duration usual = Duration.ofMillis(random.nextInt(4) == 0 ? random.nextInt(1, 90_000) : random.nextInt(1, 900));
        return switch (random.nextInt(4)) {
            case 0 -> LatencyDistribution.constant(Duration.ZERO);
            case 1 -> LatencyDistribution.constant(usual);
            case 2 -> LatencyDistribution.exponential(usual, Duration.ZERO);
            default -> LatencyDistribution.logNormal(usual, 1, Duration.ZERO);
        };
    }

    Engine engine(Script one, Script other, List<EngineTap> taps, RiskPolicy risk, long seed) {
        EngineBuilder builder = Engine.builder()
                .reporting(USD)
                .startBalance(USD, rawCash)
                .startBalance(COIN, rawCoins)
                .funds(isStrict ? FundsPolicy.STRICT : FundsPolicy.BORROW)
                .positions(isHedging ? PositionMode.HEDGING : PositionMode.NETTING)
                .strategy("s", one)
                .strategy("t", other)
                .simulate(config)
                .feedLatency(feedLatency)
                .risk(risk)
                .seed(seed)
                .without(lacking.toArray(new Capability[0]));
        taps.forEach(builder::tap);
        instruments.forEach(builder::instrument);
        return builder.build();
    }

    @Override
    public String toString() {
        return feed + " " + instruments + (isStrict ? " strict" : " borrowing") + (isHedging ? " hedging" : "")
                + " fees " + maker + "/" + taker + (feesInBase ? " in base" : "") + " latency "
                + config.latency().describe() + " feed " + feedLatency + " cash " + rawCash + " coins " + rawCoins
                + (lacking.isEmpty() ? "" : " without " + lacking);
    }
}
