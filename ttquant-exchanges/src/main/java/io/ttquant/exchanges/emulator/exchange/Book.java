package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Orders at rest. */
final class Book {
    private final BookSide bids = new BookSide(Side.BUY);
    private final BookSide asks = new BookSide(Side.SELL);

    BookSide side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    void add(LiveOrder order) {
        order.shown = part(order);
        order.resting = true;
        side(order.side()).add(order);
    }

    void remove(LiveOrder order) {
        side(order.side()).remove(order);
        order.shown = BigDecimal.ZERO;
        order.resting = false;
    }

    /** After a trade: what is left stays in its place; a part that was shown and is gone is followed by the next at the end of the queue. */
    void traded(LiveOrder order, BigDecimal quantity) {
        BookSide side = side(order.side());
        BigDecimal left = order.shown.subtract(quantity);
        if (left.signum() > 0) {
            side.show(order, left);
        } else {
            remove(order);
            if (order.remaining().signum() > 0) {
                add(order);
            }
        }
    }

    /** After an amendment that keeps the place. */
    void shrink(LiveOrder order) {
        side(order.side()).show(order, Decimals.min(order.shown, order.remaining()));
    }

    boolean crosses(Side side, @Nullable BigDecimal price) {
        LiveOrder best = side(side.opposite()).best();
        return best != null && reaches(side, price, BookSide.price(best));
    }

    /** Whether an order of that side and limit may trade at a price. */
    static boolean reaches(Side side, @Nullable BigDecimal limit, BigDecimal price) {
        return limit == null || limit.compareTo(price) * side.sign() >= 0;
    }

    private static BigDecimal part(LiveOrder order) {
        BigDecimal display = order.request.display();
        return display == null || display.signum() == 0 ? order.remaining() : Decimals.min(display, order.remaining());
    }
}
