package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;

/** What a taker would find in the book. */
final class Depth {
    private Depth() {}

    /** Cost of a quantity from the book as it is, hidden parts included; of what the book does not hold nothing. */
    static BigDecimal cost(LiveOrder taker, BigDecimal quantity) {
        BigDecimal left = quantity;
        BigDecimal cost = BigDecimal.ZERO;
        for (LiveOrder maker : taker.market.book.side(taker.side().opposite()).orders()) {
            if (left.signum() <= 0 || !Book.reaches(taker.side(), taker.price, BookSide.price(maker))) {
                break;
            }
            BigDecimal taken = Decimals.min(left, maker.remaining());
            cost = cost.add(taker.market.market.value(taken, BookSide.price(maker)));
            left = left.subtract(taken);
        }
        return Decimals.plain(cost);
    }

    /** Whether all of it can fill at once. Resting orders that may only reduce are not counted on: they may end before they trade. */
    static boolean canFill(LiveOrder taker, SelfTradePrevention prevention) {
        BigDecimal left = taker.remaining();
        for (LiveOrder maker : taker.market.book.side(taker.side().opposite()).orders()) {
            if (left.signum() <= 0 || !Book.reaches(taker.side(), taker.price, BookSide.price(maker))) {
                break;
            }
            boolean isOwn = maker.account == taker.account && prevention != SelfTradePrevention.NONE;
            if (isOwn && prevention != SelfTradePrevention.CANCEL_MAKER) {
                break;
            }
            if (!isOwn && !maker.reduces()) {
                left = left.subtract(maker.remaining());
            }
        }
        return left.signum() <= 0;
    }
}
