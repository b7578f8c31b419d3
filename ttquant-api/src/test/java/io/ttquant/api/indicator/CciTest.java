package io.ttquant.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index against its definition, and where nothing deviates. */
class CciTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 20, 63})
    void agreesWithItsDefinitionWhateverThePeriod(int period) {
        Random random = new Random(period);
        Cci cci = Cci.of(period);
        double[] typical = new double[300];
        for (int i = 0; i < typical.length; i++) {
            typical[i] = i / 70 % 2 == 0 ? 0.1 : 100 + random.nextInt(3) * 0.1;
            double ours = cci.update(typical[i], typical[i], typical[i]);
            typical[i] = (typical[i] + typical[i] + typical[i]) / 3;
            if (i + 1 >= period) {
                double naive = naive(Arrays.copyOfRange(typical, i + 1 - period, i + 1));
                assertThat(ours).as("at %s, period and seed %s", i, period).isCloseTo(naive, within(1e-8));
            }
        }
    }

    private static double naive(double[] window) {
        if (Arrays.stream(window).allMatch(x -> x == window[0])) {
            return 0;
        }
        double mean = Naive.mean(window);
        double spread =
                Naive.mean(Arrays.stream(window).map(x -> Math.abs(x - mean)).toArray());
        return (window[window.length - 1] - mean) / (0.015 * spread);
    }

    @Test
    void isExactlyZeroWithoutDeviationAndAfterAReset() {
        Cci cci = Cci.of(20);
        for (int run = 0; run < 2; run++) {
            for (int i = 0; i < 60; i++) {
                double value = cci.update(0.1, 0.1, 0.1);
                assertThat(Double.valueOf(value)).isEqualTo(Double.valueOf(i < 19 ? Double.NaN : 0.0));
            }
            cci.reset();
        }
    }
}
