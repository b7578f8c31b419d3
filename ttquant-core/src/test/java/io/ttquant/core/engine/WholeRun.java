package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Order;
import io.ttquant.core.engine.WholeSetting.Feed;
import io.ttquant.core.engine.WholeSetting.Scope;
import io.ttquant.core.margin.MarginAccount;
import io.ttquant.core.margin.View;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.risk.RiskPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One seeded run over the whole engine: a random account and market, two strategies that do anything, and the rules that always hold. */
final class WholeRun {
    static final int STEPS = 60;
    private static final long HOUR = 3_600_000_000_000L;

    final WholeSetting setting;
    final WholeWatch watch;
    final WholeMarket market;
    final Engine engine;
    final Script one = new Script();
    final Script other = new Script();
    final Map<Script, List<Order>> orders = new LinkedHashMap<>();
    final WholeGroups groups;
    final @Nullable WholeRisk risk;
    private final WholeTrader trader;
    private final SplittableRandom random;

    private WholeRun(Scope scope, long seed, boolean writes) {
        this.random = new SplittableRandom(seed);
        this.setting = new WholeSetting(scope, random);
        this.watch = new WholeWatch(new WholeBooks(setting), writes);
        orders.put(one, new ArrayList<>());
        orders.put(other, new ArrayList<>());
        EngineTap keeps = new EngineTap() {
            @Override
            public void created(Order order) {
                orders.get(order.strategyId().equals("s") ? one : other).add(order);
            }
        };
        boolean hasRisk = scope.compareTo(Scope.RISK) >= 0;
        this.risk = hasRisk ? new WholeRisk(setting, random) : null;
        RiskPolicy policy = risk == null ? RiskPolicy.NONE : risk.policy();
        List<EngineTap> taps = risk == null ? List.of(watch, keeps) : List.of(watch, keeps, risk);
        this.engine = setting.engine(one, other, taps, policy, seed);
        this.market = new WholeMarket(setting, engine, watch, random);
        this.trader = new WholeTrader(this, random);
        this.groups = new WholeGroups(this, trader, random);
        orders.keySet().forEach(this::listen);
    }

    /** Plays a run; one that breaks a rule is played again, to tell what happened. */
    static WholeRun play(Scope scope, long seed) {
        WholeRun run = new WholeRun(scope, seed, false);
        try {
            run.play();
            return run;
        } catch (RuntimeException | AssertionError e) {
            WholeRun again = new WholeRun(scope, seed, true);
            String how = "and not when it was played again";
            try {
                again.play();
            } catch (RuntimeException | AssertionError same) {
                how = "again: " + same.getMessage();
            }
            List<String> history = again.watch.history;
            throw new AssertionError(
                    "seed " + seed + " of " + scope + ": " + again.setting + "\n"
                            + String.join("\n", history.subList(Math.max(0, history.size() - 400), history.size()))
                            + "\nseed " + seed + " of " + scope + ": " + e.getMessage() + "\n" + how,
                    e);
        }
    }

    private void listen(Script script) {
        script.start = ctx -> {
            for (Instrument i : setting.instruments) {
                if (setting.feed == Feed.BARS) {
                    ctx.subscribeBars(i.id(), BarSpec.minutes(1));
                } else {
                    ctx.subscribeTrades(i.id());
                    ctx.subscribeQuotes(i.id());
                }
            }
        };
        script.bar = bar -> maybe(script, 3);
        script.trade = trade -> maybe(script, 4);
        script.quote = quote -> maybe(script, 4);
        script.order = event -> maybe(script, 16);
    }

    private void maybe(Script script, int oneIn) {
        if (random.nextInt(oneIn) == 0) {
            trader.act(script);
        }
    }

    private void play() {
        engine.start(0);
        engine.advanceTo(0);
        market.open();
        for (int step = 0; step < STEPS; step++) {
            if (risk != null) {
                risk.step(step, this);
            }
            market.step(() -> {
                check();
                for (int n = random.nextInt(3); n > 0; n--) {
                    trader.act(random.nextBoolean() ? one : other);
                    check();
                }
                if (random.nextInt(3) == 0) {
                    market.pass(random.nextLong(3_000_000_000L));
                    check();
                }
            });
        }
        end();
    }

    private void check() {
        watch.pollOpen();
        for (Instrument i : setting.instruments) {
            assertThat(engine.channel(i.id()).prices().rawTraded())
                    .as("what we know was traded of %s", i)
                    .isLessThanOrEqualTo(market.traded(i));
        }
        groups.check();
        if (risk != null) {
            risk.check(engine);
        }
        watch.books.require(engine.ledger());
        requireBalances();
    }

    /**
     * With strict funds nothing is spent that is not there. The exchange never holds back more than there is; nor do we, unless a fill on its way cost more
     * than its order held back, and took what another order holds back that the exchange will refuse: what is shown as free is then nothing, not less. An
     * order that filled in part may take from what it holds back for its own rest, and no more: by a unit where its parts are rounded, by more where it
     * learned its limit late, as a trailing stop-limit and a market-to-limit do.
     */
    private void requireBalances() {
        for (Balance balance : engine.ledger().balances()) {
            if (setting.isStrict && setting.instruments.equals(List.of(WholeSetting.SPOT))) {
                assertThat(balance.rawTotal())
                        .as("total of %s", balance.currency())
                        .isNotNegative();
                assertThat(balance.rawFree()).as("free %s", balance.currency()).isNotNegative();
                assertThat(engine.ledger().atExchange().rawFree(balance.currency()))
                        .as("free %s at the exchange", balance.currency())
                        .isNotNegative();
                if (setting.isAtOnce) {
                    assertThat(engine.ledger().rawFree(balance.currency()))
                            .as("free %s, not as shown", balance.currency())
                            .isNotNegative();
                }
            }
        }
    }

    private void end() {
        watch.note(() -> "the end: all orders are cancelled");
        List.of(one, other).forEach(script -> {
            script.order = event -> {};
            script.bar = bar -> {};
            script.trade = trade -> {};
            script.quote = quote -> {};
        });
        groups.end();
        for (int n = 1; n <= 3; n++) {
            one.desk().cancelAll();
            other.desk().cancelAll();
            engine.advanceTo(engine.now() + HOUR);
        }
        check();
        engine.stop();
        check();
        if (watch.seen.keySet().stream().noneMatch(order -> order.isOpen() && isExit(order))) {
            requireNothingHeld();
        }
        groups.requireEnded();
        if (risk != null) {
            risk.end(this);
        }
    }

    /** What closes a position for a guard, and goes on until it has. */
    private static boolean isExit(Order order) {
        return order.request().tag().startsWith("risk:");
    }

    private void requireNothingHeld() {
        for (Order order : watch.seen.keySet()) {
            assertThat(order.isClosed()).as("%s is closed", order).isTrue();
            TrackedOrder tracked = (TrackedOrder) order;
            assertThat(tracked.reservation().rawAmount())
                    .as("held for %s", order)
                    .isZero();
            assertThat(tracked.heldAtExchange().rawAmount())
                    .as("held at the exchange for %s", order)
                    .isZero();
        }
        Ledger ledger = engine.ledger();
        for (Balance balance : ledger.balances()) {
            long total = balance.rawTotal();
            assertThat(balance.rawLocked()).as("locked %s", balance.currency()).isZero();
            assertThat(ledger.rawFree(balance.currency()))
                    .as("free %s", balance.currency())
                    .isEqualTo(total);
            assertThat(ledger.atExchange().rawFree(balance.currency()))
                    .as("free %s at the exchange", balance.currency())
                    .isEqualTo(total);
        }
        requireNoMarginHeld();
    }

    /** With no order open, positions alone use margin, all they are worth at leverage 1; spot of the same currency holds nothing back. */
    private void requireNoMarginHeld() {
        MarginAccount account = Objects.requireNonNull(engine.margin());
        Map<Currency, Long> expected = new LinkedHashMap<>();
        for (Instrument i : setting.instruments) {
            if (i.kind().isDerivative()) {
                long start = engine.ledger().balance(i.settlement().code()).rawTotal();
                PositionState net = (PositionState) engine.ledger().netPosition(i.id());
                long mark = Objects.requireNonNull(account.of(i.id())).rawMark();
                boolean isPriced = net.rawQuantity() != 0 && mark != 0;
                long cost = i.isInverse() ? -net.rawCost() : net.rawCost();
                long worth = isPriced ? i.rawNotional(mark, net.rawQuantity()) : net.rawQuantity() == 0 ? 0 : cost;
                long profit = (i.isInverse() ? -worth : worth) - net.rawCost();
                expected.merge(i.settlement(), start, (known, same) -> known);
                expected.merge(i.settlement(), profit - Math.abs(worth), Long::sum);
            }
        }
        expected.forEach((currency, free) -> {
            for (View view : View.values()) {
                assertThat(Objects.requireNonNull(account.groupOf(currency)).rawFree(view))
                        .as("free margin in %s, %s", currency, view)
                        .isEqualTo(free);
            }
        });
    }
}
