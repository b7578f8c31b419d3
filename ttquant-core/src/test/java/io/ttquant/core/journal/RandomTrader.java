package io.ttquant.core.journal;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.market.Trade;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.TimerEvent;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** Sends orders of all kinds, amends and cancels them, at random but by the engine's own random numbers alone. */
class RandomTrader extends Strategy {
    private final List<InstrumentId> instruments;
    private RandomGenerator random = RandomGenerator.getDefault();

    RandomTrader(List<InstrumentId> instruments) {
        this.instruments = instruments;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        random = ctx.random();
        for (InstrumentId id : instruments) {
            ctx.subscribeTrades(id);
            ctx.subscribeQuotes(id);
            ctx.subscribeBook(id);
            ctx.subscribeBars(id, BarSpec.minutes(1));
        }
        ctx.timers().every("often", Duration.ofMillis(1 + random.nextInt(5000)));
    }

    @Override
    protected void onTrade(Trade trade) {
        act();
    }

    @Override
    protected void onBar(Bar bar) {
        act();
    }

    @Override
    protected void onBook(OrderBook book) {
        act();
    }

    @Override
    protected void onTimer(TimerEvent timer) {
        if (random.nextInt(400) == 0) {
            throw new IllegalStateException("a strategy may fail");
        }
        act();
    }

    @Override
    protected void onFill(Fill fill) {
        act();
    }

    @Override
    protected void onOrder(OrderEvent event) {
        if (random.nextInt(8) == 0) {
            act();
        }
    }

    void act() {
        InstrumentId id = instruments.get(random.nextInt(instruments.size()));
        List<Order> open = orders().open(id);
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4 -> any(id).submit();
            case 5 -> group(id);
            case 6 -> cancel(open);
            case 7 -> amend(open);
            case 8 -> orders().cancelAll(id);
            case 9 -> orders().close(id);
            default -> {
                // Mostly nothing.
            }
        }
    }

    private void group(InstrumentId id) {
        OrderBuilder entry = orders().buy(id).rawQuantity(2).rawLimit(95 + random.nextInt(10));
        switch (random.nextInt(4)) {
            case 0 -> orders().oco(limit(id), stop(id));
            case 1 -> orders().ouo(limit(id).rawQuantity(2), stop(id).rawQuantity(2));
            case 2 -> orders().oto(entry, OtoTrigger.PARTIAL, limit(id), stop(id));
            default -> orders().bracket(entry, limit(id).rawQuantity(2), stop(id).rawQuantity(2));
        }
    }

    private void cancel(List<Order> open) {
        if (!open.isEmpty()) {
            orders().cancel(open.get(random.nextInt(open.size())));
        }
    }

    private void amend(List<Order> open) {
        if (!open.isEmpty()) {
            orders().amend(open.get(random.nextInt(open.size())), Amendment.ofPrice(80 + random.nextInt(40)));
        }
    }

    private OrderBuilder limit(InstrumentId id) {
        return orders().sell(id).rawQuantity(1 + random.nextInt(3)).rawLimit(105 + random.nextInt(10));
    }

    private OrderBuilder stop(InstrumentId id) {
        return orders().sell(id).rawQuantity(1 + random.nextInt(3)).rawStop(85 + random.nextInt(10));
    }

    private OrderBuilder any(InstrumentId id) {
        OrderBuilder order = random.nextBoolean() ? orders().buy(id) : orders().sell(id);
        order.rawQuantity(1 + random.nextInt(5));
        long price = 90 + random.nextInt(20);
        return switch (random.nextInt(10)) {
            case 0 -> order.market();
            case 1 -> order.rawLimit(price).postOnly();
            case 2 -> order.rawLimit(price).immediateOrCancel();
            case 3 -> order.rawLimit(price).fillOrKill();
            case 4 -> order.rawStop(price);
            case 5 -> order.rawStop(price).rawLimit(price + 1);
            case 6 -> order.rawIfTouched(price);
            case 7 -> order.trailingTicks(1 + random.nextInt(5));
            case 8 -> order.market().reduceOnly();
            default -> order.rawLimit(price).tag("t" + random.nextInt(9));
        };
    }
}
