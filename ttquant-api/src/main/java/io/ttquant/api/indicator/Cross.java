package io.ttquant.api.indicator;

/**
 * Tells when one line crosses another. It crosses up when it is above now and was last seen below; touching without passing is no cross, and
 * lines that have only just become ready do not cross.
 */
public final class Cross {
    /** What happened at the last update. */
    public enum Direction {
        /** From below to above. */
        UP,
        /** From above to below. */
        DOWN,
        /** No cross. */
        NONE
    }

    private int side;
    private Direction direction = Direction.NONE;

    private Cross() {}

    /** A cross of two lines not seen yet. */
    public static Cross of() {
        return new Cross();
    }

    /**
     * Takes the two lines.
     *
     * @return the direction in which {@code line} crossed {@code other}; {@link Direction#NONE} while either is NaN
     */
    public Direction update(double line, double other) {
        direction = after(line, other);
        return direction;
    }

    private Direction after(double line, double other) {
        int now = line > other ? 1 : line < other ? -1 : 0;
        if (now == 0 || now == side) {
            return Direction.NONE;
        }
        int before = side;
        side = now;
        if (before == 0) {
            return Direction.NONE;
        }
        return now > 0 ? Direction.UP : Direction.DOWN;
    }

    /** What the last update returned. */
    public Direction direction() {
        return direction;
    }

    /** Forgets the lines. */
    public void reset() {
        side = 0;
        direction = Direction.NONE;
    }
}
