package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.indicator.BarIndicator;
import io.ttquant.api.indicator.LineIndicator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import java.util.zip.GZIPInputStream;

/** A published table with a header: columns by name, NaN where a cell is empty. */
final class IndicatorSheet {
    private final String file;
    private final List<String> names;
    private final List<String[]> rows;
    private final Set<String> compared = new TreeSet<>();

    private IndicatorSheet(String file, List<String> lines) {
        this.file = file;
        this.names = List.of(lines.get(0).split(",", -1));
        this.rows = lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
    }

    static IndicatorSheet read(String file) {
        if (!file.endsWith(".gz")) {
            return new IndicatorSheet(file, SharedData.lines(file));
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.file(file))), StandardCharsets.UTF_8))) {
            return new IndicatorSheet(file, reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Columns that nothing was compared with yet. */
    Set<String> rest() {
        Set<String> rest = new TreeSet<>(names);
        rest.removeAll(compared);
        return rest;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    private String cell(int row, String name) {
        int column = names.indexOf(name);
        assertThat(column).as("column %s of %s", name, file).isNotNegative();
        return column < rows.get(row).length ? rows.get(row)[column].strip() : "";
    }

    List<String> text(String name) {
        return java.util.stream.IntStream.range(0, rows.size())
                .mapToObj(i -> cell(i, name))
                .toList();
    }

    double[] column(String name) {
        double[] values = new double[rows.size()];
        Arrays.setAll(values, i -> cell(i, name).isEmpty() ? Double.NaN : Double.parseDouble(cell(i, name)));
        return values;
    }

    /** A line after each row's bar; a missing open is the close, a missing volume 0. */
    double[] values(BarIndicator indicator, DoubleSupplier line) {
        double[] close = column("close");
        double[] open = has("open") ? column("open") : close;
        double[] high = has("high") ? column("high") : close;
        double[] low = has("low") ? column("low") : close;
        double[] volume = has("volume") ? column("volume") : new double[close.length];
        double[] values = new double[close.length];
        for (int i = 0; i < values.length; i++) {
            indicator.update(open[i], high[i], low[i], close[i], volume[i]);
            values[i] = line.getAsDouble();
        }
        return values;
    }

    double[] values(LineIndicator indicator, DoubleSupplier line) {
        double[] close = column("close");
        double[] values = new double[close.length];
        for (int i = 0; i < values.length; i++) {
            indicator.update(close[i]);
            values[i] = line.getAsDouble();
        }
        return values;
    }

    /**
     * Our values equal a column as far as it is printed, from a row on; before it, ours may not be ready. A figure of at most {@code digits}
     * significant digits is compared to half a unit of its last one, plus what binary arithmetic leaves.
     */
    void equal(double[] ours, String name, int from, int digits) {
        equal(ours, name, from, rows.size() - 1, digits);
    }

    /** As {@link #equal(double[], String, int, int)}, up to a last row. */
    void equal(double[] ours, String name, int from, int last, int digits) {
        this.compared.add(name);
        int compared = 0;
        for (int i = from; i <= last; i++) {
            String told = cell(i, name);
            if (!told.isEmpty()) {
                assertThat(Math.abs(ours[i] - Double.parseDouble(told)))
                        .as("%s of %s, row %d: ours %s, published %s", name, file, i, ours[i], told)
                        .isLessThanOrEqualTo(tolerance(told, digits));
                compared++;
            }
        }
        assertThat(compared).as("values of %s compared", name).isPositive();
    }

    /** Our values lie within a distance of a column: for sheets whose makers had finer prices than they print. */
    void near(double[] ours, String name, double tolerance) {
        for (int i = 0; i < rows.size(); i++) {
            String told = cell(i, name);
            if (!told.isEmpty()) {
                assertThat(Math.abs(ours[i] - Double.parseDouble(told)))
                        .as("%s of %s, row %d: ours %s, published %s", name, file, i, ours[i], told)
                        .isLessThanOrEqualTo(tolerance);
            }
        }
    }

    /** Half a unit of the last decimal printed, but not below what so many significant digits can tell. */
    private static double tolerance(String told, int digits) {
        double value = Math.abs(Double.parseDouble(told));
        int dot = told.indexOf('.');
        int exponent = told.indexOf('E');
        int decimals = exponent >= 0 ? 0 : dot < 0 ? 0 : told.length() - dot - 1;
        double printed = exponent >= 0 ? value * 1e-5 : 0.5000001 * Math.pow(10, -decimals);
        return Math.max(printed, Math.max(value, 1) * Math.pow(10, -digits));
    }
}
