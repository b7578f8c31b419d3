package io.ttquant.core.storage.sheet;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.money.FixedPoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link CsvOutput} writes. The decimals of the first row are those of all. */
final class CsvInput implements SheetInput {
    private static final int LONGEST = 40;

    private final Path file;
    private final BufferedReader in;
    private final SheetKind kind;
    private final SheetScales scales;
    private @Nullable String line;
    private long number = 1;

    CsvInput(Path file) {
        this.file = file;
        try {
            in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
            String head = in.readLine();
            kind = SheetKind.ofHead(head == null ? List.of() : List.of(head.split(",")), file.toString());
            read();
            scales = scalesOf(line);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void read() throws IOException {
        line = in.readLine();
        number++;
    }

    private SheetScales scalesOf(@Nullable String first) {
        int price = 0;
        int quantity = 0;
        if (first != null) {
            String[] fields = fields(first);
            for (int i = 0; i < fields.length; i++) {
                int decimals = fields[i].indexOf('.') < 0 ? 0 : fields[i].length() - fields[i].indexOf('.') - 1;
                switch (kind.columns().get(i).kind()) {
                    case PRICE -> price = Math.max(price, decimals);
                    case QUANTITY -> quantity = Math.max(quantity, decimals);
                    case TIME, NUMBER, SIDE -> {}
                }
            }
        }
        if (price > FixedPoint.MAX_SCALE || quantity > FixedPoint.MAX_SCALE) {
            throw refuse("has more than " + FixedPoint.MAX_SCALE + " decimals");
        }
        return new SheetScales(price, quantity);
    }

    @Override
    public SheetKind kind() {
        return kind;
    }

    @Override
    public SheetScales scales() {
        return scales;
    }

    @Override
    public boolean next(long[] values) {
        String row = line;
        if (row == null) {
            return false;
        }
        String[] fields = fields(row);
        for (int i = 0; i < fields.length; i++) {
            values[i] = value(kind.columns().get(i), fields[i]);
        }
        try {
            read();
        } catch (IOException e) {
            throw failed(e);
        }
        return true;
    }

    private String[] fields(String row) {
        String[] fields = row.split(",", -1);
        if (fields.length != kind.columns().size()) {
            throw refuse(
                    "must have " + kind.columns().size() + " fields, " + kind.head() + ", but has " + fields.length);
        }
        return fields;
    }

    private long value(SheetColumn column, String text) {
        if (text.length() > LONGEST) {
            throw refuse("has a " + column.name() + " of " + text.length() + " characters");
        }
        try {
            return switch (column.kind()) {
                case TIME, NUMBER -> Long.parseLong(text);
                case PRICE, QUANTITY -> decimal(column, text);
                case SIDE -> side(text).ordinal();
            };
        } catch (ArithmeticException | NumberFormatException e) {
            throw refuse("has the " + column.name() + " '" + text + "', which is no number of " + column.scale(scales)
                    + " decimals as in the first row");
        }
    }

    private long decimal(SheetColumn column, String text) {
        if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            throw new NumberFormatException("an exponent");
        }
        return FixedPoint.toRaw(new BigDecimal(text), column.scale(scales));
    }

    private AggressorSide side(String text) {
        return switch (text) {
            case CsvOutput.BUY -> AggressorSide.BUYER;
            case CsvOutput.SELL -> AggressorSide.SELLER;
            case "" -> AggressorSide.NONE;
            default -> throw refuse("has the side '" + text + "'; write buy, sell or nothing");
        };
    }

    private IllegalArgumentException refuse(String why) {
        return new IllegalArgumentException(
                file + ", line " + number + ", " + why + "; mend the line or write the sheet anew");
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("the CSV " + file + " cannot be read: " + e, e);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
