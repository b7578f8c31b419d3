package io.ttquant.api.indicator;

/**
 * Pivot points from a completed period, such as the day before, given as one bar: the pivot and up to four resistances and supports. Ready after
 * one. Feed it bars of the period.
 */
public final class Pivots extends Figure implements BarIndicator {
    /** How the levels are made; R is high − low, P the pivot, C the close. */
    public enum Kind {
        /** P = (H + L + C) / 3; above it 2 P − L, P + R, H + 2 (P − L), H + 3 (P − L), and mirrored below. */
        STANDARD,
        /** P = (H + L + C) / 3; P ± 0.382 R, 0.618 R, R; three levels. */
        FIBONACCI,
        /** P = (H + L + C) / 3; C ± 1.1 R / 12, / 6, / 4, / 2. Nick Scott, 1989. */
        CAMARILLA,
        /** P = (H + L + 2 C) / 4; levels as STANDARD, three of them. Ken Wood. */
        WOODIE,
        /**
         * X = H + L + 2 C, with the low twice instead after a falling bar and the high twice after a rising one; P = X / 4; X / 2 − L, X / 2 − H;
         * one level. Tom DeMark.
         */
        DEMARK
    }

    private final Kind kind;
    private double high;
    private double low;
    private double close;

    private Pivots(Kind kind) {
        super(1);
        this.kind = kind;
    }

    /** Of this kind. */
    public static Pivots of(Kind kind) {
        return new Pivots(kind);
    }

    /** Takes a completed period; returns the pivot of the next. */
    @Override
    public double update(double open, double high, double low, double close, double volume) {
        Observation.finite(high, low, close);
        Observation.finite(open);
        this.high = high;
        this.low = low;
        this.close = close;
        return set(
                switch (kind) {
                    case STANDARD, FIBONACCI, CAMARILLA -> (high + low + close) / 3;
                    case WOODIE -> (high + low + 2 * close) / 4;
                    case DEMARK -> (high + low + close + doubled(open)) / 4;
                });
    }

    private double doubled(double open) {
        return close < open ? low : close > open ? high : close;
    }

    /** The pivot, as {@link #value()}. */
    public double pivot() {
        return value();
    }

    /** Levels on each side: 4 of STANDARD and CAMARILLA, 3 of FIBONACCI and WOODIE, 1 of DEMARK. */
    public int levels() {
        return switch (kind) {
            case STANDARD, CAMARILLA -> 4;
            case FIBONACCI, WOODIE -> 3;
            case DEMARK -> 1;
        };
    }

    /**
     * A level above, 1 the nearest; NaN until ready.
     *
     * @throws IndexOutOfBoundsException if the kind has no such level
     */
    public double resistance(int level) {
        return level(level, high, low, 1);
    }

    /**
     * A level below, 1 the nearest; NaN until ready.
     *
     * @throws IndexOutOfBoundsException if the kind has no such level
     */
    public double support(int level) {
        return level(level, low, high, -1);
    }

    private double level(int level, double near, double far, int sign) {
        if (level < 1 || level > levels()) {
            throw new IndexOutOfBoundsException(kind + " pivots have levels 1 to " + levels() + ", not " + level);
        }
        if (!isReady()) {
            return Double.NaN;
        }
        double pivot = value();
        double range = sign * (high - low);
        return switch (kind) {
            case STANDARD, WOODIE ->
                level == 1 ? 2 * pivot - far : level == 2 ? pivot + range : near + (level - 1) * (pivot - far);
            case FIBONACCI -> pivot + range * (level == 1 ? 0.382 : level == 2 ? 0.618 : 1);
            case CAMARILLA -> close + 1.1 * range / (level == 4 ? 2 : level == 3 ? 4 : 12.0 / level);
            case DEMARK -> 2 * pivot - far;
        };
    }
}
