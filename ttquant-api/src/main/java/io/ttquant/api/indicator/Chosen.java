package io.ttquant.api.indicator;

/** Choices that a processor makes without a jump: whether a price rose is as good as random, and a jump guessed wrong costs more than the choice. */
final class Chosen {
    private Chosen() {}

    /** The value if a is above b, else 0; of finite numbers. */
    static double ifAbove(double a, double b, double value) {
        long sign = Double.doubleToRawLongBits(b - a) >> 63;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & sign);
    }
}
