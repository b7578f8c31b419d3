package io.ttquant.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.exchange.SessionFigures;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.Trade;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.metrics.Distribution;
import io.ttquant.api.metrics.Metric;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.TimerEvent;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.FailurePolicy;
import io.ttquant.core.live.LiveLoop;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An engine driven by hand, so that each figure is known before it is read. */
class EngineMetricsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final Currency USD = Currency.of("USD");
    private static final Instrument SWAP = Instrument.perpetual(InstrumentId.parse("sim:ABC"), Currency.of("ABC"), USD)
            .tick("1")
            .lot("1")
            .build();

    private final Trader trader = new Trader();
    private long now = SECOND;
    private long callbackNanos;
    private final EngineMetrics metrics = EngineMetrics.of(
            "sim", "paper", new MetricsOptions(Duration.ofSeconds(10), Duration.ofMinutes(10), 50), this::time);
    private final Engine engine = build();
    private final MarketDataSink market = metrics.market(engine);
    private final InstrumentSink abc = market.instrument(SWAP.id());

    private final class Trader extends Strategy {
        boolean isBroken;

        OrderBuilder buy(long quantity) {
            return orders().buy(SWAP).rawQuantity(quantity);
        }

        OrderBuilder sell(long quantity) {
            return orders().sell(SWAP).rawQuantity(quantity);
        }

        void cancel(Order order) {
            orders().cancel(order);
        }

        @Override
        protected void onStart(StrategyContext context) {
            context.subscribeTrades(SWAP.id());
            context.timers().every("tick", Duration.ofSeconds(100));
        }

        @Override
        protected void onTrade(Trade trade) {
            callbackNanos += 30 * MILLI;
            if (isBroken) {
                throw new IllegalStateException("a broken strategy");
            }
        }

        @Override
        protected void onTimer(TimerEvent timer) {}
    }

    /** Goes on inside callbacks, as they take time. */
    private long time() {
        return now + callbackNanos;
    }

    private Engine build() {
        RiskLimits limits = RiskLimits.builder()
                .maxExposure("100000")
                .maxOpenOrders(4)
                .maxOrdersPerMinute(100)
                .dailyLoss("5000", GuardAction.HALT)
                .maxDrawdown("0.5", GuardAction.HALT)
                .build();
        Engine built = metrics.into(Engine.builder()
                        .instrument(SWAP)
                        .reporting(USD)
                        .startBalance(USD, FixedPoint.toRaw(new BigDecimal("10000"), USD.scale()))
                        .funds(FundsPolicy.BORROW)
                        .strategy("trader", trader)
                        .bookSequence(SWAP.id(), SequenceRule::okx)
                        .onFailure(FailurePolicy.STOP_STRATEGY)
                        .risk(new RiskPolicy(limits, RiskLimits.NONE, Map.of()))
                        .simulate(SimulationConfig.DEFAULT
                                .withFees(RateFees.of(new BigDecimal("0.001"), new BigDecimal("0.002")))
                                .withLatency(LatencyModel.constant(Duration.ofMillis(40), Duration.ofMillis(60)))))
                .build();
        metrics.of(built).session(this::session);
        built.start(0);
        metrics.started();
        return built;
    }

    private SessionFigures session() {
        return new SessionFigures(
                new SessionFigures.Streams(2, 5, 3, 1000, 7, 4, 6, 1, 9),
                new SessionFigures.Requests(
                        50,
                        2,
                        1,
                        3,
                        9,
                        25 * MILLI,
                        2 * SECOND,
                        List.of(new SessionFigures.QuotaUse("weight", 30, 120))),
                Optional.of(new SessionFigures.ClockOffset(-5 * MILLI, MILLI)));
    }

    private Shown shown() {
        metrics.sample();
        return new Shown(metrics.metrics());
    }

    /** A trade that took so long to come here. */
    private void trade(long price, long latencyNanos) {
        abc.trade(now - latencyNanos, now, price, 1_000, AggressorSide.NONE);
    }

    private void pass(long nanos) {
        now += nanos;
        engine.advanceTo(now);
    }

    @Test
    void marketDataAreCountedByKindWithTheirWayHereAndTheirAge() {
        trade(100, 20 * MILLI);
        pass(SECOND);
        trade(101, 20 * MILLI);
        trade(102, -5 * MILLI);
        abc.quote(now - MILLI, now, 99, 5, 103, 5);
        abc.markPrice(now, now, 101);
        abc.indexPrice(now, now, 101);
        abc.status(now, now, TradingStatus.TRADING);
        abc.funding(now, now, BigDecimal.ZERO, now + 3600 * SECOND);
        pass(3 * SECOND);
        Shown shown = shown();

        assertThat(shown.value(MarketMeters.EVENTS, "kind", "trade")).isEqualTo(3);
        for (String kind : List.of("quote", "mark_price", "index_price", "status", "funding")) {
            assertThat(shown.value(MarketMeters.EVENTS, "kind", kind)).as(kind).isEqualTo(1);
        }
        assertThat(shown.value(MarketMeters.EVENTS, "kind", "book")).isZero();
        assertThat(shown.value(MarketMeters.FUTURE_EVENTS)).isEqualTo(1);
        assertThat(shown.value(MarketMeters.VOLUME)).isEqualTo(3_000);
        assertThat(shown.value(MarketMeters.EVENT_AGE)).isCloseTo(3.09, within(1e-9));
        assertThat(shown.value(MarketMeters.PRICE)).isEqualTo(101);
        Distribution latency = shown.distribution(MarketMeters.LATENCY, "kind", "trade");
        assertThat(latency.count()).isEqualTo(3);
        assertThat(latency.sum()).isCloseTo(0.04, within(1e-12));
    }

    @Test
    void barsOfHistoryAreCountedWithoutAWayHere() {
        var bars = abc.bars(BarSpec.minutes(1));
        bars.bar(0, 60 * SECOND, 60 * SECOND, 1, 2, 1, 2, 5);
        bars.bar(60 * SECOND, 120 * SECOND, 120 * SECOND + 30 * MILLI, 1, 2, 1, 2, 5);
        Shown shown = shown();

        assertThat(shown.value(MarketMeters.EVENTS, "kind", "bar")).isEqualTo(2);
        assertThat(shown.distribution(MarketMeters.LATENCY, "kind", "bar").count())
                .isEqualTo(1);
    }

    private void snapshot(BookSink book) {
        book.snapshot(now, now);
        book.ids(0, 10, -1);
        book.bid(99, 5);
        book.ask(101, 5);
        book.end();
    }

    @Test
    void booksTellOfGapsAndOfTheirComingBack() {
        BookSink book = abc.book();
        snapshot(book);
        book.increment(now, now);
        book.ids(0, 12, 11);
        book.bid(98, 5);
        book.end();
        assertThat(shown().value(MarketMeters.GAPS)).isEqualTo(1);
        snapshot(book);
        book.lost(now, now);
        book.lost(now, now);
        snapshot(book);
        Shown shown = shown();

        assertThat(shown.value(MarketMeters.EVENTS, "kind", "book")).isEqualTo(4);
        assertThat(shown.value(MarketMeters.SNAPSHOTS)).isEqualTo(3);
        assertThat(shown.value(MarketMeters.GAPS)).isEqualTo(2);
        assertThat(shown.value(MarketMeters.RESYNCS)).isEqualTo(2);
        assertThat(shown.value(MarketMeters.CROSSED)).isZero();
        assertThat(shown.value(MarketMeters.CHECKSUMS)).isZero();
        assertThat(shown.value(MarketMeters.DROPPED)).isZero();
    }

    @Test
    void ordersAreCountedByWhatBecameOfThem() {
        trade(100, 0);
        trader.buy(10).market().submit();
        pass(SECOND);
        trade(100, 0);
        Order resting = trader.buy(1).limit("50").submit();
        pass(SECOND);
        Shown open = shown();
        assertThat(open.value(OrderMeters.OPEN, "strategy", "trader")).isEqualTo(1);
        assertThat(open.value(RiskMeters.USE, "rule", "max_open_orders", "scope", "account"))
                .isEqualTo(1);
        assertThat(open.value(RiskMeters.USE_RATIO, "rule", "max_open_orders")).isEqualTo(0.25);

        trader.cancel(resting);
        pass(SECOND);
        trader.buy(5_000).limit("100").submit();
        trader.buy(1).limit("60").immediateOrCancel().submit();
        pass(SECOND);
        trade(100, 0);
        Shown shown = shown();

        assertThat(shown.value(OrderMeters.REQUESTED, "side", "buy")).isEqualTo(4);
        assertThat(shown.value(OrderMeters.REQUESTED, "side", "sell")).isZero();
        assertThat(shown.value(OrderMeters.ACCEPTED)).isEqualTo(3);
        assertThat(shown.value(OrderMeters.CLOSED, "outcome", "filled")).isEqualTo(1);
        assertThat(shown.value(OrderMeters.CLOSED, "outcome", "canceled")
                        + shown.value(OrderMeters.CLOSED, "outcome", "expired"))
                .isEqualTo(2);
        assertThat(shown.value(OrderMeters.CLOSED, "outcome", "denied")).isEqualTo(1);
        assertThat(shown.value(OrderMeters.CLOSED, "outcome", "rejected")).isZero();
        assertThat(shown.value(OrderMeters.DENIED, "reason", "max_exposure")).isEqualTo(1);
        assertThat(shown.value(OrderMeters.DENIED)).isEqualTo(1);
        assertThat(shown.value(OrderMeters.REJECTED)).isZero();
        assertThat(shown.value(OrderMeters.OPEN)).isZero();
        assertThat(shown.value(OrderMeters.IN_DOUBT)).isZero();
        assertThat(shown.value(OrderMeters.UNKNOWN)).isZero();
        Distribution roundTrip = shown.distribution(OrderMeters.ROUND_TRIP);
        assertThat(roundTrip.count()).isEqualTo(3);
        assertThat(roundTrip.sum()).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void fillsFeesAndRoundTripsHaveTheirValueAndTheBooksTheirProfit() {
        trade(100, 0);
        trader.buy(10).market().submit();
        pass(SECOND);
        trade(100, 0);
        trade(130, 0);
        Shown held = shown();
        assertThat(held.value(PortfolioMeters.POSITION)).isEqualTo(10);
        assertThat(held.value(PortfolioMeters.POSITION_VALUE)).isEqualTo(1_300);
        assertThat(held.value(PortfolioMeters.POSITIONS)).isEqualTo(1);
        assertThat(held.value(PortfolioMeters.EXPOSURE)).isEqualTo(1_300);
        assertThat(held.value(PortfolioMeters.UNREALIZED)).isEqualTo(300);
        assertThat(held.value(PortfolioMeters.PROFIT)).isEqualTo(298);
        assertThat(held.value(PortfolioMeters.EQUITY)).isEqualTo(10_298);
        assertThat(held.value(RiskMeters.USE, "rule", "max_exposure")).isEqualTo(1_300);

        trader.sell(10).market().submit();
        pass(SECOND);
        trade(130, 0);
        trader.sell(10).market().submit();
        pass(SECOND);
        trade(130, 0);
        Shown isShort = shown();
        assertThat(isShort.value(PortfolioMeters.NET_EXPOSURE)).isEqualTo(-1_300);
        assertThat(isShort.value(PortfolioMeters.EXPOSURE)).isEqualTo(1_300);

        trade(140, 0);
        trader.buy(10).market().submit();
        pass(SECOND);
        trade(140, 0);
        Shown shown = shown();

        // 10 at 100 and back at 130: 300 less 2 and 2.6. Then 10 short at 130 and back at 140: -100 less 2.6 and 2.8.
        assertThat(shown.value(OrderMeters.FILLS, "liquidity", "taker")).isEqualTo(4);
        assertThat(shown.value(OrderMeters.FILLS, "liquidity", "maker")).isZero();
        assertThat(shown.value(OrderMeters.FILL_VALUE, "side", "buy")).isEqualTo(2_400);
        assertThat(shown.value(OrderMeters.FILL_VALUE, "side", "sell")).isEqualTo(2_600);
        assertThat(shown.value(OrderMeters.FEES)).isCloseTo(10, within(1e-9));
        assertThat(shown.distribution(OrderMeters.FILL_LATENCY).count()).isEqualTo(4);
        assertThat(shown.value(PortfolioMeters.ROUND_TRIPS, "result", "won")).isEqualTo(1);
        assertThat(shown.value(PortfolioMeters.ROUND_TRIPS, "result", "lost")).isEqualTo(1);
        assertThat(shown.value(PortfolioMeters.ROUND_TRIPS, "result", "even")).isZero();
        assertThat(shown.value(PortfolioMeters.WIN_RATIO)).isEqualTo(0.5);
        assertThat(shown.value(PortfolioMeters.AVERAGE_WIN)).isCloseTo(295.4, within(1e-9));
        assertThat(shown.value(PortfolioMeters.AVERAGE_LOSS)).isCloseTo(105.4, within(1e-9));
        assertThat(shown.value(PortfolioMeters.REALIZED)).isEqualTo(200);
        assertThat(shown.value(PortfolioMeters.UNREALIZED)).isZero();
        assertThat(shown.value(PortfolioMeters.PROFIT)).isEqualTo(190);
        assertThat(shown.value(PortfolioMeters.EQUITY)).isEqualTo(10_190);
        assertThat(shown.value(PortfolioMeters.BALANCE, "currency", "USD")).isEqualTo(10_190);
        assertThat(shown.value(PortfolioMeters.BALANCE_FREE, "currency", "USD")).isEqualTo(10_190);
        assertThat(shown.value(PortfolioMeters.FUNDING)).isZero();
        assertThat(shown.value(PortfolioMeters.POSITIONS)).isZero();
        assertThat(shown.value(PortfolioMeters.DRAWDOWN_VALUE)).isCloseTo(108, within(1e-9));
        assertThat(shown.value(PortfolioMeters.MAX_DRAWDOWN_VALUE)).isCloseTo(108, within(1e-9));
        assertThat(shown.value(PortfolioMeters.STRATEGY_DRAWDOWN)).isCloseTo(108, within(1e-9));
        assertThat(shown.value(PortfolioMeters.DRAWDOWN)).isCloseTo(108 / 10_298.0, within(1e-12));
        assertThat(shown.value(PortfolioMeters.MAX_DRAWDOWN)).isCloseTo(108 / 10_298.0, within(1e-12));
        assertThat(shown.value(RiskMeters.USE, "rule", "daily_loss")).isZero();
        assertThat(shown.value(RiskMeters.LIMIT, "rule", "daily_loss")).isEqualTo(5_000);
    }

    @Test
    void ratiosComeFromTheEquityOfEachPeriod() {
        trade(100, 0);
        trader.buy(90).market().submit();
        pass(SECOND);
        trade(100, 0);
        metrics.sample();
        double before = 10_000;
        double[] returns = new double[41];
        for (int i = 0; i < returns.length; i++) {
            pass(10 * SECOND);
            trade(100 + (i * 7) % 5, 0);
            metrics.sample();
            returns[i] = engine.ledger().equity() / before - 1;
            before = engine.ledger().equity();
        }
        Shown shown = new Shown(metrics.metrics());
        ReturnFigures expected = new ReturnFigures(returns, Duration.ofSeconds(10));
        assertThat(shown.value(PortfolioMeters.RETURNS)).isEqualTo(41);
        assertThat(shown.value(PortfolioMeters.SHARPE)).isCloseTo(expected.sharpe(), within(1e-6));
        assertThat(shown.value(PortfolioMeters.SORTINO)).isCloseTo(expected.sortino(), within(1e-6));
        assertThat(shown.value(PortfolioMeters.VOLATILITY)).isCloseTo(expected.volatility(), within(1e-9));
        assertThat(shown.value(PortfolioMeters.VAR, "confidence", "0.95"))
                .isCloseTo(expected.valueAtRisk(0.95), within(1e-12));
        assertThat(shown.value(PortfolioMeters.CVAR, "confidence", "0.95"))
                .isCloseTo(expected.conditionalValueAtRisk(0.95), within(1e-12));
        assertThat(shown.value(PortfolioMeters.CVAR, "confidence", "0.99")).isNaN();
        assertThat(shown.value(PortfolioMeters.STRATEGY_SHARPE)).isCloseTo(expected.sharpe(), within(1e-6));
    }

    @Test
    void theKillSwitchAndTheStagesAreShown() {
        trade(100, 0);
        assertThat(shown().value(RiskMeters.KILL_SWITCH)).isZero();
        engine.risk().trip("a test", "Ann", false);
        Shown shown = shown();

        assertThat(shown.value(RiskMeters.KILL_SWITCH)).isEqualTo(1);
        assertThat(shown.value(RiskMeters.KILL_SWITCH_TRIPS)).isEqualTo(1);
        assertThat(shown.value(RiskMeters.STAGE, "scope", "account")).isEqualTo(2);
        assertThat(shown.value(RiskMeters.STAGE, "scope", "trader")).isEqualTo(2);
        trader.buy(1).market().submit();
        assertThat(shown().value(OrderMeters.DENIED, "reason", "killed")).isEqualTo(1);
    }

    @Test
    void aLossBeyondTheLimitIsATrip() {
        trade(100, 0);
        trader.buy(90).market().submit();
        pass(SECOND);
        trade(100, 0);
        trade(40, 0);
        Shown shown = shown();

        assertThat(shown.value(RiskMeters.TRIPS, "guard", "daily_loss")).isEqualTo(1);
        assertThat(shown.value(RiskMeters.USE, "rule", "daily_loss")).isGreaterThan(5_000);
        assertThat(shown.value(RiskMeters.USE_RATIO, "rule", "daily_loss")).isGreaterThan(1);
        assertThat(shown.value(RiskMeters.STAGE, "scope", "account")).isEqualTo(2);
    }

    @Test
    void callbacksTimersAndTheEngineItselfAreMeasured() {
        trade(100, 0);
        trade(100, 0);
        Shown begun = shown();
        assertThat(begun.distribution(EngineMeters.CALLBACK_TIME, "strategy", "trader")
                        .count())
                .isEqualTo(2);
        assertThat(begun.distribution(EngineMeters.CALLBACK_TIME).sum()).isCloseTo(0.06, within(1e-9));
        assertThat(begun.value(EngineMeters.TIMERS_PENDING)).isEqualTo(1);
        assertThat(begun.value(EngineMeters.RUNNING, "mode", "paper")).isEqualTo(1);
        assertThat(begun.value(EngineMeters.STRATEGIES, "state", "running")).isEqualTo(1);
        assertThat(begun.value(EngineMeters.START_TIME)).isEqualTo(1);
        assertThat(begun.value(EngineMeters.TIME)).isEqualTo(1);

        callbackNanos = 0;
        pass(99 * SECOND + 250 * MILLI);
        Shown shown = shown();
        assertThat(shown.value(EngineMeters.TIMERS_FIRED)).isEqualTo(1);
        assertThat(shown.distribution(EngineMeters.TIMER_LATENESS).sum()).isCloseTo(0.25, within(1e-9));
        assertThat(shown.value(EngineMeters.SAMPLE_AGE)).isZero();
        assertThat(shown.value(EngineMeters.SAMPLES)).isEqualTo(3);
        assertThat(shown.value(EngineMeters.FOLDED)).isZero();
    }

    @Test
    void aStrategyThatThrowsIsCounted() {
        trade(100, 0);
        trader.isBroken = true;
        trade(100, 0);
        Shown shown = shown();

        assertThat(shown.value(EngineMeters.FAILURES, "strategy", "trader")).isEqualTo(1);
        assertThat(shown.value(EngineMeters.STRATEGIES, "state", "failed")).isEqualTo(1);
        assertThat(shown.value(EngineMeters.STRATEGIES, "state", "running")).isZero();
    }

    @Test
    void theSessionIsShownAsItTells() {
        metrics.trading(true);
        metrics.wanted(SWAP.id(), Capability.TRADES);
        Shown shown = shown();

        assertThat(shown.value(SessionMeters.CONNECTIONS)).isEqualTo(2);
        assertThat(shown.value(SessionMeters.CONNECTS)).isEqualTo(5);
        assertThat(shown.value(SessionMeters.RECONNECTS)).isEqualTo(3);
        assertThat(shown.value(SessionMeters.MESSAGES)).isEqualTo(1000);
        assertThat(shown.value(SessionMeters.PARSE_ERRORS)).isEqualTo(7);
        assertThat(shown.value(SessionMeters.STALE)).isEqualTo(4);
        assertThat(shown.value(SessionMeters.LOST)).isEqualTo(6);
        assertThat(shown.value(SessionMeters.REFUSED)).isEqualTo(1);
        assertThat(shown.value(SessionMeters.TRADE_GAPS)).isEqualTo(9);
        assertThat(shown.value(SessionMeters.REQUESTS, "outcome", "answered")).isEqualTo(50);
        assertThat(shown.value(SessionMeters.REQUESTS, "outcome", "unsent")).isEqualTo(2);
        assertThat(shown.value(SessionMeters.REQUESTS, "outcome", "unknown")).isEqualTo(1);
        assertThat(shown.value(SessionMeters.THROTTLED)).isEqualTo(3);
        assertThat(shown.value(SessionMeters.WAITING)).isEqualTo(9);
        assertThat(shown.value(SessionMeters.ROUND_TRIP)).isEqualTo(0.025);
        assertThat(shown.value(SessionMeters.BLOCKED)).isEqualTo(2);
        assertThat(shown.value(SessionMeters.BUDGET_USED, "quota", "weight")).isEqualTo(30);
        assertThat(shown.value(SessionMeters.BUDGET_CAPACITY)).isEqualTo(120);
        assertThat(shown.value(SessionMeters.BUDGET_RATIO)).isEqualTo(0.25);
        assertThat(shown.value(SessionMeters.CLOCK_OFFSET)).isEqualTo(-0.005);
        assertThat(shown.value(SessionMeters.CLOCK_ERROR)).isEqualTo(0.001);
        assertThat(shown.value(SessionMeters.TRADING)).isEqualTo(1);
        assertThat(shown.value(MarketMeters.LIVE, "kind", "trades")).isZero();
        metrics.marketData(SWAP.id(), Capability.TRADES, true);
        assertThat(shown().value(MarketMeters.LIVE, "kind", "trades")).isEqualTo(1);
    }

    @Test
    void everySeriesIsOfTheCatalogueWithItsLabelsAndNoMeterIsLeftOut() {
        metrics.wanted(SWAP.id(), Capability.TRADES);
        metrics.loop(LiveLoop.of(this::time));
        metrics.store("fake", new FakeStore());
        Set<String> seen = new HashSet<>();
        Set<Metric> all = new HashSet<>(shown().metrics());
        all.addAll(MachineMetrics.metrics());
        for (Metric metric : all) {
            Meter meter = Catalogue.meters().stream()
                    .filter(each -> each.dotted().equals(metric.name()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(metric.name() + " is not in the catalogue"));
            assertThat(metric.tags().keySet()).as(meter.name()).containsExactlyInAnyOrderElementsOf(meter.labels());
            assertThat(metric.kind()).as(meter.name()).isEqualTo(meter.kind());
            seen.add(meter.name());
        }
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        Catalogue.meters().stream().map(Meter::name).toList());
    }
}
