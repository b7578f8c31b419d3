package io.ttquant.backtest.data;

import io.ttquant.core.matching.LatencyModel;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads recorded order latencies: a text file with a line {@code request,exchange,response} for each order, in epoch nanoseconds, in the order of
 * requests. A first line of names and empty lines are passed over.
 */
public final class LatencyFile {
    static final int MOST_ROWS = 10_000_000;

    private final String name;
    private long[][] columns = new long[3][1_024];
    private int rows;

    private LatencyFile(String name) {
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @return a model as {@link LatencyModel#recorded} makes it
     * @throws DataException if the file cannot be read, or a line is no row of latencies
     */
    public static LatencyModel read(Path file) {
        LatencyFile read = new LatencyFile(file.toString());
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            read.read(lines);
        } catch (NoSuchFileException e) {
            throw new DataException(read.name, "there is no such file of recorded latencies; check the path", e);
        } catch (CharacterCodingException e) {
            throw new DataException(read.name, "is no UTF-8 text; give the recorded latencies as plain CSV", e);
        } catch (IOException e) {
            throw new DataException(read.name, "cannot be read: " + e, e);
        }
        return read.model();
    }

    private void read(BufferedReader lines) throws IOException {
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            boolean isHeader = number == 1 && line.strip().matches("[A-Za-z_\"]+(,[A-Za-z_\"]+){2}");
            if (!isHeader && !line.isBlank()) {
                add(line, number);
            }
        }
    }

    private void add(String line, long number) {
        String[] fields = line.split(",", -1);
        if (fields.length != 3) {
            throw new DataException(
                    name,
                    number,
                    "has " + fields.length + " columns; write request,exchange,response in epoch nanoseconds");
        }
        if (rows == MOST_ROWS) {
            throw new DataException(name, number, "has more than " + MOST_ROWS + " rows; give a part of them");
        }
        if (rows == columns[0].length) {
            columns = Arrays.stream(columns)
                    .map(column -> Arrays.copyOf(column, rows * 2))
                    .toArray(long[][]::new);
        }
        for (int i = 0; i < 3; i++) {
            columns[i][rows] = nanos(fields[i].strip(), number);
        }
        rows++;
    }

    private long nanos(String field, long number) {
        try {
            return Long.parseLong(field);
        } catch (NumberFormatException e) {
            throw new DataException(
                    name,
                    number,
                    "'" + (field.length() > 40 ? field.substring(0, 40) + "…" : field)
                            + "' is no time in epoch nanoseconds, a whole number such as 1700000000000000000");
        }
    }

    private LatencyModel model() {
        try {
            return LatencyModel.recorded(
                    Arrays.copyOf(columns[0], rows), Arrays.copyOf(columns[1], rows), Arrays.copyOf(columns[2], rows));
        } catch (IllegalArgumentException e) {
            throw new DataException(name, 0, String.valueOf(e.getMessage()));
        }
    }
}
