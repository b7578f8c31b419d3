package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.margin.FundingSchedule;
import io.ttquant.core.margin.PositionValue;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.PositionState;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Settles funding. The account pays on its net position; of that, each strategy bears the rounded running sum of the positions less the one
 * before, so that the parts add up to the whole exactly.
 */
final class FundingDesk {
    private final Engine engine;
    private final Map<InstrumentChannel, FundingSchedule> schedules = new LinkedHashMap<>();

    FundingDesk(Engine engine) {
        this.engine = engine;
    }

    void update(InstrumentChannel channel, BigDecimal rate, long settlementNanos) {
        FundingSchedule schedule = schedules.computeIfAbsent(channel, c -> new FundingSchedule());
        boolean isNew = schedule.update(settlementNanos, rate);
        if (isNew && settlementNanos < engine.now()) {
            schedule.take();
            if (channel.positions().isHeld()) {
                unavailable(
                        channel,
                        settlementNanos,
                        "its rate " + rate.toPlainString()
                                + " came after it, when the position of then may have changed");
            }
        }
    }

    long nextNanos() {
        long next = EpochNanos.NEVER;
        for (FundingSchedule schedule : schedules.values()) {
            next = Math.min(next, schedule.nextNanos());
        }
        return next;
    }

    /** Settles what is due; true if something was. */
    boolean settle(long nowNanos) {
        boolean isSettled = false;
        for (Map.Entry<InstrumentChannel, FundingSchedule> entry : schedules.entrySet()) {
            FundingSchedule schedule = entry.getValue();
            while (schedule.nextNanos() <= nowNanos) {
                long settlementNanos = schedule.nextNanos();
                settle(entry.getKey(), schedule.take(), settlementNanos);
                isSettled = true;
            }
        }
        return isSettled;
    }

    private void settle(InstrumentChannel channel, BigDecimal rate, long settlementNanos) {
        if (!channel.positions().isHeld()) {
            return;
        }
        long price = channel.venuePrice().rawPrice();
        if (price == 0) {
            unavailable(channel, settlementNanos, "no mark, no quote and no trade of it is known");
            return;
        }
        long rawHeld = 0;
        long rawBefore = 0;
        for (PositionState position : channel.positions().all()) {
            rawHeld = Math.addExact(rawHeld, engine.ledger().atExchange().rawPosition(position));
            long rawPaid = PositionValue.rawPart(channel.instrument(), price, rawHeld, rate);
            pay(channel, position, rate, settlementNanos, rawBefore - rawPaid);
            rawBefore = rawPaid;
        }
    }

    private void pay(
            InstrumentChannel channel, PositionState position, BigDecimal rate, long settlementNanos, long rawAmount) {
        long rawHeld = engine.ledger().atExchange().rawPosition(position);
        if (rawHeld == 0 && rawAmount == 0) {
            return;
        }
        Instrument i = channel.instrument();
        engine.ledger().pay(position, CashFlow.Kind.FUNDING, rawAmount);
        if (engine.account().margin() != null) {
            engine.account().margin().account().flow(i.id(), rawAmount);
        }
        engine.taps()
                .cashFlow(new CashFlow(
                        settlementNanos,
                        CashFlow.Kind.FUNDING,
                        position.strategyId(),
                        i.id(),
                        i.settlement(),
                        rawAmount,
                        "rate " + rate.toPlainString() + " on a position of " + i.formatQuantity(rawHeld) + " at "
                                + channel.venuePrice().text(i)));
    }

    private void unavailable(InstrumentChannel channel, long settlementNanos, String why) {
        engine.taps()
                .notice(new AccountNotice(
                        settlementNanos,
                        AccountNotice.Kind.FUNDING_UNAVAILABLE,
                        channel.instrument().id(),
                        "funding of " + channel.instrument() + " at " + EpochNanos.format(settlementNanos)
                                + " was not settled: " + why));
    }
}
