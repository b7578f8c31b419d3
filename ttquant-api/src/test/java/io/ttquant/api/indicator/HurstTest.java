package io.ttquant.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exponent that remembers its parts against one that measures all parts of the window at each update. */
class HurstTest {
    private static void agrees(String what, int period, int count, IntToDoubleFunction observations) {
        Hurst hurst = Hurst.of(period);
        double[] all = new double[count];
        for (int i = 0; i < count; i++) {
            all[i] = observations.applyAsDouble(i);
            double ours = hurst.update(all[i]);
            if (i + 1 >= period) {
                double naive = exponent(Arrays.copyOfRange(all, i + 1 - period, i + 1));
                assertThat(ours).as("%s, period %s, at %s", what, period, i).isCloseTo(naive, within(1e-8));
            } else {
                assertThat(ours).isNaN();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 31, 40, 77, 128, 143, 255})
    void agreesWhateverThePeriod(int period) {
        Random random = new Random(period);
        agrees("returns", period, 4 * period, i -> random.nextGaussian());
        agrees("prices", period, 4 * period, i -> 30_000 + 40 * Math.sin(i / 50.0) + random.nextGaussian());
        agrees("ticks", period, 4 * period, i -> random.nextInt(3));
    }

    @Test
    void agreesAfterAWildObservation() {
        Random random = new Random(7);
        agrees("wild", 64, 500, i -> i % 150 == 70 ? 1e15 : 1e-4 * random.nextGaussian());
        agrees("far from 0", 64, 500, i -> 1e9 + random.nextInt(9) / 1024.0);
        agrees("a new level", 64, 500, i -> (i < 250 ? 0 : 1e7) + random.nextGaussian());
    }

    @Test
    void leavesOutPartsThatDoNotVary() {
        Random random = new Random(8);
        agrees("pauses", 40, 600, i -> (i / 60) % 2 == 0 ? 0.1 : random.nextInt(2) * 0.1);
        agrees("a single move", 64, 400, i -> i == 200 ? 1 : 0.3);
        agrees("steps", 64, 600, i -> (i / 37) * 0.7);
    }

    private static double exponent(double[] window) {
        double count = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int size = window.length; size >= 8; size /= 2) {
            double mean = meanOfParts(window, size);
            if (mean > 0) {
                double x = Math.log(size);
                double y = Math.log(mean);
                count++;
                sx += x;
                sy += y;
                sxx += x * x;
                sxy += x * y;
            }
        }
        return count < 2 ? 0.5 : (count * sxy - sx * sy) / (count * sxx - sx * sx);
    }

    private static double meanOfParts(double[] window, int size) {
        double sum = 0;
        int varying = 0;
        for (int end = window.length; end >= size; end -= size) {
            double rescaled = rescaled(Arrays.copyOfRange(window, end - size, end));
            sum += rescaled;
            varying += rescaled > 0 ? 1 : 0;
        }
        return varying == 0 ? 0 : sum / varying;
    }

    private static double rescaled(double[] part) {
        double[] moves = Arrays.stream(part).map(x -> x - part[0]).toArray();
        double mean = Naive.mean(moves);
        double squares = 0;
        double total = 0;
        double most = 0;
        double least = 0;
        for (double move : moves) {
            squares += (move - mean) * (move - mean);
            total += move - mean;
            most = Math.max(most, total);
            least = Math.min(least, total);
        }
        return squares == 0 ? 0 : (most - least) / Math.sqrt(squares / part.length);
    }
}
