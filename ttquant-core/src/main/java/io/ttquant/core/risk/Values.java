package io.ttquant.core.risk;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.core.order.Reach;
import io.ttquant.core.order.ReachList;
import io.ttquant.core.portfolio.Ledger;
import org.jspecify.annotations.Nullable;

/** What quantities are worth in the reporting currency, at its scale; {@link Ledger#UNKNOWN} without a price. */
final class Values {
    private final Ledger ledger;
    private final Currency reporting;

    Values(Ledger ledger) {
        this.ledger = ledger;
        this.reporting = ledger.reporting();
    }

    Currency reporting() {
        return reporting;
    }

    long rawCapital() {
        return ledger.rawStartEquity();
    }

    /** The value of a quantity at a price; never negative. */
    long rawValue(Instrument instrument, long rawPrice, long rawQuantity) {
        if (rawQuantity == 0) {
            return 0;
        }
        if (rawPrice <= 0) {
            return Ledger.UNKNOWN;
        }
        long rawNotional = Math.abs(instrument.rawNotional(rawPrice, rawQuantity));
        Currency paid = instrument.settlement();
        return paid.equals(reporting) ? rawNotional : ledger.rawValue(paid, rawNotional);
    }

    /** The sum of the values of the furthest that each position can become. */
    long rawExposure(ReachList reaches) {
        return rawExposureWithout(reaches, null);
    }

    /** The same with one of them left out. */
    long rawExposureWithout(ReachList reaches, @Nullable Reach left) {
        long sum = 0;
        for (int i = 0; i < reaches.size(); i++) {
            Reach reach = reaches.get(i);
            if (reach != left) {
                long value = rawValue(reach.instrument(), reach.rawMark(), reach.rawFurthest());
                if (value == Ledger.UNKNOWN) {
                    return value;
                }
                sum = Math.addExact(sum, value);
            }
        }
        return sum;
    }

    /** The first instrument of the list without a known value. */
    Instrument unknown(ReachList reaches, Reach left) {
        for (int i = 0; i < reaches.size(); i++) {
            Reach reach = reaches.get(i);
            if (reach != left && rawValue(reach.instrument(), reach.rawMark(), reach.rawFurthest()) == Ledger.UNKNOWN) {
                return reach.instrument();
            }
        }
        return left.instrument();
    }
}
