package io.ttquant.api.indicator;

/**
 * Ichimoku: tenkan, kijun and the middle of the long period are (highest high + lowest low) / 2 of three periods. Span A is (tenkan + kijun) / 2
 * and span B that middle, both as they stand at the current bar, which is as they were {@code shift} bars ago: nothing is taken from the future.
 * The chikou line is the close drawn {@code shift} bars back; what a strategy may know is {@link #chikouMove()}, the close against that of then.
 * The value is tenkan. Goichi Hosoda, 1969.
 */
public final class Ichimoku extends Figure implements RangeIndicator {
    private final RollingRange tenkan;
    private final RollingRange kijun;
    private final RollingRange longest;
    private final Window spansA;
    private final Window spansB;
    private final Window closes;
    private double spanA = Double.NaN;
    private double spanB = Double.NaN;
    private double chikouMove = Double.NaN;

    private Ichimoku(int tenkan, int kijun, int longest, int shift) {
        super(tenkan);
        Observation.ascending(tenkan, kijun);
        Observation.ascending(kijun, longest);
        this.tenkan = new RollingRange(tenkan);
        this.kijun = new RollingRange(kijun);
        this.longest = new RollingRange(longest);
        this.spansA = new Window(shift);
        this.spansB = new Window(shift);
        this.closes = new Window(shift);
    }

    /** Of 9, 26 and 52 bars, shifted by 26. */
    public static Ichimoku of() {
        return of(9, 26, 52, 26);
    }

    /**
     * Of these periods and this shift.
     *
     * @throws IllegalArgumentException if the periods do not ascend
     */
    public static Ichimoku of(int tenkan, int kijun, int longest, int shift) {
        return new Ichimoku(tenkan, kijun, longest, shift);
    }

    @Override
    public double update(double high, double low, double close) {
        Observation.finite(high, low, close);
        tenkan.add(high, low);
        kijun.add(high, low);
        longest.add(high, low);
        double quick = tenkan.middle();
        spanA = shift(spansA, (quick + kijun.middle()) / 2);
        spanB = shift(spansB, longest.middle());
        double before = shift(closes, close);
        chikouMove = close - before;
        return set(quick);
    }

    private static double shift(Window window, double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        boolean isFull = window.isFull();
        double before = window.add(value);
        return isFull ? before : Double.NaN;
    }

    /** The conversion line, as {@link #value()}. */
    public double tenkan() {
        return value();
    }

    /** The base line; NaN until its period. */
    public double kijun() {
        return kijun.middle();
    }

    /** Leading span A at this bar; NaN until its period and the shift. */
    public double spanA() {
        return spanA;
    }

    /** Leading span B at this bar; NaN until its period and the shift. */
    public double spanB() {
        return spanB;
    }

    /** The close minus the close {@code shift} bars ago; NaN until there is one. */
    public double chikouMove() {
        return chikouMove;
    }

    @Override
    public void reset() {
        super.reset();
        tenkan.reset();
        kijun.reset();
        longest.reset();
        spansA.reset();
        spansB.reset();
        closes.reset();
        spanA = Double.NaN;
        spanB = Double.NaN;
        chikouMove = Double.NaN;
    }
}
