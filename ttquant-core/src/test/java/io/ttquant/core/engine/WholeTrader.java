package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TrailingOffset;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

/** Two strategies that send, change and cancel orders of every kind at random. */
final class WholeTrader {
    private final WholeRun run;
    private final SplittableRandom random;

    WholeTrader(WholeRun run, SplittableRandom random) {
        this.run = run;
        this.random = random;
    }

    /** Does something, as one of the strategies. */
    void act(Script who) {
        Orders desk = who.desk();
        if (run.setting.scope.compareTo(WholeSetting.Scope.GROUPS) >= 0 && random.nextInt(4) == 0) {
            run.groups.act(who);
            return;
        }
        switch (random.nextInt(16)) {
            case 0, 1 -> amend(desk, who);
            case 2, 3 -> {
                Order order = pick(who);
                if (order != null) {
                    desk.cancel(order);
                }
            }
            case 4 -> close(desk);
            default -> order(desk, any(), random.nextBoolean()).submit();
        }
    }

    private void close(Orders desk) {
        switch (random.nextInt(6)) {
            case 0 -> desk.cancelAll();
            case 1 -> desk.cancelAll(any().id());
            case 2 -> desk.cancelAll(any().id(), random.nextBoolean() ? Side.BUY : Side.SELL);
            case 3 -> desk.closeAll();
            default -> desk.close(any().id());
        }
    }

    Instrument any() {
        List<Instrument> all = run.setting.instruments;
        return all.get(random.nextInt(all.size()));
    }

    /** A recent order of a strategy, open or not; null if it has none. */
    private Order pick(Script who) {
        List<Order> orders = run.orders.get(who);
        return orders.isEmpty() ? null : orders.get(Math.max(0, orders.size() - 1 - random.nextInt(6)));
    }

    private void amend(Orders desk, Script who) {
        Order order = pick(who);
        if (order == null) {
            return;
        }
        Instrument i = order.instrument();
        // What an algorithm works is its own to size.
        boolean isChild = !order.request().tag().isEmpty();
        long quantity = isChild || random.nextBoolean() ? 0 : random.nextLong(1, 40) * i.rawLot();
        long price = order.rawPrice() == 0 || random.nextBoolean() ? 0 : near(i);
        long trigger = order.rawTrigger() == 0 || random.nextBoolean() ? 0 : near(i);
        run.groups.asked(order, quantity);
        desk.amend(order, new Amendment(quantity, price, trigger));
    }

    private long near(Instrument i) {
        return Math.max(1, run.market.last(i) + random.nextInt(-9, 10)) * i.rawTick();
    }

    /** An order of any type, size and terms; some are refused. */
    OrderBuilder order(Orders desk, Instrument i, boolean buys) {
        OrderBuilder order = side(desk, i, buys);
        size(order, i);
        type(order, i, buys);
        if (random.nextInt(5) == 0) {
            order.reduceOnly();
        }
        return terms(order, i);
    }

    /** An order on a side of an instrument, and of a position where there are two. */
    OrderBuilder side(Orders desk, Instrument i, boolean buys) {
        OrderBuilder order = buys ? desk.buy(i) : desk.sell(i);
        if (run.setting.isHedging && i.kind().isDerivative() && random.nextInt(40) > 0) {
            order.positionSide(random.nextBoolean() ? PositionSide.LONG : PositionSide.SHORT);
        }
        return order;
    }

    private void size(OrderBuilder order, Instrument i) {
        switch (random.nextInt(12)) {
            case 0 -> order.value(BigDecimal.valueOf(random.nextLong(1, 400_00), 2));
            case 1 -> order.spend(BigDecimal.valueOf(random.nextLong(1, 100_00), 2));
            default -> order.lots(random.nextLong(1, random.nextInt(5) == 0 ? 500 : 40));
        }
    }

    private void type(OrderBuilder order, Instrument i, boolean buys) {
        int sign = buys ? 1 : -1;
        long last = run.market.last(i);
        long beyond = Math.max(1, last + sign * random.nextInt(-1, 12)) * i.rawTick();
        long below = Math.max(1, last - sign * random.nextInt(-1, 12)) * i.rawTick();
        switch (random.nextInt(14)) {
            case 0, 1 -> order.market();
            case 2 -> order.marketToLimit();
            case 3 -> order.rawStop(beyond);
            case 4 -> order.rawStop(beyond).rawLimit(near(i));
            case 5 -> order.rawIfTouched(below);
            case 6 -> order.rawIfTouched(below).rawLimit(near(i));
            case 7 -> order.trailing(offset(i, below));
            case 8 -> order.trailingLimit(offset(i, below).withLimitDistance(random.nextInt(3) * i.rawTick()));
            default -> order.rawLimit(near(i));
        }
    }

    private TrailingOffset offset(Instrument i, long activation) {
        TrailingOffset offset = switch (random.nextInt(3)) {
            case 0 -> TrailingOffset.of(TrailingOffset.Kind.PRICE, random.nextInt(1, 8) * i.rawTick());
            case 1 -> TrailingOffset.of(TrailingOffset.Kind.TICKS, random.nextInt(1, 8));
            default -> TrailingOffset.of(TrailingOffset.Kind.BASIS_POINTS, random.nextInt(100, 10_000));
        };
        return random.nextInt(3) == 0 ? offset.withActivation(activation) : offset;
    }

    private OrderBuilder terms(OrderBuilder order, Instrument i) {
        switch (random.nextInt(14)) {
            case 0 -> order.immediateOrCancel();
            case 1 -> order.fillOrKill();
            case 2 -> order.goodForDay();
            case 3 -> order.goodTillNanos(run.engine.now() + random.nextLong(1, 600_000_000_000L));
            default -> {}
        }
        boolean mayRest = order.request().type().triggered() == OrderType.LIMIT || random.nextInt(10) == 0;
        switch (random.nextInt(12)) {
            case 0, 1 -> {
                if (mayRest) {
                    order.postOnly();
                }
            }
            case 2 -> {
                if (mayRest) {
                    order.rawDisplay(random.nextLong(1, 10) * i.rawLot());
                }
            }
            default -> {}
        }
        return order;
    }
}
