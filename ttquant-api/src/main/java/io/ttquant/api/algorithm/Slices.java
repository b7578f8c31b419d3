package io.ttquant.api.algorithm;

import io.ttquant.api.money.Decimals;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.strategy.AlgorithmContext;
import io.ttquant.api.strategy.ExecutionAlgorithm;
import java.math.BigDecimal;

/**
 * One slice at a time, the next when the last one is filled: an iceberg for venues that have none, since only one slice is in the book. Each slice goes to the end of
 * the queue at its price. It ends if a slice ends unfilled.
 */
public final class Slices implements ExecutionAlgorithm {
    private final BigDecimal quantity;

    private Slices(BigDecimal quantity) {
        this.quantity = quantity;
    }

    /**
     * Slices of this quantity, floored to the lot, and at least one lot.
     *
     * @throws IllegalArgumentException if it is not above zero
     */
    public static Slices of(String quantity) {
        BigDecimal parsed = Decimals.parse(quantity);
        if (parsed.signum() <= 0) {
            throw new IllegalArgumentException("a slice of " + quantity + " is nothing; give a quantity above zero");
        }
        return new Slices(parsed);
    }

    @Override
    public String name() {
        return "slices";
    }

    @Override
    public void onStart(AlgorithmContext work) {
        if (work.rawRemaining() == 0) {
            work.finish("nothing is left to reduce");
        } else {
            next(work);
        }
    }

    private void next(AlgorithmContext work) {
        long slice = Math.max(
                work.instrument().rawLot(), work.instrument().rounding().floorToLot(quantity));
        long rest = work.rawRemaining();
        // A rest that could not be sent alone goes with this slice.
        long after = rest - slice;
        work.child(after < work.instrument().filters().rawMinQuantity() || after <= 0 ? rest : slice)
                .submit();
    }

    @Override
    public void onOrder(AlgorithmContext work, OrderEvent event) {
        Order child = event.order();
        if (child.isClosed() && child.rawLeaves() > 0) {
            work.finish("slice " + child.clientId() + " is " + child.status());
        } else if (child.isClosed() && work.rawRemaining() == 0) {
            work.finish("nothing is left to reduce");
        } else if (child.isClosed()) {
            next(work);
        }
    }
}
