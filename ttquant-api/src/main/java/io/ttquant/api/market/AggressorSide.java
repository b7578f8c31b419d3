package io.ttquant.api.market;

/** Who crossed the spread in a trade. */
public enum AggressorSide {
    /** The venue does not say. */
    NONE,
    /** A buyer took a resting offer. */
    BUYER,
    /** A seller took a resting bid. */
    SELLER;

    private static final AggressorSide[] VALUES = values();

    /**
     * The side of a stored code, the ordinal.
     *
     * @throws ArrayIndexOutOfBoundsException if the code is not 0 to 2
     */
    public static AggressorSide ofCode(int code) {
        return VALUES[code];
    }
}
