package io.ttquant.api.indicator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The mean rescaled range (range of the cumulated deviations from a part's mean, divided by the part's population deviation) of parts of one size:
 * the one that ends at the latest observation, that of one size before it, and so on. A part is measured once, when its last observation comes,
 * and remembered as long as it is one of them.
 */
final class RescaledRange {
    /** If the path is longer than this many deviations, differences of its sums are too coarse: the part is measured from its observations. */
    private static final double MOST_LOST = 1e5;

    private static final double NOT_MEASURED = -1;

    private final int size;
    private final int parts;
    private final @Nullable RescaledRange half;
    private final double[] squares;
    private final double[] ranges;
    private final double[] totals;
    private final Excursion excursion;
    private final double inverse;
    private final double share;
    private int phase;
    private int part;
    private int flat;
    private double squaresNow;
    private double squaresBefore;

    private RescaledRange(int size, int parts, @Nullable RescaledRange half) {
        this.size = size;
        this.parts = parts;
        this.half = half;
        this.squares = new double[size];
        this.ranges = new double[size * parts];
        this.totals = new double[size];
        this.excursion = new Excursion(size);
        this.inverse = 1.0 / size;
        this.share = 1.0 / parts;
        reset();
    }

    /** Of the smallest parts. */
    static RescaledRange of(int size, int parts) {
        return new RescaledRange(size, parts, null);
    }

    /** Of parts that consist of two of these, or of two and one more observation. */
    static RescaledRange ofTwo(RescaledRange half, int size, int parts) {
        return new RescaledRange(size, parts, half);
    }

    int size() {
        return size;
    }

    /** Measures the part that ends now; the half has done so before. Returns the mean of those parts that vary; 0 if none does. */
    double add(CumulatedPath path) {
        if (path.count() < size) {
            return 0;
        }
        squaresBefore = squares[phase];
        double now = measured(path);
        squares[phase] = squaresNow;
        double mean = replaced(now);
        if (++phase == size) {
            phase = 0;
            part = part + 1 == parts ? 0 : part + 1;
        }
        return mean;
    }

    /** The total of a row is summed anew whenever its first part is, so that it does not drift. */
    private double replaced(double now) {
        int row = phase * parts;
        double old = ranges[row + part];
        ranges[row + part] = now;
        flat += (now == 0 ? 1 : 0) - (old == 0 ? 1 : 0);
        double total = part == 0 ? sum(row) : totals[phase] + (now - old);
        totals[phase] = total;
        return flat == 0 ? total * share : meanOfVarying(row);
    }

    private double measured(CumulatedPath path) {
        excursion.age();
        if (path.equal() >= size) {
            squaresNow = 0;
            return 0;
        }
        double[] sums = path.sums();
        int at = path.at();
        double mean = (sums[at] - sums[at - size]) * inverse;
        squaresNow = half == null ? squares(path, mean) : joined(half, path, mean);
        double deviation = Math.sqrt(squaresNow * inverse);
        if (path.largest() > MOST_LOST * deviation) {
            return exactly(path);
        }
        return excursion.range(sums, at, mean) / deviation;
    }

    private double squares(CumulatedPath path, double mean) {
        double[] values = path.values();
        double centre = path.reference() + mean;
        double even = 0;
        double odd = 0;
        int i = path.at() - size + 1;
        if (size % 2 == 1) {
            double deviation = values[i] - centre;
            even = deviation * deviation;
            i++;
        }
        for (; i < path.at(); i += 2) {
            double first = values[i] - centre;
            double second = values[i + 1] - centre;
            even += first * first;
            odd += second * second;
        }
        return even + odd;
    }

    /** By the pairwise formula of Chan, Golub and LeVeque (1979). */
    private double joined(RescaledRange of, CumulatedPath path, double mean) {
        double[] sums = path.sums();
        int h = of.size;
        int at = path.at();
        double apart = sums[at] - 2 * sums[at - h] + sums[at - 2 * h];
        double joined = of.squaresNow + of.squaresBefore + apart * apart * (0.5 * of.inverse);
        if (size == 2 * h) {
            return joined;
        }
        double off = (path.values()[at - 2 * h] - path.reference() - mean) * size / (2 * h);
        return joined + off * off * (2 * h) / size;
    }

    private double exactly(CumulatedPath path) {
        double[] values = path.values();
        int from = path.at() - size + 1;
        int to = path.at() + 1;
        double first = values[from];
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i] - first;
        }
        double mean = first + sum / size;
        double total = 0;
        double most = 0;
        double least = 0;
        squaresNow = 0;
        for (int i = from; i < to; i++) {
            double deviation = values[i] - mean;
            squaresNow += deviation * deviation;
            total += deviation;
            most = Math.max(most, total);
            least = Math.min(least, total);
        }
        return squaresNow == 0 ? 0 : (most - least) / Math.sqrt(squaresNow / size);
    }

    private double sum(int row) {
        double even = 0;
        double odd = 0;
        int i = row;
        int end = row + parts;
        if (parts % 2 == 1) {
            even = ranges[i++];
        }
        for (; i < end; i += 2) {
            even += ranges[i];
            odd += ranges[i + 1];
        }
        return even + odd;
    }

    private double meanOfVarying(int row) {
        int varying = 0;
        for (int i = row; i < row + parts; i++) {
            varying += ranges[i] > 0 ? 1 : 0;
        }
        return varying == 0 ? 0 : sum(row) / varying;
    }

    void reset() {
        Arrays.fill(ranges, NOT_MEASURED);
        phase = 0;
        part = 0;
        flat = 0;
        excursion.reset();
    }
}
