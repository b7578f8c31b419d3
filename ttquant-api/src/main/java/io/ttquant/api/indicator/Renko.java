package io.ttquant.api.indicator;

/**
 * Renko bricks: one is added for each whole brick that the price goes beyond the last one in its direction; a turn needs two bricks, the first of
 * which is not drawn. The value is the close of the last brick, at first the first price. Ready after one price. {@link #bricks()} tells how many
 * the last update made. Steve Nison, "Beyond Candlesticks", 1994.
 */
public final class Renko extends Figure implements LineIndicator {
    private final double brick;
    private double start = Double.NaN;
    private long level;
    private int direction;
    private long bricks;

    private Renko(double brick) {
        super(1);
        this.brick = Observation.positive("brick", brick);
    }

    /**
     * Of this brick, in the unit of prices.
     *
     * @throws IllegalArgumentException if it is not above 0
     */
    public static Renko of(double brick) {
        return new Renko(brick);
    }

    @Override
    public double update(double observation) {
        Observation.finite(observation);
        bricks = 0;
        if (Double.isNaN(start)) {
            start = observation;
            return set(observation);
        }
        double distance = (observation - start) / brick - level;
        long whole = (long) distance;
        int side = Long.signum(whole);
        long needed = side == -direction && direction != 0 ? 2 : 1;
        if (Math.abs(whole) >= needed) {
            level += whole;
            bricks = whole - side * (needed - 1);
            direction = side;
        }
        return set(start + level * brick);
    }

    /** Bricks made by the last update: above 0 upwards, below 0 downwards. */
    public long bricks() {
        return bricks;
    }

    /** 1 after a brick upwards, −1 after one downwards, 0 before the first. */
    public int direction() {
        return direction;
    }

    /** Where the last brick opened; NaN before the first. */
    public double open() {
        return direction == 0 ? Double.NaN : start + (level - direction) * brick;
    }

    @Override
    public void reset() {
        super.reset();
        start = Double.NaN;
        level = 0;
        direction = 0;
        bricks = 0;
    }
}
