package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.json.JsonCursor;
import io.ttquant.exchanges.json.PlainReader;

/** The name of a stream, as {@code btcusdt@depth20@100ms}: its symbol in small letters, and whether it sends best levels instead of changes. */
final class StreamName {
    private static final int MAX_LENGTH = 128;
    private static final int UNKNOWN = -1;
    private static final byte[] DEPTH = {'@', 'd', 'e', 'p', 't', 'h'};

    final byte[] bytes = new byte[MAX_LENGTH];
    private int length;
    private int symbolLength;

    /** Takes over the name that was read last. */
    void take(JsonCursor cursor) {
        take(cursor.copyText(bytes));
    }

    /** Takes over the text that was read last. */
    void take(PlainReader reader) {
        take(reader.copyText(bytes));
    }

    private void take(int size) {
        length = Math.min(MAX_LENGTH, size);
        symbolLength = UNKNOWN;
    }

    /** Bytes of the symbol. */
    int symbolLength() {
        if (symbolLength == UNKNOWN) {
            symbolLength = 0;
            while (symbolLength < length && bytes[symbolLength] != '@') {
                symbolLength++;
            }
        }
        return symbolLength;
    }

    int length() {
        return length;
    }

    /** Whether it is {@code @depth5}, {@code @depth10} or the like, at any speed. */
    boolean isBestLevels() {
        int after = symbolLength() + DEPTH.length;
        return isDepth() && after < length && bytes[after] >= '0' && bytes[after] <= '9';
    }

    private boolean isDepth() {
        int from = symbolLength();
        for (int i = 0; i < DEPTH.length; i++) {
            if (from + i >= length || bytes[from + i] != DEPTH[i]) {
                return false;
            }
        }
        return true;
    }
}
