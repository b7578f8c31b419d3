package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Price-time priority as plainly as it can be written: a list that is sorted before every match. */
final class NaiveMatcher {
    private final List<Resting> resting = new ArrayList<>();
    private final List<String> trades = new ArrayList<>();
    private long arrivals;

    void submit(long id, Side side, BigDecimal price, BigDecimal quantity, boolean isImmediate) {
        BigDecimal left = match(id, side, price, quantity);
        if (left.signum() > 0 && !isImmediate) {
            resting.add(new Resting(id, side, price, left, arrivals++));
        }
    }

    void cancel(long id) {
        resting.removeIf(order -> order.id == id);
    }

    /** To a rest of {@code left} at {@code price}. */
    void amend(long id, BigDecimal price, BigDecimal left) {
        Resting order =
                resting.stream().filter(each -> each.id == id).findFirst().orElseThrow();
        if (price.compareTo(order.price) == 0 && left.compareTo(order.left) < 0) {
            order.left = left;
        } else {
            resting.remove(order);
            submit(id, order.side, price, left, false);
        }
    }

    private BigDecimal match(long id, Side side, BigDecimal price, BigDecimal quantity) {
        BigDecimal left = quantity;
        Comparator<Resting> byPrice = Comparator.comparing(order -> order.price);
        Comparator<Resting> best =
                (side == Side.BUY ? byPrice : byPrice.reversed()).thenComparing(order -> order.arrival);
        for (Resting maker : resting.stream()
                .filter(order -> order.side != side)
                .sorted(best)
                .toList()) {
            boolean reaches = side == Side.BUY ? price.compareTo(maker.price) >= 0 : price.compareTo(maker.price) <= 0;
            if (reaches && left.signum() > 0) {
                BigDecimal traded = left.min(maker.left);
                trades.add(line(maker.id, id, maker.price, traded));
                left = left.subtract(traded);
                maker.left = maker.left.subtract(traded);
            }
        }
        resting.removeIf(order -> order.left.signum() == 0);
        return left;
    }

    List<String> trades() {
        return trades;
    }

    /** Ids at rest with what is left of them. */
    List<String> rest() {
        return resting.stream()
                .sorted(Comparator.comparing(order -> order.id))
                .map(order -> order.id + " " + order.left.stripTrailingZeros().toPlainString())
                .toList();
    }

    static String line(long maker, long taker, BigDecimal price, BigDecimal quantity) {
        return maker + " " + taker + " " + price.stripTrailingZeros().toPlainString() + " "
                + quantity.stripTrailingZeros().toPlainString();
    }

    private static final class Resting {
        private final long id;
        private final Side side;
        private final BigDecimal price;
        private BigDecimal left;
        private final long arrival;

        private Resting(long id, Side side, BigDecimal price, BigDecimal left, long arrival) {
            this.id = id;
            this.side = side;
            this.price = price;
            this.left = left;
            this.arrival = arrival;
        }
    }
}
