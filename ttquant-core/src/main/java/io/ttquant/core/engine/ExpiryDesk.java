package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.portfolio.PositionState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ends dated futures: at the end of the instant of their expiry all open orders are cancelled, and all positions are closed for cash at the
 * settlement price: the one by which the venue judges positions then, or else the last by which they were valued. It costs no fee.
 */
final class ExpiryDesk {
    private static final String TAG = "expiry";

    private final Engine engine;
    private final List<InstrumentChannel> waiting = new ArrayList<>();

    ExpiryDesk(Engine engine) {
        this.engine = engine;
    }

    /** An instrument that may expire. Those of one time expire in the order in which they were added. */
    void add(InstrumentChannel channel) {
        if (channel.instrument().expiryNanos() != EpochNanos.NEVER) {
            waiting.add(channel);
            waiting.sort(Comparator.comparingLong(c -> c.instrument().expiryNanos()));
        }
    }

    long nextNanos() {
        return waiting.isEmpty()
                ? EpochNanos.NEVER
                : waiting.get(0).instrument().expiryNanos();
    }

    void settle(long nowNanos) {
        while (nextNanos() <= nowNanos) {
            expire(waiting.remove(0));
        }
    }

    private void expire(InstrumentChannel channel) {
        Instrument instrument = channel.instrument();
        long rawVenue = channel.venuePrice().rawPrice();
        long rawPrice = rawVenue != 0 ? rawVenue : engine.ledger().rawMark(instrument);
        String why = instrument + " expired at " + EpochNanos.format(instrument.expiryNanos());
        for (int i = 0; i < engine.slots().length; i++) {
            for (Order order :
                    engine.desk().open(engine.slot(i), channel.instrument().id())) {
                engine.simulation().cancelNow(order, why);
            }
        }
        engine.simulation().market(instrument).expire(why);
        for (int i = 0; i < engine.slots().length; i++) {
            StrategySlot slot = engine.slot(i);
            if (channel.positions().has(slot)) {
                close(slot, channel, rawPrice);
            }
        }
        engine.settle();
    }

    private void close(StrategySlot slot, InstrumentChannel channel, long rawPrice) {
        Instrument instrument = channel.instrument();
        if (rawPrice == 0) {
            engine.taps()
                    .notice(new AccountNotice(
                            engine.now(),
                            AccountNotice.Kind.EXPIRY_UNAVAILABLE,
                            instrument.id(),
                            "the position of " + slot.id + " in " + instrument
                                    + " was not settled at its expiry: no mark, no quote and no trade of it is known"));
        } else if (engine.ledger().takes(instrument, PositionSide.NET)) {
            close(slot, channel, channel.positions().of(slot), rawPrice);
        } else {
            close(slot, channel, channel.positions().of(slot).leg(PositionSide.LONG), rawPrice);
            close(slot, channel, channel.positions().of(slot).leg(PositionSide.SHORT), rawPrice);
        }
    }

    private void close(StrategySlot slot, InstrumentChannel channel, PositionState position, long rawPrice) {
        long held = engine.ledger().atExchange().rawPosition(position);
        if (held == 0) {
            return;
        }
        OrderRequest request = new OrderRequest(
                channel.instrument(),
                held > 0 ? Side.SELL : Side.BUY,
                OrderType.MARKET,
                Math.abs(held),
                0,
                0,
                TimeInForce.GTC,
                EpochNanos.NEVER,
                false,
                true,
                TAG,
                TriggerSource.DEFAULT,
                null,
                0,
                position.side());
        engine.simulation().settleExpired(engine.desk().liquidation(slot, channel, request, position), rawPrice);
        engine.commandSent();
    }
}
