package io.ttquant.backtest.data;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.money.FixedPoint;
import java.util.Arrays;

/**
 * Reads rows from bytes straight into columns of longs. The usual forms of a number are read eight digits at a time; every other form goes
 * to {@link FieldReader}, which knows all forms and all messages.
 */
final class RowReader implements AutoCloseable {
    private static final int SKIP = 0;
    private static final int STAMP = 1;
    private static final int DECIMAL = 2;
    private static final int NUMBER = 3;
    private static final int SIDE = 4;
    private static final int OTHER = 5;
    private static final long TRUE = 0x65757274L;
    private static final long FALSE = 0x65736c6166L;
    private static final long LOWER_CASE = Swar.repeat((byte) 0x20);
    private static final long LINE_FEEDS = Swar.repeat((byte) '\n');
    private static final int MOST_FAST_DIGITS = 18;

    private static final long[] NONE = {};

    private final TextChunks chunks;
    private final byte[] bytes;
    private final byte delimiter;
    private final long delimiters;
    private final int[] codes;
    private final int[] kinds;
    private final Scales scales;
    private final boolean[] isPrice;
    private final FieldReader fields;
    private final StampReader stamps;
    private final long[][] targets;
    private int at;
    private int end;
    private long line;
    private boolean isStarted;

    RowReader(InputFile file, RowLayout layout, Scales scales) {
        this.chunks = file.open();
        this.bytes = chunks.bytes;
        this.delimiter = layout.delimiter();
        this.delimiters = Swar.repeat(delimiter);
        this.codes = layout.codes();
        this.kinds = Arrays.stream(codes).map(RowReader::kind).toArray();
        this.scales = scales;
        this.fields = new FieldReader(file.name(), layout, scales, bytes);
        this.stamps = fields.stamps();
        this.isPrice = new boolean[codes.length];
        for (int i = 0; i < codes.length; i++) {
            isPrice[i] = codes[i] >= 0 && Field.of(codes[i]).isPrice();
        }
        this.targets = new long[codes.length][];
        this.line = layout.headerLines();
    }

    private static int kind(int code) {
        if (code < 0) {
            return SKIP;
        }
        Field field = Field.of(code);
        if (field == Field.TIME || field == Field.CLOSE_TIME) {
            return STAMP;
        }
        if (field.isPrice() || field.isQuantity()) {
            return DECIMAL;
        }
        return field == Field.ID ? NUMBER : field == Field.SIDE ? SIDE : OTHER;
    }

    /** What was noticed about stamps. */
    StampReader stamps() {
        return stamps;
    }

    /** Volumes that had more decimals than are kept. */
    long roundedVolumes() {
        return fields.roundedVolumes();
    }

    /** Fills a block with the next rows; false if there are none left. */
    boolean fill(RowBlock block) {
        block.size = 0;
        block.priceScale = scales.price;
        block.quantityScale = scales.quantity;
        block.firstLine = line + 1;
        for (int i = 0; i < codes.length; i++) {
            targets[i] = codes[i] < 0 ? NONE : block.column(Field.of(codes[i]));
        }
        while (block.size < RowBlock.CAPACITY && hasRow()) {
            int start = at;
            fields.start(line + 1, start);
            row(block.size);
            if (fields.isScaleRaised()) {
                fields.restart();
                raise(block);
                at = start;
            } else {
                block.size++;
                line++;
            }
        }
        return block.size > 0;
    }

    private void raise(RowBlock block) {
        try {
            block.rescale(scales.price, scales.quantity);
        } catch (ArithmeticException e) {
            throw fields.doesNotFit();
        }
    }

    private boolean hasRow() {
        if (at == end && !advance()) {
            return false;
        }
        if (bytes[at] == '\n' || bytes[at] == '\r') {
            fields.start(line + 1, at);
            requireNothingElse();
            return false;
        }
        return true;
    }

    private boolean advance() {
        if (!chunks.next()) {
            return false;
        }
        at = chunks.start();
        end = chunks.end();
        if (!isStarted) {
            isStarted = true;
            skipHeader();
        }
        return at < end || advance();
    }

    private void skipHeader() {
        if ((bytes[at] & 0xFF) == 0xEF && (bytes[at + 1] & 0xFF) == 0xBB && (bytes[at + 2] & 0xFF) == 0xBF) {
            at += 3;
        }
        for (long i = 0; i < line; i++) {
            while (bytes[at++] != '\n') {}
        }
    }

    /** Empty lines may stand at the end of a file and nowhere else. */
    private void requireNothingElse() {
        do {
            for (; at < end; at++) {
                if (bytes[at] != '\n' && bytes[at] != '\r' && bytes[at] != ' ') {
                    throw fields.emptyLine();
                }
            }
        } while (advance());
    }

    private void row(int row) {
        int p = at;
        int last = kinds.length - 1;
        for (int i = 0; i <= last; i++) {
            switch (kinds[i]) {
                case SKIP -> p = skip(p);
                case STAMP -> p = stamp(row, i, p);
                case DECIMAL -> p = decimal(row, i, p);
                case NUMBER -> p = number(row, i, p);
                case SIDE -> p = side(row, i, p);
                default -> p = fields.other(targets[i], row, i, p);
            }
            if (i < last) {
                if (bytes[p] != delimiter) {
                    throw fields.wrongColumns(i + 1);
                }
                p++;
            }
        }
        at = lineEnd(p);
    }

    private int lineEnd(int p) {
        int next = p;
        if (bytes[next] == '\r') {
            next++;
        }
        if (bytes[next] != '\n') {
            throw fields.wrongColumns(kinds.length);
        }
        return next + 1;
    }

    private int skip(int start) {
        if (bytes[start] == '"') {
            return FieldText.end(bytes, start, delimiter);
        }
        int p = start;
        while (true) {
            long word = Swar.load(bytes, p);
            long found = Swar.zeroBytes(word ^ delimiters) | Swar.zeroBytes(word ^ LINE_FEEDS);
            if (found != 0) {
                int stop = p + (Long.numberOfTrailingZeros(found) >>> 3);
                return stop > start && bytes[stop] == '\n' && bytes[stop - 1] == '\r' ? stop - 1 : stop;
            }
            p += 8;
        }
    }

    private int stamp(int row, int column, int p) {
        long high = Swar.load(bytes, p) ^ Swar.ZEROS;
        if (Swar.digits(high) == 8) {
            long low = Swar.load(bytes, p + 8) ^ Swar.ZEROS;
            int n = Swar.digits(low);
            if (n > 0 && isEnd(bytes[p + 8 + n])) {
                long number = Swar.number(high, 8) * FixedPoint.pow10(n) + Swar.number(low, n);
                long nanos = stamps.nanos(number);
                if (nanos != StampReader.UNKNOWN) {
                    targets[column][row] = nanos;
                    return p + 8 + n;
                }
            }
        }
        return fields.stamp(targets[column], row, column, p);
    }

    private int number(int row, int column, int p) {
        long high = Swar.load(bytes, p) ^ Swar.ZEROS;
        int n = Swar.digits(high);
        if (n == 0) {
            return fields.other(targets[column], row, column, p);
        }
        long value = Swar.number(high, n);
        int next = p + n;
        if (n == 8) {
            long low = Swar.load(bytes, next) ^ Swar.ZEROS;
            n = Swar.digits(low);
            if (n > 0) {
                value = value * FixedPoint.pow10(n) + Swar.number(low, n);
                next += n;
            }
        }
        if (!isEnd(bytes[next])) {
            return fields.other(targets[column], row, column, p);
        }
        targets[column][row] = value;
        return next;
    }

    /** True if the buyer was the maker, so that the seller crossed the spread. */
    private int side(int row, int column, int p) {
        long word = Swar.load(bytes, p) | LOWER_CASE;
        if (Swar.first(word, 4) == TRUE && isEnd(bytes[p + 4])) {
            targets[column][row] = AggressorSide.SELLER.ordinal();
            return p + 4;
        }
        if (Swar.first(word, 5) == FALSE && isEnd(bytes[p + 5])) {
            targets[column][row] = AggressorSide.BUYER.ordinal();
            return p + 5;
        }
        return fields.other(targets[column], row, column, p);
    }

    private int decimal(int row, int column, int p) {
        int scale = isPrice[column] ? scales.price : scales.quantity;
        long word = Swar.load(bytes, p) ^ Swar.ZEROS;
        int whole = Swar.digits(word);
        if (whole == 0 || whole == 8 || whole + scale > MOST_FAST_DIGITS) {
            return fields.decimal(targets[column], row, column, p);
        }
        int next = p + whole;
        long value = Swar.number(word, whole) * FixedPoint.pow10(scale);
        if (bytes[next] == '.') {
            long digits = Swar.load(bytes, next + 1) ^ Swar.ZEROS;
            int n = Swar.digits(digits);
            next += 1 + n;
            int kept = Math.min(n, scale);
            if (Swar.first(digits, n) != Swar.first(digits, kept)) {
                return fields.decimal(targets[column], row, column, p);
            }
            if (kept > 0) {
                value += Swar.number(digits, kept) * FixedPoint.pow10(scale - kept);
            }
        }
        if (!isEnd(bytes[next])) {
            return fields.decimal(targets[column], row, column, p);
        }
        targets[column][row] = value;
        return next;
    }

    private boolean isEnd(byte b) {
        return b == delimiter || b == '\n' || b == '\r';
    }

    @Override
    public void close() {
        chunks.close();
    }
}
