package io.ttquant.api.strategy;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.time.Clock;
import io.ttquant.api.time.Timers;
import java.util.List;

/** What an {@link ExecutionAlgorithm} may use: the instruction, its progress, the market, and child orders. */
public interface AlgorithmContext {
    /** What is to be done: instrument, side, total quantity, limit price if it has one, reduce-only. */
    OrderRequest instruction();

    /** What is traded. */
    default Instrument instrument() {
        return instruction().instrument();
    }

    /** The engine's clock. */
    Clock clock();

    /** Timers that only this algorithm hears of. They end with it. */
    Timers timers();

    /** The last prices of the instrument: a live view. */
    MarketView market();

    /** Quantity filled so far, at the quantity scale. */
    long rawFilled();

    /** Quantity that children have open now, at the quantity scale. */
    long rawWorking();

    /** Quantity that may still be sent: neither filled nor open, and of a reduce-only instruction no more than the position has left. */
    long rawRemaining();

    /** The children that are open, oldest first. A copy. */
    List<Order> working();

    /**
     * Starts a child order: on the instruction's side, at its limit price if it has one, reduce-only if it is. Submitting it throws an {@link
     * IllegalStateException} if its quantity is above {@link #rawRemaining()} then, so that all children together never fill more than was asked for.
     *
     * @param rawQuantity at the quantity scale
     */
    OrderBuilder child(long rawQuantity);

    /** Asks to cancel a child. */
    void cancel(Order child);

    /**
     * Asks to change a child.
     *
     * @throws IllegalStateException if it would grow by more than {@link #rawRemaining()}
     */
    void amend(Order child, Amendment amendment);

    /** Ends the execution: its timers stop, and open children are cancelled. It ends by itself once all is filled. */
    void finish(String why);
}
