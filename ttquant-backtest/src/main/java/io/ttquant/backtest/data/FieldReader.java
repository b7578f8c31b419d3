package io.ttquant.backtest.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads every form of a field, one text at a time, and says precisely what is wrong with those that have none. */
final class FieldReader {
    private final String file;
    private final RowLayout layout;
    private final Scales scales;
    private final byte[] bytes;
    private final StampReader stamps;
    private byte @Nullable [] symbol;
    private long line;
    private int rowStart;
    private boolean isScaleRaised;
    private long roundedVolumes;
    private long roundedVolumesBefore;

    FieldReader(String file, RowLayout layout, Scales scales, byte[] bytes) {
        this.file = file;
        this.layout = layout;
        this.scales = scales;
        this.bytes = bytes;
        this.stamps = new StampReader(layout.unit(), bytes);
    }

    StampReader stamps() {
        return stamps;
    }

    /** Where messages point to. */
    void start(long atLine, int atByte) {
        line = atLine;
        rowStart = atByte;
        isScaleRaised = false;
        roundedVolumesBefore = roundedVolumes;
    }

    /** Forgets what was noticed in the row, which is read again. */
    void restart() {
        roundedVolumes = roundedVolumesBefore;
    }

    long roundedVolumes() {
        return roundedVolumes;
    }

    /** Whether a value of the row needed more decimals than the scale had, so that the row must be read again. */
    boolean isScaleRaised() {
        return isScaleRaised;
    }

    int stamp(long[] target, int row, int column, int at) {
        int end = end(at);
        String text = FieldText.of(bytes, at, end);
        int from = at;
        while (from < end && (bytes[from] == '"' || bytes[from] == ' ')) {
            from++;
        }
        try {
            target[row] = stamps.parse(text, from);
        } catch (NumberFormatException | ArithmeticException e) {
            throw refuse(column, text, String.valueOf(e.getMessage()));
        }
        return end;
    }

    int decimal(long[] target, int row, int column, int at) {
        int end = end(at);
        String text = FieldText.of(bytes, at, end);
        Field field = field(column);
        DecimalText value;
        try {
            value = DecimalText.parse(text);
        } catch (NumberFormatException e) {
            throw refuse(column, text, e.getMessage() + "; a decimal such as 0.0125 is read");
        }
        if (field == Field.VOLUME && value.decimals() > scales.mostVolume()) {
            value = value.rounded(scales.mostVolume());
            roundedVolumes++;
        }
        if (value.decimals() > scales.of(field)) {
            if (!scales.raise(field, value.decimals())) {
                throw tooFine(column, text, value, field);
            }
            isScaleRaised = true;
        }
        try {
            target[row] = value.raw(scales.of(field));
        } catch (ArithmeticException e) {
            throw refuse(column, text, "does not fit 64 bits with " + scales.of(field) + " decimals");
        }
        return end;
    }

    private DataException tooFine(int column, String text, DecimalText value, Field field) {
        String kind = field.isPrice() ? "prices" : "quantities";
        String why = scales.isFixed()
                ? "the instrument keeps " + scales.of(field) + " for " + kind + "; give it a finer "
                        + (field.isPrice() ? "tick" : "lot")
                        + (field == Field.VOLUME ? ", or round volumes with DataPolicy.withRoundedVolumes()" : "")
                : "at most " + Scales.MOST_INFERRED + " are inferred; round the column, or give the instrument";
        return refuse(column, text, "has " + value.decimals() + " decimals, and " + why);
    }

    /** A field that is neither stamp nor decimal. */
    int other(long[] target, int row, int column, int at) {
        int end = end(at);
        switch (field(column)) {
            case SIDE -> target[row] = SideText.code(bytes, at, end);
            case CONFIRM -> target[row] = flag(column, FieldText.of(bytes, at, end));
            case ID -> target[row] = id(column, FieldText.of(bytes, at, end));
            default -> requireSameSymbol(column, at, end);
        }
        if (target[row] < 0) {
            throw refuse(
                    column,
                    FieldText.of(bytes, at, end),
                    "is no side; true and false (the buyer was the maker) and buy and sell (who took) are read");
        }
        return end;
    }

    private long flag(int column, String text) {
        return switch (text) {
            case "1", "true", "True", "TRUE" -> 1;
            case "0", "false", "False", "FALSE" -> 0;
            default -> throw refuse(column, text, "is neither 1 (the bar is complete) nor 0 (it is not)");
        };
    }

    private long id(int column, String text) {
        boolean isNumber =
                !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber) {
            throw refuse(column, text, "is no trade id; a whole number of at most 18 digits is read");
        }
        return Long.parseLong(text);
    }

    private void requireSameSymbol(int column, int at, int end) {
        byte[] first = symbol;
        if (first == null) {
            symbol = Arrays.copyOfRange(bytes, at, end);
        } else if (!Arrays.equals(first, 0, first.length, bytes, at, end)) {
            throw refuse(
                    column,
                    FieldText.of(bytes, at, end),
                    "differs from '" + FieldText.of(first, 0, first.length)
                            + "' in the first row, and a file must hold one instrument; split it");
        }
    }

    private Field field(int column) {
        Field field = layout.columns().get(column);
        if (field == null) {
            throw new IllegalStateException("column " + column + " is skipped");
        }
        return field;
    }

    private int end(int at) {
        return FieldText.end(bytes, at, layout.delimiter());
    }

    private DataException refuse(int column, String text, String why) {
        String remedy = why.indexOf(';') < 0 ? "; mend the row or remove it" : "";
        return new DataException(
                file,
                line,
                "column " + (column + 1) + " (" + layout.names().get(column) + ") is '" + FieldText.shown(text)
                        + "', which " + why + remedy);
    }

    /** A row that ends too early or too late. */
    DataException wrongColumns(int read) {
        int expected = layout.columns().size();
        int found = 1;
        for (int i = rowStart; bytes[i] != '\n' && bytes[i] != 0; i++) {
            found += bytes[i] == layout.delimiter() ? 1 : 0;
        }
        return new DataException(
                file,
                line,
                "has " + found + " columns where " + expected + " belong, after column " + read + " ("
                        + layout.names().get(read - 1)
                        + "); the row is damaged or the file was cut short, download it again");
    }

    DataException emptyLine() {
        return new DataException(
                file,
                line,
                "is empty, with rows behind it; remove it, or download the file again in case rows are lost");
    }

    DataException doesNotFit() {
        return new DataException(
                file,
                line,
                "needs " + scales.price + " decimals for prices and " + scales.quantity
                        + " for quantities, with which earlier rows do not fit 64 bits; give the instrument its scales");
    }
}
