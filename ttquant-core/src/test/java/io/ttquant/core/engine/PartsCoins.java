package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Side;
import io.ttquant.core.engine.PartsWorld.There;
import java.util.List;

/** What a naive spot exchange has of a coin: it takes fees from what is bought, and refuses sales of more than no other order offers. */
final class PartsCoins {
    final Instrument instrument;
    /** What of ten thousand is the fee of a purchase. */
    private final long perTenThousand;

    private final Currency paid;
    private final long rawUnit;
    /** At the currency's scale. */
    private long raw;

    PartsCoins(Instrument instrument, long raw, Currency paid, long perTenThousand) {
        this.instrument = instrument;
        this.raw = raw;
        this.paid = paid;
        this.perTenThousand = perTenThousand;
        this.rawUnit = FixedPoint.pow10(instrument.base().scale() - instrument.quantityScale());
    }

    Currency feeCurrency(Side side) {
        return side == Side.BUY ? paid : instrument.quote();
    }

    /** Of a fill, rounded up. */
    long rawFee(Side side, long rawQuantity) {
        return side == Side.BUY ? (rawQuantity * rawUnit * perTenThousand + 9_999) / 10_000 : 0;
    }

    void fill(Side side, long rawQuantity) {
        raw += side.sign() * rawQuantity * rawUnit;
        raw -= paid.equals(instrument.base()) ? rawFee(side, rawQuantity) : 0;
    }

    /** True if more may be offered than the open sales do already. */
    boolean covers(long rawMore, List<There> open) {
        long offered = open.stream()
                .filter(each -> each.order.side() == Side.SELL)
                .mapToLong(There::left)
                .sum();
        return (offered + rawMore) * rawUnit <= raw;
    }

    /** What is left of coins for which so much was paid and sold, in whole lots. */
    long rawLeft(long rawBought, long rawFees, long rawSold) {
        long left = ((rawBought - rawSold) * rawUnit - rawFees) / rawUnit;
        return left / instrument.rawLot() * instrument.rawLot();
    }
}
