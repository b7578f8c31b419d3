package io.ttquant.backtest.data;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes bars and trades as csv in the layout of the Binance public archive: with a header, milliseconds, stamped at the start. */
public final class ArchiveFiles {
    private static final String KLINES =
            "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,"
                    + "taker_buy_quote_volume,ignore\n";
    private static final String TRADES = "id,price,qty,quote_qty,time,is_buyer_maker\n";

    private ArchiveFiles() {}

    /**
     * Writes bars. What bars do not know, the number of trades and what takers bought, is written as 0; the quote volume is taken at the
     * close.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void writeKlines(BarColumns bars, Path file) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(KLINES);
            for (int i = 0; i < bars.size(); i++) {
                kline(bars, i, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kline(BarColumns bars, int i, BufferedWriter out) throws IOException {
        Instrument instrument = bars.instrument();
        out.write(millis(bars.tsOpen(i)) + "," + instrument.formatPrice(bars.rawOpen(i)) + ","
                + instrument.formatPrice(bars.rawHigh(i)) + "," + instrument.formatPrice(bars.rawLow(i)) + ","
                + instrument.formatPrice(bars.rawClose(i)) + "," + instrument.formatQuantity(bars.rawVolume(i)) + ","
                + (bars.tsClose(i) / EpochNanos.MILLISECOND - 1) + ","
                + value(instrument, bars.rawClose(i), bars.rawVolume(i)) + ",0,0,0,0\n");
    }

    /**
     * Writes trades, numbered from 1.
     *
     * @throws UncheckedIOException if the file cannot be written
     * @throws IllegalArgumentException if a trade does not say who crossed the spread, which this layout cannot express
     */
    public static void writeTrades(TradeColumns trades, Path file) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(TRADES);
            for (int i = 0; i < trades.size(); i++) {
                trade(trades, i, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void trade(TradeColumns trades, int i, BufferedWriter out) throws IOException {
        Instrument instrument = trades.instrument();
        if (trades.aggressor(i) == AggressorSide.NONE) {
            throw new IllegalArgumentException("trade " + i + " at " + EpochNanos.format(trades.tsEvent(i))
                    + " has no aggressor, and this layout must say whether the buyer was the maker");
        }
        out.write((i + 1) + "," + instrument.formatPrice(trades.rawPrice(i)) + ","
                + instrument.formatQuantity(trades.rawQuantity(i)) + ","
                + value(instrument, trades.rawPrice(i), trades.rawQuantity(i)) + "," + millis(trades.tsEvent(i)) + ","
                + (trades.aggressor(i) == AggressorSide.SELLER) + "\n");
    }

    private static String value(Instrument instrument, long rawPrice, long rawQuantity) {
        BigDecimal price = FixedPoint.toDecimal(rawPrice, instrument.priceScale());
        return price.multiply(FixedPoint.toDecimal(rawQuantity, instrument.quantityScale()))
                .toPlainString();
    }

    private static long millis(long nanos) {
        if (nanos % EpochNanos.MILLISECOND != 0) {
            throw new IllegalArgumentException(
                    EpochNanos.format(nanos) + " is finer than the milliseconds of this layout");
        }
        return nanos / EpochNanos.MILLISECOND;
    }
}
