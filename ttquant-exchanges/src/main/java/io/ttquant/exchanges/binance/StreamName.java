package io.ttquant.exchanges.binance;

/** The name of a stream, as {@code btcusdt@depth20@100ms}: its symbol in small letters, and whether it sends best levels instead of changes. */
final class StreamName {
    private static final int MAX_LENGTH = 128;
    private static final byte[] DEPTH = {'@', 'd', 'e', 'p', 't', 'h'};

    final byte[] bytes = new byte[MAX_LENGTH];
    private int length;
    int symbolLength;

    /** Takes over the name that was read last. */
    void take(io.ttquant.exchanges.json.JsonCursor cursor) {
        length = Math.min(MAX_LENGTH, cursor.copyText(bytes));
        symbolLength = 0;
        while (symbolLength < length && bytes[symbolLength] != '@') {
            symbolLength++;
        }
    }

    int length() {
        return length;
    }

    /** Whether it is {@code @depth5}, {@code @depth10} or the like, at any speed. */
    boolean isBestLevels() {
        int after = symbolLength + DEPTH.length;
        return isDepth() && after < length && bytes[after] >= '0' && bytes[after] <= '9';
    }

    private boolean isDepth() {
        for (int i = 0; i < DEPTH.length; i++) {
            if (symbolLength + i >= length || bytes[symbolLength + i] != DEPTH[i]) {
                return false;
            }
        }
        return true;
    }
}
