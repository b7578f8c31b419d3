package io.ttquant.core.matching;

/**
 * When a resting limit order is filled by a price that reaches it.
 *
 * @param touchProbability chance of a fill when the price only touches the order, 0 to 1; a price that goes through it always fills it
 */
public record FillPolicy(double touchProbability) {
    /** Only a price that trades through a resting limit order fills it. The default, and the cautious choice. */
    public static final FillPolicy THROUGH = new FillPolicy(0);

    /** A price that touches a resting limit order fills it. */
    public static final FillPolicy TOUCH = new FillPolicy(1);

    /**
     * Checks the probability.
     *
     * @throws IllegalArgumentException if it is not from 0 to 1
     */
    public FillPolicy {
        if (!(touchProbability >= 0 && touchProbability <= 1)) {
            throw new IllegalArgumentException("touch probability " + touchProbability + " must be from 0 to 1");
        }
    }
}
