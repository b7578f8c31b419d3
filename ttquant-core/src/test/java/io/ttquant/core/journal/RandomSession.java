package io.ttquant.core.journal;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.AccountSnapshot.HeldPosition;
import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.engine.FailurePolicy;
import io.ttquant.core.engine.MarketDemand;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.TradingStage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

/** A session of random inputs of every kind, written down. */
final class RandomSession {
    static final Currency USD = Currency.of("USD", 2);
    static final Currency ABC = Currency.of("ABC", 0);
    static final Instrument SPOT = Instrument.spot(InstrumentId.parse("sim:ABC"), ABC, USD)
            .tick("1")
            .lot("1")
            .build();
    static final Instrument SWAP = Instrument.perpetual(InstrumentId.parse("sim:SWAP"), ABC, USD)
            .tick("1")
            .lot("1")
            .multiplier(BigDecimal.ONE)
            .build();
    static final Instrument OTHER = Instrument.perpetual(InstrumentId.parse("sim:OTHER"), ABC, USD)
            .tick("0.5")
            .lot("0.001")
            .multiplier(new BigDecimal("0.01"))
            .maxQuantity(new BigDecimal("500"))
            .build();
    private static final int STEPS = 60;

    final long seed;
    final boolean isLive;
    final byte[] bytes;
    final MemoryLog log = new MemoryLog();
    private final SplittableRandom random;
    private final RandomVenue venue;
    private final Engine engine;
    private final MarketDataSink market;
    private final JournalRecorder recorder;
    private long now = 1_700_000_000_000_000_000L;
    private long price = 100;
    private long adopted;

    RandomSession(long seed) {
        this(seed, RandomTrader::new);
    }

    RandomSession(long seed, Function<List<InstrumentId>, Strategy> strategy) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.isLive = random.nextInt(3) > 0;
        this.venue = new RandomVenue(random.split());
        JournalHeader header = new JournalHeader(
                Map.of("seed", Long.toString(seed)),
                now,
                List.of(SPOT, SWAP),
                isLive,
                isLive ? venue.capabilities() : Set.of(),
                isLive ? opening() : AccountSnapshot.NONE);
        this.recorder = JournalRecorder.begin(log, header);
        EngineBuilder builder =
                Engine.builder().startNanos(now).instrument(SPOT).instrument(SWAP);
        recorder.into(builder, MarketDemand.NONE);
        if (isLive) {
            builder.execute(recorder.session(venue)).openAccount(header.opening());
        }
        this.engine =
                same(builder, strategy.apply(List.of(SPOT.id(), SWAP.id()))).build();
        this.market = recorder.market(engine);
        if (isLive) {
            venue.into(recorder.account(engine), engine.clock());
        }
        run();
        this.bytes = log.bytes();
    }

    /** What the engine of a replay is given too. */
    EngineBuilder same(EngineBuilder builder, Strategy strategy) {
        builder.reporting(USD)
                .seed(seed)
                .onFailure(FailurePolicy.STOP_STRATEGY)
                .risk(new RiskPolicy(RiskLimits.builder().maxOpenOrders(20).build(), RiskLimits.NONE, Map.of()))
                .strategy("s", strategy);
        return isLive ? builder : builder.startBalance(USD, 1_000_000).simulate(SimulationConfig.DEFAULT);
    }

    ReplayReport replay(byte[] journal) {
        return replay(journal, new RandomTrader(List.of(SPOT.id(), SWAP.id())));
    }

    ReplayReport replay(byte[] journal, Strategy strategy) {
        try (JournalReader reader = MemoryLog.reader(journal)) {
            return Replay.run(reader, builder -> same(builder, strategy));
        }
    }

    private AccountSnapshot opening() {
        return new AccountSnapshot(
                List.of(new Balance(USD, 1_000_000, 0), new Balance(ABC, 50, 0)),
                List.of(new HeldPosition(SWAP.id(), PositionSide.NET, 7, new BigDecimal("99.125"))),
                random.nextBoolean() ? List.of(external(SWAP)) : List.of(),
                PositionMode.NETTING,
                now - 1000);
    }

    private ExternalOrder external(Instrument instrument) {
        adopted++;
        return new ExternalOrder(
                "hand" + adopted,
                "v" + adopted,
                OrderRequest.limit(instrument, Side.BUY, 2000, 90),
                OrderStatus.ACCEPTED,
                0,
                now - 5);
    }

    private void run() {
        if (isLive && random.nextBoolean()) {
            engine.live().trading(true, "before the start");
        }
        engine.start(now);
        if (isLive) {
            engine.live().trading(true, "all is up");
        }
        for (int step = 0; step < STEPS; step++) {
            now += random.nextInt(4) == 0 ? 0 : random.nextLong(random.nextInt(5) == 0 ? 90_000_000_000L : 5_000_000L);
            if (random.nextInt(3) > 0) {
                engine.advanceTo(now);
            }
            step();
            if (isLive) {
                venue.speak();
            }
            if (random.nextBoolean()) {
                engine.advanceTo(now);
            }
        }
        if (random.nextBoolean()) {
            engine.strategies().stop("the end");
            engine.advanceTo(now + 5);
        }
        engine.stop();
        recorder.close();
    }

    private void step() {
        Instrument instrument = random.nextBoolean() ? SPOT : SWAP;
        InstrumentSink sink = market.instrument(instrument.id());
        price = Math.max(80, Math.min(120, price + random.nextInt(5) - 2));
        long event = now - random.nextInt(1000);
        switch (random.nextInt(isLive ? 16 : 11)) {
            case 0, 1, 2 ->
                sink.trade(event, now, price, 1 + random.nextInt(9), AggressorSide.values()[random.nextInt(3)]);
            case 3, 4 -> sink.quote(event, now, price, 3, price + 1, 1 + random.nextInt(4));
            case 5 -> book(instrument, event);
            case 6 -> {
                sink.markPrice(event, now, price);
                sink.indexPrice(event, now, price + 1);
            }
            case 7 -> sink.status(event, now, TradingStatus.values()[random.nextInt(TradingStatus.values().length)]);
            case 8 -> bar(sink, event);
            case 9 -> risk();
            case 10 -> engine.strategies().marketData(instrument.id(), Capability.TRADES, random.nextInt(4) > 0);
            case 11 -> engine.live().trading(random.nextInt(4) > 0, "as it pleases — €");
            case 12 -> recorder.account(engine).adopt(external(random.nextInt(3) == 0 ? OTHER : SWAP));
            case 13 -> recorder.account(engine).audited(opening());
            case 14 -> recorder.account(engine).balance(new Balance(USD, random.nextLong(1_000_000), 0), event);
            default -> recorder.account(engine).fundingPaid(SWAP.id(), "f" + random.nextInt(5), USD, 3, event);
        }
    }

    private void bar(InstrumentSink sink, long event) {
        BarSink bars = sink.bars(BarSpec.hours(1));
        switch (random.nextInt(3)) {
            case 0 -> bars.open(now, price);
            case 1 -> bars.whole(event - 100, event, now, price, price + 2, price - 1, price, 5);
            default -> bars.bar(event - 100, event, now, price, price + 2, price - 1, price, 5);
        }
        sink.funding(event, now, new BigDecimal("0.000125"), now + 1000);
    }

    private void book(Instrument instrument, long event) {
        if (instrument == SPOT) {
            BookSink book = market.instrument(SPOT.id()).book();
            if (random.nextInt(5) == 0) {
                book.lost(event, now);
                return;
            }
            book.snapshot(event, now);
            book.ids(1, 2, BookSink.ABSENT);
            book.bid(price, 1 + random.nextInt(5));
            book.ask(price + 1, 2);
            book.bid(price - 1, 3);
            book.end();
        } else {
            MarketByOrderSink book = market.instrument(SWAP.id()).marketByOrder();
            if (random.nextInt(5) == 0) {
                book.lost(event, now);
            }
            book.begin(event, now);
            book.clear();
            book.add(1, Side.BUY, price, 2);
            book.add(2, Side.SELL, price + 2, 2);
            book.modify(1, price, 1);
            book.end();
        }
    }

    private void risk() {
        switch (random.nextInt(9)) {
            case 0 -> engine.risk().trip("a test", "the test", random.nextBoolean());
            case 1 -> reset();
            case 2 -> hold();
            case 3 -> engine.risk().keeping(random.nextBoolean(), "the test");
            case 4 -> flatten();
            default -> engine.risk().resume("s", "the test", "go on");
        }
    }

    /** Refused while what the account holds is being closed. */
    private void hold() {
        try {
            engine.risk().hold("", TradingStage.REDUCING, "a test", "the test");
        } catch (IllegalStateException e) {
            price++;
        }
    }

    /** Refused while the kill switch is tripped and closes nothing. */
    private void flatten() {
        try {
            engine.risk().flatten(random.nextBoolean() ? "s" : "", "a test", "the test");
        } catch (IllegalStateException e) {
            price++;
        }
    }

    /** One that is not tripped cannot be reset: an input that is answered by an exception. */
    private void reset() {
        try {
            engine.risk().reset("the test", "again");
        } catch (IllegalStateException e) {
            price++;
        }
    }
}
