package io.ttquant.api.indicator;

/**
 * Kaufman's adaptive moving average: {@code k ← k + s² (x − k)}, where s lies between 2 / (slow + 1) and 2 / (fast + 1) by the efficiency ratio,
 * the net move over n observations divided by the sum of the single moves (0 if nothing moved). Two starts exist: the n-th observation, ready
 * after n; or the simple average of the last n at the n + 1st, ready then. Perry Kaufman, "Smarter Trading", 1995.
 */
public final class Kama extends Figure implements LineIndicator {
    private final Window window;
    private final RollingSum moves;
    private final RollingSum sum;
    private final int period;
    private final double fastest;
    private final double slowest;
    private final boolean isSeededByAverage;
    private double last;
    private double average;
    private double ratio = Double.NaN;

    private Kama(int period, int fast, int slow, boolean isSeededByAverage) {
        super(isSeededByAverage ? period + 1 : period);
        Observation.ascending(fast, slow);
        this.window = new Window(period);
        this.moves = new RollingSum(period);
        this.sum = new RollingSum(period);
        this.period = period;
        this.fastest = 2.0 / (fast + 1.0);
        this.slowest = 2.0 / (slow + 1.0);
        this.isSeededByAverage = isSeededByAverage;
    }

    /** Started with the n-th observation; 10, 2 and 30 are usual. */
    public static Kama of(int period, int fast, int slow) {
        return new Kama(period, fast, slow, false);
    }

    /** Started, at the first bar that has an efficiency ratio, with the simple average of the last n; ready after n + 1. */
    public static Kama seededByAverage(int period, int fast, int slow) {
        return new Kama(period, fast, slow, true);
    }

    @Override
    public double update(double observation) {
        Observation.finite(observation);
        if (isReady()) {
            return move(observation);
        }
        if (window.size() > 0) {
            moves.add(Math.abs(observation - last));
        }
        double total = sum.add(observation);
        boolean wasFull = window.isFull();
        window.add(observation);
        last = observation;
        if (isSeededByAverage ? !wasFull : !window.isFull()) {
            return value();
        }
        average = isSeededByAverage ? total / period : observation;
        return set(average);
    }

    private double move(double observation) {
        double path = moves.add(Math.abs(observation - last));
        double net = Math.abs(observation - window.add(observation));
        ratio = path == 0 ? 0 : Math.min(1, net / path);
        double s = ratio * (fastest - slowest) + slowest;
        average += s * s * (observation - average);
        last = observation;
        return set(average);
    }

    /** The efficiency ratio, 0 to 1; NaN until n + 1 observations. */
    public double efficiencyRatio() {
        return ratio;
    }

    @Override
    public void reset() {
        super.reset();
        window.reset();
        moves.reset();
        sum.reset();
        ratio = Double.NaN;
    }
}
