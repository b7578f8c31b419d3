package io.ttquant.backtest.report;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.zip.Deflater;

/**
 * Candles as compact text for the page: column after column of differences in variable-length integers, deflated, in
 * base64. Prices become integers of their last digit; each column is a difference that is mostly small: open to the close
 * before, close to open, and the shadows beyond the body. A minute candle takes about eight characters.
 */
final class CandleEncoding {
    private static final int VOLUME_STEPS = 1 << 20;
    private static final int PAYLOAD = 0x7f;
    private static final int MORE = 0x80;
    private static final int BUFFER = 1 << 16;

    private final CandleSeries series;
    private final double unit;
    private final double volumeUnit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    CandleEncoding(CandleSeries series) {
        this.series = series;
        unit = Math.pow(10, series.priceDigits());
        volumeUnit = volumeUnit(series.volume());
    }

    /** What one step of the volume column stands for; volumes on the page are rounded to about six digits. */
    double volumeUnit() {
        return volumeUnit;
    }

    /** The text. */
    String text() {
        times();
        prices();
        for (double volume : series.volume()) {
            unsigned(Math.round(volume / volumeUnit));
        }
        return Base64.getEncoder().encodeToString(deflated(bytes.toByteArray()));
    }

    private void times() {
        long step = Times.millis(series.intervalNanos());
        for (int i = 1; i < series.size(); i++) {
            long difference = Times.millis(series.openNanos()[i]) - Times.millis(series.openNanos()[i - 1]);
            signed(difference - step);
        }
    }

    private void prices() {
        long previousClose = 0;
        for (int i = 0; i < series.size(); i++) {
            signed(raw(series.open()[i]) - previousClose);
            previousClose = raw(series.close()[i]);
        }
        for (int i = 0; i < series.size(); i++) {
            signed(raw(series.close()[i]) - raw(series.open()[i]));
        }
        for (int i = 0; i < series.size(); i++) {
            signed(raw(series.high()[i]) - Math.max(raw(series.open()[i]), raw(series.close()[i])));
        }
        for (int i = 0; i < series.size(); i++) {
            signed(Math.min(raw(series.open()[i]), raw(series.close()[i])) - raw(series.low()[i]));
        }
    }

    private long raw(double price) {
        return Math.round(price * unit);
    }

    private void signed(long value) {
        unsigned((value << 1) ^ (value >> (Long.SIZE - 1)));
    }

    private void unsigned(long value) {
        long rest = value;
        while (rest > PAYLOAD) {
            bytes.write((int) (rest & PAYLOAD) | MORE);
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    private static double volumeUnit(double[] volumes) {
        double highest = 0;
        for (double volume : volumes) {
            highest = Math.max(highest, volume);
        }
        return highest > 0 ? highest / VOLUME_STEPS : 1;
    }

    private static byte[] deflated(byte[] input) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        try {
            deflater.setInput(input);
            deflater.finish();
            ByteArrayOutputStream result = new ByteArrayOutputStream(input.length / 2 + BUFFER);
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                result.write(buffer, 0, deflater.deflate(buffer));
            }
            return result.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
