package io.ttquant.backtest.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.zip.InflaterInputStream;

/** Reads the candles of a page the way its script does. */
final class CandleDecoding {
    private final InputStream in;

    private CandleDecoding(InputStream in) {
        this.in = in;
    }

    /** Columns of time in milliseconds, then open, close, high, low in units of the last digit, then volume steps. */
    static long[][] columns(String text, int size, long firstMillis, long stepMillis) throws IOException {
        byte[] packed = Base64.getDecoder().decode(text);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return new CandleDecoding(in).columns(size, firstMillis, stepMillis);
        }
    }

    private long[][] columns(int size, long firstMillis, long stepMillis) throws IOException {
        long[][] result = new long[6][size];
        for (int i = 0; i < size; i++) {
            result[0][i] = i == 0 ? firstMillis : result[0][i - 1] + stepMillis + signed();
        }
        for (int column = 1; column <= 4; column++) {
            for (int i = 0; i < size; i++) {
                result[column][i] = signed();
            }
        }
        for (int i = 0; i < size; i++) {
            result[1][i] += i == 0 ? 0 : result[2][i - 1];
            result[2][i] += result[1][i];
            result[3][i] += Math.max(result[1][i], result[2][i]);
            result[4][i] = Math.min(result[1][i], result[2][i]) - result[4][i];
            result[5][i] = 0;
        }
        for (int i = 0; i < size; i++) {
            result[5][i] = unsigned();
        }
        return result;
    }

    private long signed() throws IOException {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    private long unsigned() throws IOException {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in.read();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
    }
}
