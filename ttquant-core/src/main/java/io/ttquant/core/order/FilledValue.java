package io.ttquant.core.order;

/** The sum of price times quantity over an order's fills, in 128 bits: products of two raw values need not fit a long. */
final class FilledValue {
    private long high;
    private long low;

    /**
     * Adds one fill.
     *
     * @throws ArithmeticException if the sum exceeds 127 bits
     */
    void add(long rawPrice, long rawQuantity) {
        long productLow = rawPrice * rawQuantity;
        low += productLow;
        long carry = Long.compareUnsigned(low, productLow) < 0 ? 1 : 0;
        high = Math.addExact(high, Math.multiplyHigh(rawPrice, rawQuantity) + carry);
    }

    /** The sum divided by a quantity, at the price scale, as the double nearest to it but for the last digit. */
    double averagePrice(long rawQuantity) {
        if (high == low >> 63) {
            return (double) low / rawQuantity;
        }
        double unsignedLow = (low >>> 1) * 2.0 + (low & 1);
        return (high * 0x1p64 + unsignedLow) / rawQuantity;
    }
}
