package io.ttquant.backtest.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Text in chunks of whole lines, in one reused buffer with room behind the last line for loads of eight bytes. */
final class TextChunks implements AutoCloseable {
    private static final int PADDING = 32;
    /** More than any row of numbers needs; a longer line comes from a file without line breaks. */
    private static final int CAPACITY = 1 << 18;

    final byte[] bytes = new byte[CAPACITY + PADDING];
    private final String file;
    private final InputStream in;
    private int start;
    private int end;
    private int filled;
    private boolean isAtEnd;

    TextChunks(String file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** Where the lines of the chunk start. */
    int start() {
        return start;
    }

    /** Where they end: behind a line feed. */
    int end() {
        return end;
    }

    /** Reads the next chunk; false at the end of the text. */
    boolean next() {
        int rest = filled - end;
        System.arraycopy(bytes, end, bytes, 0, rest);
        filled = rest;
        start = 0;
        end = 0;
        while (end == 0) {
            if (isAtEnd) {
                return false;
            }
            read();
            end = lastLineEnd();
        }
        Arrays.fill(bytes, filled, filled + PADDING, (byte) 0);
        return true;
    }

    private void read() {
        try {
            while (filled < CAPACITY && !isAtEnd) {
                int n = in.read(bytes, filled, CAPACITY - filled);
                if (n < 0) {
                    isAtEnd = true;
                    terminateLastLine();
                } else {
                    filled += n;
                }
            }
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
        if (filled == CAPACITY && lastLineEnd() == 0) {
            throw new DataException(
                    file,
                    0,
                    "has a line of more than " + CAPACITY
                            + " bytes, so it is no text of rows; give a csv file, plain, gz or zip");
        }
    }

    private void terminateLastLine() {
        if (filled > 0 && bytes[filled - 1] != '\n') {
            bytes[filled++] = '\n';
        }
    }

    private int lastLineEnd() {
        int i = filled;
        while (i > 0 && bytes[i - 1] != '\n') {
            i--;
        }
        return i;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw InputFile.unreadable(file, e);
        }
    }
}
