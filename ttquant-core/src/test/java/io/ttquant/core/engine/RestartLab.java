package io.ttquant.core.engine;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.engine.Inheritance.OwnPosition;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.core.risk.RiskEvent;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskLimitsBuilder;
import io.ttquant.core.risk.RiskMemory;
import io.ttquant.core.risk.RiskPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An account of 10000 USD at an exchange, and the lives of the engine that trades it: what one knew, the next finds in the risk memory only. */
final class RestartLab {
    static final long SECOND = 1_000_000_000L;

    final List<String> acts = new ArrayList<>();
    final List<ExternalOrder> openOrders = new ArrayList<>();
    RiskMemory memory;
    RiskPolicy policy;
    KillSwitchStore killSwitch = KillSwitchStore.inMemory();
    UnaryOperator<EngineBuilder> shape = builder -> builder;
    LiveLab life;
    /** Whether strategies have their positions back, as from a store. */
    boolean givesBack = true;
    /** What a flat position has back beside what this life knows of; 0 if nothing. */
    long realizedBefore;

    private long now;
    private long trades;

    RestartLab(String start, RiskPolicy policy) {
        this(start, policy, RiskMemory.inMemory(null));
    }

    RestartLab(String start, RiskPolicy policy, RiskMemory memory) {
        this.now = nanos(start);
        this.policy = policy;
        this.memory = memory;
        begin(LiveLab.snapshot(now, List.of(new Balance(Lab.USD, 10_000_00, 0)), List.of()), Inheritance.NONE);
    }

    static RestartLab ofAccount(String start, UnaryOperator<RiskLimitsBuilder> limits) {
        return new RestartLab(start, account(limits));
    }

    static RiskPolicy account(UnaryOperator<RiskLimitsBuilder> limits) {
        return RiskPolicy.ofAccount(
                limits.apply(RiskLimits.builder()).maxOrderAge(Duration.ZERO).build());
    }

    /** Limits of the strategy, and none of the account. */
    static RiskPolicy strategy(UnaryOperator<RiskLimitsBuilder> limits) {
        return account(b -> b)
                .withStrategy("s", limits.apply(RiskLimits.builder()).build());
    }

    static long nanos(String time) {
        return Instant.parse(time).getEpochSecond() * SECOND;
    }

    private void begin(AccountSnapshot account, Inheritance inherited) {
        build(account, inherited);
        life.engine.start(now);
        life.engine.advanceTo(now);
        life.account.trading(true, "all is up");
    }

    private void build(AccountSnapshot account, Inheritance inherited) {
        life = new LiveLab(
                account,
                builder -> shape.apply(builder.risk(policy)
                        .riskMemory(memory)
                        .killSwitch(killSwitch)
                        .inherit(inherited)
                        .startNanos(now)
                        .tap(new EngineTap() {
                            @Override
                            public void risk(RiskEvent event) {
                                acts.add(event.getClass().getSimpleName() + " " + event.message());
                            }
                        })));
    }

    /** Ends the engine as by kill -9 and begins with another. */
    RestartLab restart() {
        begin(account(), inherited());
        return this;
    }

    /** The same with time between. */
    RestartLab restartAt(String time) {
        now = nanos(time);
        return restart();
    }

    /** What the exchange says. */
    AccountSnapshot account() {
        PositionState own = life.engine.ledger().position("s", LiveLab.SWAP);
        long dollars = life.engine.ledger().balance("USD").rawTotal();
        return new AccountSnapshot(
                List.of(new Balance(Lab.USD, dollars, 0)),
                own.rawQuantity() == 0
                        ? List.of()
                        : List.of(LiveLab.held(own.rawQuantity(), price(own).toPlainString())),
                openOrders,
                PositionMode.NETTING,
                now);
    }

    /** What a store says. */
    private Inheritance inherited() {
        PositionState own = life.engine.ledger().position("s", LiveLab.SWAP);
        long rawRealized = givesBack ? own.rawRealized() : 0;
        if (realizedBefore != 0) {
            rawRealized = realizedBefore;
            realizedBefore = 0;
            givesBack = true;
        }
        if (!givesBack || own.rawQuantity() == 0 && rawRealized == 0) {
            return Inheritance.NONE;
        }
        return new Inheritance(
                List.of(new OwnPosition(
                        "s", LiveLab.SWAP.id(), PositionSide.NET, own.rawQuantity(), price(own), rawRealized)),
                List.of(),
                Map.of());
    }

    private static BigDecimal price(PositionState own) {
        return own.rawQuantity() == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(own.averagePrice());
    }

    RestartLab at(String time) {
        now = nanos(time);
        life.engine.advanceTo(now);
        return this;
    }

    RestartLab pass(long nanos) {
        now += nanos;
        life.engine.advanceTo(now);
        return this;
    }

    /** A price, a second later. */
    RestartLab price(long rawPrice) {
        pass(SECOND);
        life.engine.instrument(LiveLab.SWAP.id()).trade(now, now, rawPrice, 1, AggressorSide.NONE);
        return this;
    }

    /** Buys, or sells below zero, and is filled at once if the order leaves; true if it does. */
    boolean trade(long quantity, long price, long rawFee) {
        var desk = life.script.desk();
        Order order = (quantity > 0 ? desk.buy(LiveLab.SWAP) : desk.sell(LiveLab.SWAP))
                .rawQuantity(Math.abs(quantity))
                .market()
                .submit();
        if (order.status() == OrderStatus.DENIED) {
            return false;
        }
        life.account.filled(
                order,
                ++trades,
                price,
                Math.abs(quantity),
                rawFee,
                Lab.USD,
                LiquiditySide.TAKER,
                FillReason.EXCHANGE,
                now);
        pass(0);
        return true;
    }

    /** A position that is bought at 100. */
    RestartLab hold(long quantity) {
        price(100);
        if (!trade(quantity, 100, 0)) {
            throw new AssertionError("denied: " + life.lastDenial());
        }
        return price(100);
    }

    /** What whoever runs an engine does every second. */
    RestartLab keep() {
        life.engine.risk().keep(false);
        return this;
    }

    /** What was done, without what is found at a start. */
    List<String> trips() {
        return acts.stream()
                .filter(act -> !act.contains("found so at the start"))
                .toList();
    }
}
