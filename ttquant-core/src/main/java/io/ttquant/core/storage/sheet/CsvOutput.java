package io.ttquant.core.storage.sheet;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.money.FixedPoint;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a CSV: a head, then decimals with all digits of their scale and times as epoch nanoseconds. */
final class CsvOutput implements SheetOutput {
    static final String BUY = "buy";
    static final String SELL = "sell";

    private final SheetKind kind;
    private final SheetScales scales;
    private final BufferedWriter out;
    private final StringBuilder line = new StringBuilder();

    CsvOutput(Path file, SheetKind kind, SheetScales scales) {
        this.kind = kind;
        this.scales = scales;
        try {
            out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            out.write(kind.head());
            out.write('\n');
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void row(long... values) {
        line.setLength(0);
        for (int i = 0; i < values.length; i++) {
            SheetColumn column = kind.columns().get(i);
            line.append(i == 0 ? "" : ",").append(text(column, values[i]));
        }
        try {
            out.append(line).write('\n');
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private String text(SheetColumn column, long value) {
        return switch (column.kind()) {
            case TIME, NUMBER -> Long.toString(value);
            case PRICE, QUANTITY -> FixedPoint.format(value, column.scale(scales));
            case SIDE -> sideText(AggressorSide.ofCode((int) value));
        };
    }

    static String sideText(AggressorSide side) {
        return switch (side) {
            case BUYER -> BUY;
            case SELLER -> SELL;
            case NONE -> "";
        };
    }

    @Override
    public void finish() {
        try {
            out.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        finish();
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("the CSV cannot be written: " + e, e);
    }
}
