package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;

/**
 * The estimated place of one resting order in the queue of its price. Quantities are in the instrument's raw units; the place is a {@code double},
 * because it is an estimate.
 *
 * <p>Its life: {@link #join} when the order comes to rest; {@link #traded} and {@link #fillable} for each trade at the price; {@link #changed} when
 * the quantity displayed there changes; {@link #join} again when an amendment costs the order its place.
 */
final class QueuePosition {
    private final QueueModel model;
    private final double rawUnit;
    private double ahead;
    private double tradedSinceChange;

    QueuePosition(QueueModel model, Instrument instrument) {
        this.model = model;
        this.rawUnit = FixedPoint.pow10(instrument.quantityScale());
    }

    /** Goes to the end of the queue. */
    void join(long rawDisplayed) {
        ahead = rawDisplayed;
        tradedSinceChange = 0;
    }

    /** A trade at the price, with an aggressor that takes from this side. */
    void traded(long rawQuantity) {
        traded(rawQuantity, 0);
    }

    /**
     * A trade at the price of which orders of ours that stand before this one have taken a part: what they took was not there for those between.
     *
     * @param rawOurs how much they took, 0 to {@code rawQuantity}
     */
    void traded(long rawQuantity, long rawOurs) {
        ahead -= rawQuantity - rawOurs;
        tradedSinceChange += rawQuantity;
    }

    /** The displayed quantity changed. What was traded since the last change is not counted twice. */
    void changed(long rawPrevious, long rawNext) {
        ahead = model.ahead(ahead, tradedSinceChange, rawPrevious, rawNext, rawUnit);
        tradedSinceChange = 0;
    }

    /** The level is gone, so that nothing is ahead. */
    void levelGone() {
        ahead = Math.min(ahead, 0);
        tradedSinceChange = 0;
    }

    /**
     * What was traded beyond all that was ahead, to the nearest lot: so much of the order can be filled now, and it is then first in the queue.
     *
     * @return 0, and the place stays as it is, if it is less than half a lot
     */
    long fillable(long rawLot) {
        if (ahead >= 0) {
            return 0;
        }
        long lots = Math.min(Math.round(-ahead / rawLot), Long.MAX_VALUE / rawLot);
        if (lots == 0) {
            return 0;
        }
        ahead = 0;
        return lots * rawLot;
    }

    /** The estimate; negative between {@link #traded} and {@link #fillable}, or by less than half a lot. */
    double ahead() {
        return ahead;
    }
}
