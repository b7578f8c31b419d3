package io.ttquant.backtest.report;

/**
 * The candles of one instrument, in columns. The arrays are not copied: whoever passes them stops writing to them.
 *
 * @param instrument the instrument as text, such as {@code binance:BTCUSDT}
 * @param priceDigits digits after the point of a price, 0 to 12; prices are rounded to it for the chart
 * @param intervalNanos length of a candle, zero if the candles have no fixed length (tick or volume bars)
 * @param openNanos start of each candle, epoch nanoseconds, strictly rising
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume quantity traded, in units of the base asset
 */
@SuppressWarnings("ArrayRecordComponent") // a year of minutes is half a million of them, and copies would double it
public record CandleSeries(
        String instrument,
        int priceDigits,
        long intervalNanos,
        long[] openNanos,
        double[] open,
        double[] high,
        double[] low,
        double[] close,
        double[] volume) {
    private static final int MAX_DIGITS = 12;

    /**
     * Checks the columns.
     *
     * @throws IllegalArgumentException if the columns differ in length, time does not rise, or the digits are out of
     *     range
     */
    public CandleSeries {
        if (priceDigits < 0 || priceDigits > MAX_DIGITS) {
            throw new IllegalArgumentException(
                    "price digits " + priceDigits + " of " + instrument + " are not 0 to 12");
        }
        requireLength(instrument, "open", open, openNanos.length);
        requireLength(instrument, "high", high, openNanos.length);
        requireLength(instrument, "low", low, openNanos.length);
        requireLength(instrument, "close", close, openNanos.length);
        requireLength(instrument, "volume", volume, openNanos.length);
        for (int i = 1; i < openNanos.length; i++) {
            if (openNanos[i] <= openNanos[i - 1]) {
                throw new IllegalArgumentException("candle " + i + " of " + instrument
                        + " starts no later than the one before it; sort the candles and drop duplicates");
            }
        }
    }

    /** Number of candles. */
    public int size() {
        return openNanos.length;
    }

    private static void requireLength(String instrument, String column, double[] values, int length) {
        if (values.length != length) {
            throw new IllegalArgumentException("column " + column + " of " + instrument + " has " + values.length
                    + " candles, the time column " + length);
        }
    }
}
