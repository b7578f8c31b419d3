package io.ttquant.core.engine;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.PositionState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Books funding that an exchange reports. Each owner of a part of the account's position bears the rounded running sum of the parts less the one before, so
 * that the shares add up to the payment exactly; where the parts are flat together, it is of the owner beside the strategies.
 */
final class FundingShares {
    private final Engine engine;
    private final StrategySlot external;

    FundingShares(Engine engine, StrategySlot external) {
        this.engine = engine;
        this.external = external;
    }

    void pay(InstrumentChannel channel, String id, Currency currency, long rawAmount, long tsEvent) {
        InstrumentId instrument = channel.instrument().id();
        if (!currency.equals(channel.instrument().settlement())) {
            payAlone(instrument, id, currency, rawAmount, tsEvent);
            return;
        }
        String why = why(instrument, id);
        List<PositionState> parts = channel.positions().all();
        long rawNet = parts.stream().mapToLong(PositionState::rawQuantity).reduce(0, Math::addExact);
        if (rawNet == 0) {
            pay(channel.positions().of(external), rawAmount, tsEvent, why);
            return;
        }
        long rawHeld = 0;
        long rawBefore = 0;
        for (PositionState part : parts) {
            rawHeld = Math.addExact(rawHeld, part.rawQuantity());
            long rawSum = share(rawAmount, rawHeld, rawNet);
            if (rawSum != rawBefore) {
                pay(part, rawSum - rawBefore, tsEvent, why);
            }
            rawBefore = rawSum;
        }
    }

    /** Books a payment that no position of this engine bears: it is of a contract that only others hold, or in another currency. */
    void payAlone(InstrumentId instrument, String id, Currency currency, long rawAmount, long tsEvent) {
        engine.ledger().pay(currency, rawAmount);
        engine.taps()
                .cashFlow(new CashFlow(
                        tsEvent, CashFlow.Kind.FUNDING, "", instrument, currency, rawAmount, why(instrument, id)));
    }

    private static String why(InstrumentId instrument, String id) {
        return "funding " + id + " of " + instrument + ", as the exchange says";
    }

    private static long share(long rawAmount, long rawHeld, long rawNet) {
        return BigDecimal.valueOf(rawAmount)
                .multiply(BigDecimal.valueOf(rawHeld))
                .divide(BigDecimal.valueOf(rawNet), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    private void pay(PositionState part, long rawShare, long tsEvent, String why) {
        engine.ledger().pay(part, CashFlow.Kind.FUNDING, rawShare);
        engine.taps()
                .cashFlow(new CashFlow(
                        tsEvent,
                        CashFlow.Kind.FUNDING,
                        part.strategyId(),
                        part.instrument().id(),
                        part.instrument().settlement(),
                        rawShare,
                        why));
    }
}
