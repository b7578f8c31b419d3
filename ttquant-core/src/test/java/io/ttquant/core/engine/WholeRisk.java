package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.RiskEvent;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskLimitsBuilder;
import io.ttquant.core.risk.RiskPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Random limits, and a kill switch that is thrown at a random time: what must hold of orders and positions under them. */
final class WholeRisk implements EngineTap {
    private final WholeSetting setting;
    private final long maxOrder;
    private final long maxPosition;
    private final long maxOwnPosition;
    private final int maxOpen;
    private final boolean hasGuards;
    private final int killStep;
    private final boolean flattens;
    private final Set<Order> sentBefore = new HashSet<>();
    private final Set<Order> exits = new HashSet<>();
    /** Orders that asked for no more than what their strategy held then, on the other side. */
    private final Set<Order> closing = new HashSet<>();

    private final List<Order> open = new ArrayList<>();
    boolean isKilled;

    WholeRisk(WholeSetting setting, SplittableRandom random) {
        this.setting = setting;
        this.maxOrder = random.nextLong(5, 60);
        this.maxPosition = random.nextLong(10, 100);
        this.maxOwnPosition = random.nextLong(8, 80);
        this.maxOpen = random.nextInt(3, 20);
        this.hasGuards = random.nextInt(3) == 0;
        this.killStep = random.nextInt(3) == 0 ? Integer.MAX_VALUE : random.nextInt(20, WholeRun.STEPS);
        this.flattens = random.nextBoolean();
    }

    RiskPolicy policy() {
        RiskLimitsBuilder account = RiskLimits.builder().maxOpenOrders(maxOpen);
        RiskLimitsBuilder each = RiskLimits.builder();
        for (Instrument i : setting.instruments) {
            account.maxOrderQuantity(i.id(), i.formatQuantity(maxOrder * i.rawLot()));
            account.maxPosition(i.id(), i.formatQuantity(maxPosition * i.rawLot()));
            each.maxPosition(i.id(), i.formatQuantity(maxOwnPosition * i.rawLot()));
        }
        if (hasGuards) {
            account.dailyLoss("20", GuardAction.FLATTEN);
            each.stopLoss("0.004").takeProfit("0.006").lossStreak(4, GuardAction.REDUCE);
        }
        return RiskPolicy.ofAccount(account.build()).withEachStrategy(each.build());
    }

    @Override
    public void created(Order order) {
        open.add(order);
        noteClosing(order, order.rawQuantity());
    }

    @Override
    public void commanded(OrderCommand command) {
        Amendment amendment = command.amendment();
        if (amendment != null && amendment.rawQuantity() > 0) {
            noteClosing(
                    command.order(), amendment.rawQuantity() - command.order().rawFilled());
        }
    }

    private void noteClosing(Order order, long rawOpen) {
        long held = ((TrackedOrder) order).position().rawQuantity();
        boolean isOtherSide = order.side() == Side.SELL ? held > 0 : held < 0;
        if (isOtherSide && rawOpen <= Math.abs(held)) {
            closing.add(order);
        }
    }

    @Override
    public void risk(RiskEvent event) {
        if (event instanceof RiskEvent.ExitSent exit) {
            exits.add(exit.order());
            require(!isKilled || flattens, "a kill that does not flatten sends nothing", exit.order());
        }
    }

    @Override
    public void event(OrderEvent event) {
        boolean shows = event instanceof OrderEvent.Accepted
                || event instanceof OrderEvent.Rejected
                || event instanceof OrderEvent.Triggered
                || event instanceof OrderEvent.Filled;
        Order order = event.order();
        if (shows && isKilled && !sentBefore.contains(order) && !isOfTheEngine(order)) {
            require(false, "what a strategy asked for is not sent after the kill", order);
        }
        if (shows && !isOfTheEngine(order) && !isProtecting(order) && !closing.contains(order)) {
            boolean isWithin = order.request().rawQuoteQuantity() > 0
                    || order.rawQuantity() <= maxOrder * order.instrument().rawLot();
            require(isWithin, "no order is larger than " + maxOrder + " lots", order);
        }
    }

    /** An exit of a guard, or of a liquidation. */
    private boolean isOfTheEngine(Order order) {
        boolean isIts = exits.contains(order) || order.request().tag().equals("liquidation");
        require(!isIts || order.request().isReducing(), "the engine itself only reduces", order);
        return isIts;
    }

    /** What a group sends by itself to close what its parent opened. */
    private static boolean isProtecting(Order order) {
        return order.request().isReducing() && order.group() != null;
    }

    /** Between two steps. */
    void check(Engine engine) {
        requirePositions(engine);
        open.removeIf(Order::isClosed);
        long counted = open.stream()
                .filter(order -> order.isOpen() && !isOfTheEngine(order) && !isProtecting(order))
                .count();
        assertThat(counted).as("open orders").isLessThanOrEqualTo(maxOpen);
    }

    private void requirePositions(Engine engine) {
        for (Instrument i : setting.instruments) {
            for (PositionSide side : PositionSide.values()) {
                if (engine.ledger().takes(i, side)) {
                    long s = engine.ledger().position("s", i, side).rawQuantity();
                    long t = engine.ledger().position("t", i, side).rawQuantity();
                    requireWithin(s, maxOwnPosition, i);
                    requireWithin(t, maxOwnPosition, i);
                    requireWithin(s + t, maxPosition, i);
                }
            }
        }
    }

    private void requireWithin(long rawQuantity, long lots, Instrument i) {
        assertThat(Math.abs(rawQuantity)).as("position in %s", i).isLessThanOrEqualTo(lots * i.rawLot());
    }

    /** Throws the kill switch if it is time. */
    void step(int step, WholeRun run) {
        if (step == killStep) {
            for (Order order : run.watch.seen.keySet()) {
                if (order.isOpen() || order.isClosed()) {
                    sentBefore.add(order);
                }
            }
            isKilled = true;
            run.watch.note(() -> "  the kill switch is thrown" + (flattens ? ", positions are closed" : ""));
            run.engine.risk().trip("drawn", "test", flattens);
        }
    }

    void end(WholeRun run) {
        if (isKilled) {
            for (Order order : run.watch.seen.keySet()) {
                boolean isUnsent = order.status() == OrderStatus.DENIED || order.status() == OrderStatus.CANCELED;
                require(
                        sentBefore.contains(order) || isOfTheEngine(order) || isUnsent && order.rawFilled() == 0,
                        "what was not sent before the kill is not sent",
                        order);
            }
        }
    }

    private static void require(boolean holds, String rule, Order order) {
        if (!holds) {
            assertThat(holds).as("%s: %s", rule, order).isTrue();
        }
    }
}
