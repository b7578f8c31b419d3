package io.ttquant.backtest.data.recording;

import io.ttquant.backtest.data.DataException;
import io.ttquant.backtest.data.TextInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;

/** Lines from a file, in one reused buffer that grows to the longest line, up to a bound. */
final class LineReader implements AutoCloseable {
    private static final int FIRST_CAPACITY = 1 << 17;
    private static final int LONGEST_LINE = 1 << 26;

    private final Line line;
    private final InputStream in;
    private byte[] buffer = new byte[FIRST_CAPACITY];
    private int next;
    private int filled;
    private boolean isAtEnd;
    private long lines;

    LineReader(Path path) {
        this.line = new Line(path.toString());
        this.in = TextInput.open(path);
    }

    /** The line that was read last. */
    Line line() {
        return line;
    }

    /** Number of lines so far, without empty ones at the end. */
    long lines() {
        return lines;
    }

    /** Reads the next line; false at the end. */
    boolean next() {
        int scanned = next;
        while (true) {
            int end = scanned;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            if (end < filled || (isAtEnd && end > next)) {
                take(end);
                return true;
            }
            if (isAtEnd) {
                return false;
            }
            int offset = end - next;
            fill();
            scanned = next + offset;
        }
    }

    private void take(int end) {
        int start = lines == 0 && isMarked() ? next + 3 : next;
        int stop = end > start && buffer[end - 1] == '\r' ? end - 1 : end;
        line.set(buffer, start, stop, ++lines);
        next = end + 1;
    }

    /** A byte order mark. */
    private boolean isMarked() {
        return filled - next >= 3
                && (buffer[next] & 0xFF) == 0xEF
                && (buffer[next + 1] & 0xFF) == 0xBB
                && (buffer[next + 2] & 0xFF) == 0xBF;
    }

    private void fill() {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= next;
        next = 0;
        if (filled == buffer.length) {
            if (filled >= LONGEST_LINE) {
                throw new DataException(
                        line.file,
                        lines + 1,
                        "is longer than " + LONGEST_LINE + " bytes, so it is no text of messages; give a recording");
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        try {
            int n = in.read(buffer, filled, buffer.length - filled);
            if (n < 0) {
                isAtEnd = true;
            } else {
                filled += n;
            }
        } catch (EOFException | ZipException e) {
            throw new DataException(
                    line.file, lines, "is cut short or damaged (" + e.getMessage() + "); download it again");
        } catch (IOException e) {
            throw new DataException(line.file, lines, "cannot be read on: " + e + "; check the disk and the file");
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new DataException(line.file, 0, "cannot be closed: " + e);
        }
    }
}
