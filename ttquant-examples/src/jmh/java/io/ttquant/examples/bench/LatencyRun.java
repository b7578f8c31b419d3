package io.ttquant.examples.bench;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.metrics.MetricsProvider;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Side;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.Storage;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.live.MachineClock;
import io.ttquant.core.metrics.EngineMetrics;
import io.ttquant.core.metrics.MetricsOptions;
import io.ttquant.core.metrics.prometheus.PrometheusMetrics;
import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import io.ttquant.core.storage.tap.LastKnown;
import io.ttquant.core.storage.tap.StoreTap;
import io.ttquant.core.storage.tap.StoredRun;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@link EngineLatency}: 20,000 trades a second, of which every fifth makes an order, with limits as a live run has them. Between trades the thread spins, as
 * the processor of a machine that only trades stays awake.
 */
final class LatencyRun {
    private static final long PACE_NANOS = 50_000;
    private static final int TRADES_AN_ORDER = 5;
    private static final int WARM_UP_ORDERS = 4_000;
    private static final int WARM_UPS = 4;
    private static final int MOST_WARM_UPS = 12;
    private static final long RAW_PRICE = 4_000_000;
    private static final Instrument BTC = BenchmarkMarket.perpetual("BTC");
    private static final Currency USDT = Currency.of("USDT");

    private final MachineClock clock = MachineClock.start();
    private final InstantVenue venue = new InstantVenue();
    private final Engine engine;
    private final MarketDataSink market;
    private final @Nullable EngineMetrics metrics;
    private final MetricsProvider.@Nullable Binding binding;
    private long nextSample;
    private int trades;

    private LatencyRun(boolean isMeasured, @Nullable Storage storage) {
        EngineBuilder builder = Engine.builder()
                .instrument(BTC)
                .reporting(USDT)
                .strategy("answer", new Answering())
                .risk(RiskPolicy.ofAccount(limits()))
                .execute(venue)
                .openAccount(new AccountSnapshot(
                        List.of(new Balance(USDT, 1_000_000_00000000L, 0)),
                        List.of(),
                        List.of(),
                        PositionMode.NETTING,
                        clock.nanos()));
        EngineMetrics its = isMeasured ? EngineMetrics.of("bench", "live", MetricsOptions.DEFAULT, clock) : null;
        if (its != null) {
            its.into(builder);
        }
        StoreTap tap = storage == null
                ? null
                : StoredRun.open(storage, "live-bench", RunKind.LIVE, clock.nanos(), Map.of(), "", LastKnown.NO_NUMBER);
        if (tap != null) {
            builder.tap(tap);
        }
        engine = builder.build();
        metrics = its;
        market = its == null ? engine : its.market(engine);
        if (tap != null) {
            tap.attach(engine.ledger(), clock.nanos());
        }
        engine.start(clock.nanos());
        engine.live().trading(true, "the venue is there");
        if (its != null) {
            if (storage != null) {
                its.store("sqlite", storage.meter());
            }
            its.of(engine).started();
            binding = new PrometheusMetrics().bind(its.metrics(), Map.of("port", "0"));
        } else {
            binding = null;
        }
    }

    private static RiskLimits limits() {
        return RiskLimits.builder()
                .maxOrderValue("1000000")
                .maxPositionValue("1000000")
                .maxExposure("1000000")
                .dailyLoss("500000", GuardAction.HALT)
                .build();
    }

    /** Sends a market order at every fifth trade, buys and sells in turn. */
    private static final class Answering extends Strategy {
        private int heard;
        private boolean isLong;

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeTrades(BTC.id());
        }

        @Override
        protected void onTrade(Trade trade) {
            if (++heard % TRADES_AN_ORDER == 0) {
                orders().submit(OrderRequest.market(BTC, isLong ? Side.SELL : Side.BUY, 1_000));
                isLong = !isLong;
            }
        }
    }

    /** Runs it: bare, metrics, store or both, and how many orders. */
    public static void main(String... args) throws IOException {
        boolean isMeasured = args[0].equals("metrics") || args[0].equals("both");
        boolean isKept = args[0].equals("store") || args[0].equals("both");
        int orders = Integer.parseInt(args[1]);
        try (ScratchFolder folder = ScratchFolder.make()) {
            if (isKept) {
                Map<String, String> settings =
                        Map.of("file", folder.path().resolve("run.db").toString());
                try (Storage storage = new SqliteStorage().open(settings)) {
                    new LatencyRun(isMeasured, storage).run(orders);
                    if (storage.meter().refused() > 0) {
                        throw new IllegalStateException("the store did not take it all: " + storage.state());
                    }
                }
            } else {
                new LatencyRun(isMeasured, null).run(orders);
            }
        }
    }

    private void run(int orders) {
        warmUp();
        long[][] measured = measure(orders);
        System.out.printf(
                Locale.ROOT,
                "RESULT %d %d %d %d%n",
                quantile(measured[0], 50),
                quantile(measured[0], 99),
                quantile(measured[1], 50),
                quantile(measured[1], 99));
        engine.stop();
        if (binding != null) {
            binding.close();
        }
    }

    /** Until the compiler has nothing more to do, since on a busy machine it lags behind: code that is not compiled yet would be what is measured. */
    private void warmUp() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long compiled = -1;
        for (int i = 0, quiet = 0; i < WARM_UPS || (quiet < 2 && i < MOST_WARM_UPS); i++) {
            measure(WARM_UP_ORDERS);
            quiet = compiler.getTotalCompilationTime() == compiled ? quiet + 1 : 0;
            compiled = compiler.getTotalCompilationTime();
        }
    }

    /** Of each order the time until it was sent, and until all of it was done. */
    private long[][] measure(int orders) {
        InstrumentSink sink = market.instrument(BTC.id());
        long[] sent = new long[orders];
        long[] done = new long[orders];
        long next = System.nanoTime();
        for (int i = 0; i < orders; ) {
            next = Math.max(next + PACE_NANOS, System.nanoTime());
            while (System.nanoTime() - next < 0) {
                Thread.onSpinWait();
            }
            sample();
            long price = RAW_PRICE + trades++ % 100;
            long from = System.nanoTime();
            long now = clock.nanos();
            engine.advanceTo(now);
            sink.trade(now, now, price, 1_000, AggressorSide.BUYER);
            long arrived = venue.arrivedAt();
            if (arrived != 0) {
                venue.answer(engine.reports(), price, clock.nanos());
                done[i] = System.nanoTime() - from;
                sent[i++] = arrived - from;
            }
        }
        return new long[][] {sent, done};
    }

    private void sample() {
        if (metrics != null && System.nanoTime() - nextSample > 0) {
            nextSample = System.nanoTime() + EngineMetrics.PERIOD.toNanos();
            metrics.sample();
        }
    }

    private static long quantile(long[] nanos, int percent) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) ((long) sorted.length * percent / 100)];
    }
}
