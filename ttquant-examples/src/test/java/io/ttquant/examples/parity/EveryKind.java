package io.ttquant.examples.parity;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.strategy.Alias;
import io.ttquant.api.strategy.MarketView;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.TimerEvent;
import java.time.Duration;
import java.util.List;

/**
 * Uses every kind of order, every time in force, every source of triggers, every group and when it releases, amendments and all ways to cancel, one after the
 * other, again and again. {@link BacktestParityTest} sees to it that none is left out.
 */
final class EveryKind extends Strategy {
    /**
     * Its parameters.
     *
     * @param instrument what it trades
     */
    record Params(@Alias("symbol") InstrumentId instrument) {}

    /** Begins the tags of parents, whose orders do not say when they release. */
    static final String OTO = "oto ";

    private static final Duration PACE = Duration.ofMillis(700);
    private static final String SMALL = "0.002";
    private static final int STEPS = 35;

    private final InstrumentId id;
    private int step;

    EveryKind(Params parameters) {
        this.id = parameters.instrument();
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeQuotes(id);
        ctx.subscribeTrades(id);
        ctx.subscribeBook(id);
        ctx.timers().every("next", PACE);
    }

    @Override
    protected void onTimer(TimerEvent timer) {
        MarketView market = context().market(id);
        if (market.rawBid() > 0 && market.rawAsk() > 0) {
            act(market, market.rawAsk() - market.rawBid() + 500);
            step++;
        }
    }

    private OrderBuilder buy() {
        return orders().buy(id).quantity(SMALL);
    }

    private OrderBuilder sell() {
        return orders().sell(id).quantity(SMALL);
    }

    private void act(MarketView at, long far) {
        long bid = at.rawBid();
        long ask = at.rawAsk();
        switch (step % STEPS) {
            case 0, 1, 2 -> buy().market().submit();
            case 3 -> buy().rawLimit(bid).tag("rest").submit();
            case 4 -> sell().rawLimit(ask).postOnly().submit();
            case 5 -> buy().rawLimit(ask).immediateOrCancel().submit();
            case 6 -> sell().rawLimit(bid).fillOrKill().submit();
            case 7 -> buy().rawLimit(ask - far).goodForDay().submit();
            case 8 ->
                buy().rawLimit(bid - far)
                        .goodTillNanos(clock().nanos() + PACE.toNanos() * 3)
                        .submit();
            case 9 -> amend(Amendment.ofPrice(bid - far / 2));
            case 10 ->
                amend(Amendment.ofQuantity(open().isEmpty() ? 1 : open().get(0).rawQuantity() * 2));
            case 11 -> cancelOne();
            case 12 -> buy().rawStop(ask + far / 4).submit();
            case 13 -> sell().rawStop(bid - far / 4).submit();
            case 14 -> buy().rawStop(ask + far / 4).rawLimit(ask + far / 2).submit();
            case 15 -> sell().rawIfTouched(ask + far / 4).submit();
            case 16 -> buy().rawIfTouched(bid - far / 4).rawLimit(bid).submit();
            case 17 -> sell().trailingTicks(far / 4).submit();
            case 18 -> buy().trailingBasisPoints("1").submit();
            case 19 -> orders().cancelAll(id, Side.SELL);
            case 20 -> orders().oco(sell().rawLimit(ask + far / 4), sell().rawStop(bid - far / 4));
            case 21 -> orders().ouo(sell().rawLimit(ask + far / 3), sell().rawStop(bid - far / 3));
            case 22 -> oto(OtoTrigger.PARTIAL, ask, far);
            case 23 -> orders().bracket(buy().market(), sell().rawLimit(ask + far / 4), sell().rawStop(bid - far / 4));
            case 24 -> orders().cancelAll(id);
            case 25 -> sell().market().reduceOnly().submit();
            case 26 -> buy().marketToLimit().submit();
            case 27 -> orders().buy(id).value("150").market().submit();
            case 28 -> orders().submitAll(List.of(buy().rawLimit(bid - far), buy().rawLimit(bid - 2 * far)));
            case 29 -> orders().cancelAll();
            case 30 -> orders().close(id);
            case 31 -> oto(OtoTrigger.FULL, ask, far);
            case 32 -> trailLimits(far / 4);
            case 33 -> triggers(bid - far / 4);
            default -> sell().rawLimit(ask + far).rawDisplay(1).submit();
        }
    }

    private void oto(OtoTrigger trigger, long ask, long far) {
        OrderBuilder parent = buy().rawLimit(ask + 5).tag(OTO + trigger);
        orders().oto(parent, trigger, sell().rawLimit(ask + far / 4));
    }

    private void trailLimits(long distance) {
        for (TrailingOffset.Kind kind : TrailingOffset.Kind.values()) {
            TrailingOffset offset = TrailingOffset.of(kind, distance).withLimitDistance(distance / 2);
            sell().trailingLimit(offset).submit();
        }
    }

    private void triggers(long rawStop) {
        for (TriggerSource source : TriggerSource.values()) {
            sell().rawStop(rawStop).triggerBy(source).submit();
        }
    }

    private List<Order> open() {
        return orders().open(id);
    }

    private void amend(Amendment change) {
        if (!open().isEmpty()) {
            orders().amend(open().get(0), change);
        }
    }

    private void cancelOne() {
        if (!open().isEmpty()) {
            orders().cancel(open().get(0));
        }
    }
}
