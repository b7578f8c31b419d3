package io.ttquant.backtest.interval;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.api.time.TimerEvent;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Orders, amendments and cancels at random: at closes, at timers, and in answer to what becomes of orders. */
final class RandomTrading extends Strategy {
    private static final List<OrderType> TYPES = List.of(
            OrderType.MARKET,
            OrderType.LIMIT,
            OrderType.LIMIT,
            OrderType.LIMIT,
            OrderType.STOP_MARKET,
            OrderType.STOP_MARKET,
            OrderType.STOP_LIMIT);

    private final Instrument instrument;
    private final BarSpec spec;
    private final Random random;
    private final boolean hasTimers;
    private final double rate;
    private boolean mayReduceByStops = true;
    private long last;

    RandomTrading(Instrument instrument, BarSpec spec, long seed, boolean hasTimers, double rate) {
        this.instrument = instrument;
        this.spec = spec;
        this.random = new Random(seed);
        this.hasTimers = hasTimers;
        this.rate = rate;
    }

    /** Where such stops are refused the interval is not available, which has a test of its own. */
    RandomTrading withoutReducingStops() {
        mayReduceByStops = false;
        return this;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBars(instrument.id(), spec);
        if (hasTimers) {
            ctx.timers().every("t", Duration.ofSeconds(20 + random.nextInt(100)));
            ctx.timers().everyAligned("close", Duration.ofMinutes(5));
        }
    }

    @Override
    protected void onBar(Bar bar) {
        last = bar.rawClose();
        if (random.nextDouble() < rate) {
            act();
        }
        if (random.nextInt(40) == 0) {
            orders().cancelAll(instrument.id());
            orders().close(instrument.id());
        }
    }

    @Override
    protected void onTimer(TimerEvent timer) {
        if (last > 0 && random.nextDouble() < rate) {
            act();
        }
    }

    @Override
    protected void onOrder(OrderEvent event) {
        boolean isTold = event instanceof OrderEvent.Filled
                || event instanceof OrderEvent.Canceled
                || event instanceof OrderEvent.Triggered;
        if (last > 0 && isTold && random.nextInt(3) == 0) {
            act();
        }
    }

    private void act() {
        List<Order> open = orders().open(instrument.id());
        int what = random.nextInt(8);
        if (what < 5 || open.isEmpty()) {
            submit();
        } else if (what < 7) {
            orders().cancel(open.get(random.nextInt(open.size())));
        } else {
            Order order = open.get(random.nextInt(open.size()));
            orders().amend(
                            order,
                            order.type().hasTrigger() && order.rawTrigger() > 0
                                    ? Amendment.ofTrigger(price())
                                    : order.type().hasPrice() ? Amendment.ofPrice(price()) : Amendment.ofQuantity(2));
        }
    }

    private long price() {
        return Math.max(1, last + random.nextInt(25) - 12);
    }

    private void submit() {
        OrderType type = TYPES.get(random.nextInt(TYPES.size()));
        int kind = random.nextInt(12);
        TimeInForce time = kind == 0 ? TimeInForce.IOC : kind <= 2 ? TimeInForce.GTD : TimeInForce.GTC;
        orders().submit(new OrderRequest(
                instrument,
                random.nextBoolean() ? Side.BUY : Side.SELL,
                type,
                1 + random.nextInt(3),
                type.hasPrice() ? price() : 0,
                type.hasTrigger() ? price() : 0,
                type == OrderType.MARKET ? TimeInForce.GTC : time,
                type != OrderType.MARKET && time == TimeInForce.GTD
                        ? clock().nanos() + (1 + random.nextInt(400)) * EpochNanos.SECOND
                        : EpochNanos.NEVER,
                type == OrderType.LIMIT && time != TimeInForce.IOC && random.nextInt(6) == 0,
                random.nextInt(4) == 0 && (mayReduceByStops || !type.hasTrigger()),
                ""));
    }
}
