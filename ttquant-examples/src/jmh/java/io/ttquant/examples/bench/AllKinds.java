package io.ttquant.examples.bench;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import java.util.List;
import java.util.random.RandomGenerator;

/** Orders of every kind at random, amended and cancelled at random: less a load than a net that a change of behaviour is caught in. */
final class AllKinds extends Strategy {
    private final Instrument instrument;

    AllKinds(Instrument instrument) {
        this.instrument = instrument;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeTrades(instrument.id());
    }

    @Override
    protected void onTrade(Trade trade) {
        RandomGenerator random = context().random();
        if (random.nextInt(20) != 0) {
            return;
        }
        List<Order> open = orders().open(instrument.id());
        if (open.size() > 30 || (open.size() > 4 && random.nextInt(3) == 0)) {
            change(open.get(random.nextInt(open.size())), trade, random);
        } else {
            send(trade.rawPrice(), trade.tsEvent(), random);
        }
    }

    private void change(Order order, Trade trade, RandomGenerator random) {
        if (order.type().hasPrice() && random.nextInt(3) == 0) {
            orders().amend(order, new Amendment(0, trade.rawPrice() + random.nextInt(-300, 301), 0));
        } else {
            orders().cancel(order);
        }
    }

    private void send(long rawPrice, long nowNanos, RandomGenerator random) {
        boolean isBuy = random.nextBoolean();
        OrderBuilder order =
                (isBuy ? orders().buy(instrument) : orders().sell(instrument)).rawQuantity(random.nextInt(1, 40_000));
        long away = random.nextInt(-100, 400);
        long rawBehind = isBuy ? rawPrice - away : rawPrice + away;
        switch (random.nextInt(7)) {
            case 0 -> order.market();
            case 1 -> order.rawLimit(rawBehind).postOnly();
            case 2 -> order.rawLimit(rawBehind).immediateOrCancel();
            case 3 -> order.rawLimit(rawBehind).fillOrKill();
            case 4 -> order.rawLimit(rawBehind).goodTillNanos(nowNanos + random.nextLong(1, 30_000_000_000L));
            case 5 -> order.rawStop(isBuy ? rawPrice + away : rawPrice - away);
            default -> order.rawLimit(rawBehind).rawStop(isBuy ? rawPrice + away : rawPrice - away);
        }
        order.submit();
    }
}
