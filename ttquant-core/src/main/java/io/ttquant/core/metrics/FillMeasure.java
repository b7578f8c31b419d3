package io.ttquant.core.metrics;

import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.counter.Level;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Values fills in the reporting currency, and finds the ends of round trips. On the engine's thread. */
final class FillMeasure {
    private final IdentityHashMap<PositionState, Trip> trips = new IdentityHashMap<>();
    private @Nullable Ledger ledger;

    /** A position since it was flat. */
    private static final class Trip {
        private int sign;
        private long rawRealized;
        private long rawFunding;
        private double fees;
    }

    /** By what fills are valued; none is before. */
    void valueBy(Ledger books) {
        ledger = books;
    }

    /** A fill was booked. */
    void filled(Fill fill, StrategyCells cells) {
        if (fill.order().status() == OrderStatus.FILLED && fill.order().rawLeaves() == 0) {
            cells.filled.increment();
        }
        Ledger books = ledger;
        if (books == null) {
            return;
        }
        Currency paid = fill.instrument().settlement();
        long rawNotional = Math.abs(fill.instrument().rawNotional(fill.rawPrice(), fill.rawQuantity()));
        add(cells.fillValue(fill.side()), value(books, paid, rawNotional));
        double fee = value(books, fill.feeCurrency(), fill.rawFee());
        add(cells.fees, fee);
        if (fill.order() instanceof TrackedOrder order) {
            follow(books, order.position(), fee, cells);
        }
    }

    private static void add(Level to, double amount) {
        if (!Double.isNaN(amount)) {
            to.add(amount);
        }
    }

    static double value(Ledger books, Currency currency, long raw) {
        long value = currency.equals(books.reporting()) ? raw : books.rawValue(currency, raw);
        return value == Ledger.UNKNOWN
                ? Double.NaN
                : FixedPoint.toDouble(value, books.reporting().scale());
    }

    private void follow(Ledger books, PositionState position, double fee, StrategyCells cells) {
        Trip trip = trips.computeIfAbsent(position, key -> new Trip());
        int sign = sign(position);
        trip.fees += Double.isNaN(fee) ? 0 : fee;
        if (trip.sign != 0 && sign != trip.sign) {
            long rawGross = position.rawRealized() - trip.rawRealized + position.rawFunding() - trip.rawFunding;
            double gross = value(books, position.instrument().settlement(), rawGross);
            if (!Double.isNaN(gross)) {
                cells.ended(gross - trip.fees);
            }
            trip.fees = 0;
        }
        if (sign != trip.sign) {
            trip.rawRealized = position.rawRealized();
            trip.rawFunding = position.rawFunding();
            trip.sign = sign;
        }
    }

    /** What is below a lot cannot be sold, and counts as flat. */
    private static int sign(PositionState position) {
        boolean isFlat =
                Math.abs(position.rawQuantity()) < position.instrument().rawLot();
        return isFlat ? 0 : Long.signum(position.rawQuantity());
    }
}
