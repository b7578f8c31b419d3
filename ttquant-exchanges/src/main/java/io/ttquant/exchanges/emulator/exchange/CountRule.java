package io.ttquant.exchanges.emulator.exchange;

/**
 * How many orders an account may have in a market; 0 for no bound.
 *
 * @param openOrders at work in the book
 * @param conditionals waiting for a trigger
 * @param icebergParts into how many parts a displayed quantity may cut an order
 */
public record CountRule(int openOrders, int conditionals, int icebergParts) {
    /** No bounds. */
    public static final CountRule NONE = new CountRule(0, 0, 0);

    /** Checks that none is negative. */
    public CountRule {
        if (openOrders < 0 || conditionals < 0 || icebergParts < 0) {
            throw new IllegalArgumentException("bounds on counts must not be negative: " + openOrders + ", "
                    + conditionals + ", " + icebergParts + "; use 0 for no bound");
        }
    }
}
