package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.indicator.Cross;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Tulip's vectors, partly from a textbook: to one unit of the last decimal printed. */
class PublishedTulipTest {
    /** Functions that are no indicator of ours; {@link #crossesAreThePublishedOnes} has the crosses. */
    private static final String NOT_OURS =
            "bop crossany crossover cvi decay dpo fosc kvo lag marketfi mass md nvi pvi qstick stderr vhf "
                    + "vidya vosc zlema";

    private final org.assertj.core.api.SoftAssertions softly = new org.assertj.core.api.SoftAssertions();

    @Test
    void indicatorsHaveThePublishedValues() {
        Map<String, Function<double[], TulipCases.Made>> ours = TulipCases.all();
        TreeSet<String> missing = new TreeSet<>();
        for (JsonNode row : Published.json("tulip_vectors.json").get("cases")) {
            String name = row.get("function").asText();
            if (ours.containsKey(name)) {
                check(row, ours.get(name).apply(numbers(row.get("options"))));
            } else {
                missing.add(name);
            }
        }
        softly.assertAll();
        assertThat(missing).containsExactly(NOT_OURS.split(" "));
    }

    private static double[] numbers(JsonNode array) {
        double[] values = new double[array.size()];
        Arrays.setAll(values, i -> array.get(i).asDouble());
        return values;
    }

    private static double[] input(JsonNode row, TulipCases.Made made, char which) {
        int at = made.inputs().indexOf(which);
        if (at >= 0) {
            return numbers(row.get("inputs").get(at));
        }
        double[] low = numbers(row.get("inputs").get(Math.max(0, made.inputs().indexOf('l'))));
        return which == 'v' ? new double[low.length] : low;
    }

    private void check(JsonNode row, TulipCases.Made made) {
        double[] open = input(row, made, 'o');
        double[] high = input(row, made, 'h');
        double[] low = input(row, made, 'l');
        double[] close = input(row, made, 'c');
        double[] volume = input(row, made, 'v');
        double[][] values = new double[made.lines().length][close.length];
        for (int i = 0; i < close.length; i++) {
            made.indicator().update(open[i], high[i], low[i], close[i], volume[i]);
            for (int line = 0; line < values.length; line++) {
                values[line][i] = made.lines()[line].getAsDouble();
            }
        }
        for (int line = 0; line < values.length; line++) {
            compare(row, line, values[line]);
        }
    }

    /** A unit of the last decimal, of three at least; of two functions the textbook computed with rounder or finer inputs than it prints. */
    private static double tolerance(String function, int scale) {
        boolean isOfOtherInputs = function.equals("natr") || function.equals("kama");
        return 1.01 * Math.pow(10, -(isOfOtherInputs ? 3 : Math.max(3, scale)));
    }

    private void compare(JsonNode row, int line, double[] ours) {
        JsonNode published = row.get("outputs").get(line);
        int compared = 0;
        for (int i = 0; i < published.size(); i++) {
            double our = ours[ours.length - published.size() + i];
            if (!Double.isNaN(our)) {
                double tolerance = tolerance(
                        row.get("function").asText(),
                        published.get(i).decimalValue().scale());
                double told = published.get(i).asDouble();
                softly.assertThat(Math.abs(our - told))
                        .as(
                                "%s %s %s line %d value %d: ours %s, published %s",
                                row.get("file"), row.get("function"), row.get("options"), line, i, our, told)
                        .isLessThanOrEqualTo(Math.max(tolerance, 1e-9 * Math.abs(told)));
                compared++;
            }
        }
        assertThat(compared > 0 || published.isEmpty())
                .as("%s %s compared", row.get("file"), row.get("function"))
                .isTrue();
    }

    @Test
    void crossesAreThePublishedOnes() {
        for (JsonNode row : Published.json("tulip_vectors.json").get("cases")) {
            String name = row.get("function").asText();
            if (!name.startsWith("cross")) {
                continue;
            }
            double[] line = numbers(row.get("inputs").get(0));
            double[] other = numbers(row.get("inputs").get(1));
            double[] told = numbers(row.get("outputs").get(0));
            Cross cross = Cross.of();
            for (int i = 0; i < line.length; i++) {
                Cross.Direction direction = cross.update(line[i], other[i]);
                boolean isTold = i > 0 && told[i - 1] != 0;
                boolean isOurs = direction == Cross.Direction.UP
                        || (name.equals("crossany") && direction == Cross.Direction.DOWN);
                assertThat(isOurs).as("%s at %d", name, i).isEqualTo(isTold);
            }
        }
    }
}
