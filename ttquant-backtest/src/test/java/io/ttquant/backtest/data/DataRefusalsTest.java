package io.ttquant.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ttquant.api.market.Instrument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that would mislead, each with its whole message: the file, the line, the value, the rule and the remedy. */
class DataRefusalsTest {
    private static final String BARS = "ts,open,high,low,close,volume\n";
    private static final String KLINES =
            "open_time,open,high,low,close,volume,close_time,quote_volume,count,a,b,ignore\n";
    private static final String TRADES = "id,price,qty,quote_qty,time,is_buyer_maker\n";
    private static final Instrument COARSE = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
            .tick("0.1")
            .lot("0.001")
            .build();

    @TempDir
    private Path directory;

    private static Arguments refused(String what, String content, String message) {
        return refused(what, content, message, files -> files);
    }

    private static Arguments refused(String what, String content, String message, UnaryOperator<DataFiles> with) {
        return Arguments.of(what, content, message, with);
    }

    static Stream<Arguments> bars() {
        return Stream.of(
                refused(
                        "a high below its low",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,101,112,103,2\n",
                        ", line 3: the bar stamped 2024-01-01T00:01:00Z with open 105, high 101, low 112, close 103, volume 2 has a high below its low; remove the row or mend it, or check the order of the columns"),
                refused(
                        "a price of zero",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,0,112,0,103,2\n",
                        ", line 3: the bar stamped 2024-01-01T00:01:00Z with open 0, high 112, low 0, close 103, volume 2 has a price of zero or less, and prices are above zero; remove the row or mend it"),
                refused(
                        "a negative price",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,-105,112,-106,103,2\n",
                        ", line 3: the bar stamped 2024-01-01T00:01:00Z with open -105, high 112, low -106, close 103, volume 2 has a price of zero or less, and prices are above zero; remove the row or mend it"),
                refused(
                        "an open above the high",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,113,112,101,103,2\n",
                        ", line 3: the bar stamped 2024-01-01T00:01:00Z with open 113, high 112, low 101, close 103, volume 2 opens outside its low and high; check the order of the columns, or allow it with DataPolicy.withOpenOutside() if the venue repeats the last close there"),
                refused(
                        "an open below the low",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,100,112,101,103,2\n",
                        ", line 3: the bar stamped 2024-01-01T00:01:00Z with open 100, high 112, low 101, close 103, volume 2 opens outside its low and high; check the order of the columns, or allow it with DataPolicy.withOpenOutside() if the venue repeats the last close there"),
                refused(
                        "a close above the high",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,112,101,113,2\n",
                        ", line 3: the bar stamped 2024-01-01T00:01:00Z with open 105, high 112, low 101, close 113, volume 2 closes outside its low and high; check the order of the columns, or allow it with DataPolicy.withCloseOutside()"),
                refused(
                        "a close below the low",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,112,101,100,2\n",
                        ", line 3: the bar stamped 2024-01-01T00:01:00Z with open 105, high 112, low 101, close 100, volume 2 closes outside its low and high; check the order of the columns, or allow it with DataPolicy.withCloseOutside()"),
                refused(
                        "a negative volume",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,112,101,103,-2\n",
                        ", line 3: the bar stamped 2024-01-01T00:01:00Z with open 105, high 112, low 101, close 103, volume -2 has a negative volume; remove the row or mend it"),
                refused(
                        "two bars of one interval that differ",
                        BARS
                                + "1704067200000,100,110,90,105,1\n1704067260000,105,112,101,103,2\n1704067260000,105,112,101,104,2\n",
                        ", line 4: the bar stamped 2024-01-01T00:01:00Z with open 105, high 112, low 101, close 104, volume 2 has the same stamp as the one above it and another close: two bars of one interval contradict each other; remove the wrong one"),
                refused(
                        "two bars that differ in volume only",
                        BARS
                                + "1704067200000,100,110,90,105,1\n1704067260000,105,112,101,103,2\n1704067260000,105,112,101,103,3\n",
                        ", line 4: the bar stamped 2024-01-01T00:01:00Z with open 105, high 112, low 101, close 103, volume 3 has the same stamp as the one above it and another volume: two bars of one interval contradict each other; remove the wrong one"),
                refused(
                        "a repeat where none is dropped",
                        BARS
                                + "1704067200000,100,110,90,105,1\n1704067260000,105,112,101,103,2\n1704067260000,105,112,101,103,2\n",
                        ", line 4: the bar stamped 2024-01-01T00:01:00Z with open 105, high 112, low 101, close 103, volume 2 repeats the one above it; remove it, or let repeats be dropped with DataPolicy.DEFAULT",
                        files -> files.policy(DataPolicy.STRICT)),
                refused(
                        "a bar that starts before the last one ended",
                        BARS
                                + "1704067200000,100,110,90,105,1\n1704067260000,105,112,101,103,2\n1704067320000,103,104,99,100,3\n1704067350000,103,104,99,100,3\n1704067380000,100,101,98,99,1\n1704067440000,100,101,98,99,1\n",
                        ", line 5: the bar stamped 2024-01-01T00:02:30Z with open 103, high 104, low 99, close 100, volume 3 starts before the one above it has ended: that one starts at 2024-01-01T00:02:00Z and lasts 1m; state the interval with interval(...), or remove the row"),
                refused(
                        "rows far out of order",
                        BARS
                                + "1704067200000,100,110,90,105,1\n1704067260000,105,112,101,103,2\n1704067320000,103,104,99,100,3\n1704067380000,100,101,98,99,1\n1704066000000,100,110,90,105,1\n",
                        ", line 6: the row stamped 2023-12-31T23:40:00Z stands behind one stamped 2024-01-01T00:03:00Z, and at most 10 bars of disorder are mended; sort the file by time, or raise the limit with DataPolicy.withSortable(...)"),
                refused(
                        "disorder where none is mended",
                        BARS
                                + "1704067200000,100,110,90,105,1\n1704067320000,103,104,99,100,3\n1704067260000,105,112,101,103,2\n1704067380000,100,101,98,99,1\n",
                        ", line 4: the row stamped 2024-01-01T00:01:00Z stands behind one stamped 2024-01-01T00:02:00Z, and at most 0 bars of disorder are mended; sort the file by time, or raise the limit with DataPolicy.withSortable(...)",
                        files -> files.policy(DataPolicy.STRICT)),
                refused(
                        "disorder in a stream",
                        BARS
                                + "1704067200000,100,110,90,105,1\n1704067320000,103,104,99,100,3\n1704067260000,105,112,101,103,2\n1704067380000,100,101,98,99,1\n",
                        ", line 4: the bar stamped 2024-01-01T00:01:00Z with open 105, high 112, low 101, close 103, volume 2 starts before the one above it, at 2024-01-01T00:02:00Z; sort the file, or load it in memory, where a little disorder is put in order",
                        files -> files.storage(Storage.STREAM)),
                refused(
                        "newest first in a stream",
                        BARS
                                + "1704067380000,100,101,98,99,1\n1704067320000,103,104,99,100,3\n1704067260000,105,112,101,103,2\n1704067200000,100,110,90,105,1\n",
                        ", line 3: the bar stamped 2024-01-01T00:02:00Z with open 103, high 104, low 99, close 100, volume 3 starts before the one above it, at 2024-01-01T00:03:00Z; sort the file, or load it in memory, where a little disorder is put in order",
                        files -> files.storage(Storage.STREAM)),
                refused(
                        "one bar without an interval",
                        BARS + "1704067200000,100,110,90,105,1\n",
                        ": has one bar only, from which no interval can be told; state it with interval(Duration)"),
                refused(
                        "an interval too short, so that bars would be seen before they end",
                        BARS
                                + "1704067200000,100,110,90,105,1\n1704067260000,105,112,101,103,2\n1704067320000,103,104,99,100,3\n",
                        ": is said to hold bars of 30s, and most of its bars are 1m apart, so that they would be seen by a strategy before they end; state the interval with interval(Duration), or DataPolicy.withSparseBars() if most intervals have no bar",
                        files -> files.interval(Duration.ofSeconds(30))),
                refused(
                        "an interval too long, so that bars would overlap",
                        BARS
                                + "1704067200000,100,110,90,105,1\n1704067260000,105,112,101,103,2\n1704067320000,103,104,99,100,3\n",
                        ": is said to hold bars of 5m, and most of its bars are 1m apart, so that they would overlap; state the interval with interval(Duration)",
                        files -> files.interval(Duration.ofMinutes(5))),
                refused(
                        "an interval that fits no day",
                        BARS + "1704067200000,100,110,90,105,1\n1704067620000,105,112,101,103,2\n",
                        ": has bars of PT7M, which neither divides a day nor is a multiple of one; state the interval with interval(Duration)"),
                refused(
                        "a bar that ends after its interval",
                        KLINES
                                + "1704067200000,100,110,90,105,1,1704067259999,0,0,0,0,0\n1704067260000,105,112,101,103,2,1704067379999,0,0,0,0,0\n",
                        ", line 3: the bar stamped 2024-01-01T00:01:00Z with open 105, high 112, low 101, close 103, volume 2 ends at 2024-01-01T00:02:59.999Z, which is not within 1m of its start; state the interval with interval(...) or split the file",
                        files -> files.interval(Duration.ofMinutes(1))),
                refused(
                        "a bar that ends before it starts",
                        KLINES
                                + "1704067200000,100,110,90,105,1,1704067259999,0,0,0,0,0\n1704067260000,105,112,101,103,2,1704067199999,0,0,0,0,0\n",
                        ", line 3: the bar stamped 2024-01-01T00:01:00Z with open 105, high 112, low 101, close 103, volume 2 ends at 2023-12-31T23:59:59.999Z, which is not within 1m of its start; state the interval with interval(...) or split the file",
                        files -> files.interval(Duration.ofMinutes(1))),
                refused(
                        "an unfinished candle",
                        "ts,o,h,l,c,vol,volCcy,volCcyQuote,confirm\n1704067200000,100,110,90,105,1,1,1,1\n1704067260000,105,112,101,103,2,1,1,0\n",
                        ", line 3: the bar stamped 2024-01-01T00:01:00Z with open 105, high 112, low 101, close 103, volume 2 is not confirmed: its interval had not ended, so a strategy would see a bar that was still moving; remove the row, or drop such rows with DataPolicy.withUnfinishedDropped()"));
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                refused(
                        "a price that is no number",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,abc,101,103,2\n",
                        ", line 3: column 3 (high) is 'abc', which is no decimal number; a decimal such as 0.0125 is read"),
                refused(
                        "an empty price",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,,101,103,2\n",
                        ", line 3: column 3 (high) is '', which is empty; a decimal such as 0.0125 is read"),
                refused(
                        "a price that is NaN",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,112,101,NaN,2\n",
                        ", line 3: column 5 (close) is 'NaN', which is no decimal number; a decimal such as 0.0125 is read"),
                refused(
                        "a price with a decimal comma",
                        "ts;open;high;low;close;volume\n1704067200000;100;110;90;105;1\n1704067260000;105;112,5;101;103;2\n",
                        ", line 3: column 3 (high) is '112,5', which is no decimal number; a decimal such as 0.0125 is read"),
                refused(
                        "an exponent that would take for ever",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,1e10000000,101,103,2\n",
                        ", line 3: column 3 (high) is '1e10000000', which has an exponent beyond 40; a decimal such as 0.0125 is read"),
                refused(
                        "an exponent without digits",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,112e,101,103,2\n",
                        ", line 3: column 3 (high) is '112e', which has an exponent without digits; a decimal such as 0.0125 is read"),
                refused(
                        "a number of many characters",
                        BARS
                                + "1704067200000,100,110,90,105,1\n1704067260000,105,1111111111111111111111111111111111111111111111111111111111111111111111,101,103,2\n",
                        ", line 3: column 3 (high) is '1111111111111111111111111111111111111111...', which has 70 characters, and may have 64; a decimal such as 0.0125 is read"),
                refused(
                        "a number of many digits",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,1.0000000000000000001,1,1,2\n",
                        ", line 3: column 3 (high) is '1.0000000000000000001', which has more than 18 significant digits; a decimal such as 0.0125 is read"),
                refused(
                        "a price finer than the tick",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,112.05,101,103,2\n",
                        ", line 3: column 3 (high) is '112.05', which has 2 decimals, and the instrument keeps 1 for prices; give it a finer tick",
                        files -> files.instrument(COARSE)),
                refused(
                        "a volume finer than the lot",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,112,101,103,2.0001\n",
                        ", line 3: column 6 (volume) is '2.0001', which has 4 decimals, and the instrument keeps 3 for quantities; give it a finer lot, or round volumes with DataPolicy.withRoundedVolumes()",
                        files -> files.instrument(COARSE)),
                refused(
                        "a price finer than can be inferred",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,112.0000000000001,101,103,2\n",
                        ", line 3: column 3 (high) is '112.0000000000001', which has 13 decimals, and at most 12 are inferred; round the column, or give the instrument"),
                refused(
                        "a price that does not fit",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,999999999999999999e9,101,103,2\n",
                        ", line 3: column 3 (high) is '999999999999999999e9', which does not fit 64 bits with 0 decimals; mend the row or remove it"),
                refused(
                        "a row with too few columns",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,112\n",
                        ", line 3: has 3 columns where 6 belong, after column 3 (high); the row is damaged or the file was cut short, download it again"),
                refused(
                        "a row with too many columns",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,112,101,103,2,7\n",
                        ", line 3: has 7 columns where 6 belong, after column 6 (volume); the row is damaged or the file was cut short, download it again"),
                refused(
                        "a row cut short",
                        "ts,open,high,low,close,volume\n1704067200000,100,110,90,105,1\n17040672",
                        ", line 3: column 1 (ts) is '17040672', which lies in the year 1704, outside 1800 to 2261; mend the row or remove it"),
                refused(
                        "an empty line with rows behind it",
                        BARS + "1704067200000,100,110,90,105,1\n\n1704067260000,105,112,101,103,2\n",
                        ", line 3: is empty, with rows behind it; remove it, or download the file again in case rows are lost"),
                refused(
                        "a stamp that a spreadsheet rounded",
                        BARS + "1.70407E+12,100,110,90,105,1\n1704067260000,105,112,101,103,2\n",
                        ", line 2: column 1 (ts) is '1.70407E+12', which was rounded by a spreadsheet, so the time is lost; download the file again and do not save it from a spreadsheet"),
                refused(
                        "a stamp of no unit",
                        BARS + "1704067200000,100,110,90,105,1\n17,105,112,101,103,2\n",
                        ", line 3: column 1 (ts) is '17', which is no time between 1973 and 2262 in any unit; mend the row or remove it"),
                refused(
                        "a stamp in another unit than stated",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,112,101,103,2\n",
                        ", line 2: column 1 (ts) is '1704067200000', which is no time from 1973 to 2262 in seconds; it would be one in milliseconds, so declare that unit, or AUTO",
                        files -> files.format(DataFormat.OHLCV.withUnit(StampUnit.SECONDS))),
                refused(
                        "a day that is no day",
                        "date,open,high,low,close\n2024-02-28,1,2,1,2\n2024-02-30,1,2,1,2\n",
                        ", line 3: column 1 (date) is '2024-02-30', which is no day of the calendar; mend the row or remove it"),
                refused(
                        "a date with the day first",
                        "date,open,high,low,close\n31/01/2024,1,2,1,2\n01/02/2024,1,2,1,2\n",
                        ", line 2: column 1 (date) is '31/01/2024', which is no time: a number since 1970 or a date that starts with the year is read; mend the row or remove it"),
                refused(
                        "a time that is no time",
                        "date,open,high,low,close\n2024-02-28 24:00,1,2,1,2\n2024-02-29 01:00,1,2,1,2\n",
                        ", line 2: column 1 (date) is '2024-02-28 24:00', which is no time of day from 00:00:00 to 23:59:59; mend the row or remove it"),
                refused(
                        "two symbols in one file",
                        "ts,symbol,open,high,low,close\n1704067200000,BTC,100,110,90,105\n1704067260000,ETH,105,112,101,103\n",
                        ", line 3: column 2 (symbol) is 'ETH', which differs from 'BTC' in the first row, and a file must hold one instrument; split it"));
    }

    static Stream<Arguments> trades() {
        return Stream.of(
                refused(
                        "trades at a price of zero",
                        TRADES + "1,0,1,1,1704067200000,true\n",
                        ", line 2: the trade at 2024-01-01T00:00:00Z of 1 at 0 must have a price and a quantity above zero; remove the row or mend it"),
                refused(
                        "trades of nothing",
                        TRADES + "1,100,0,1,1704067200000,true\n",
                        ", line 2: the trade at 2024-01-01T00:00:00Z of 0 at 100 must have a price and a quantity above zero; remove the row or mend it"),
                refused(
                        "trades with a side that is none",
                        TRADES + "1,100,1,1,1704067200000,maybe\n",
                        ", line 2: column 6 (is_buyer_maker) is 'maybe', which is no side; true and false (the buyer was the maker) and buy and sell (who took) are read"),
                refused(
                        "trades with an id that is no number",
                        TRADES + "1,100,1,1,1704067200000,true\nx,100,1,1,1704067200000,true\n",
                        ", line 3: column 1 (id) is 'x', which is no trade id; a whole number of at most 18 digits is read"),
                refused(
                        "trades that go back in time",
                        TRADES
                                + "1,100,1,1,1704067205000,true\n2,100,1,1,1704067200000,true\n3,100,1,1,1704067206000,true\n",
                        ", line 3: the row stamped 2024-01-01T00:00:00Z stands behind one stamped 2024-01-01T00:00:05Z, and at most 1000 ms of disorder are mended; sort the file by time, or raise the limit with DataPolicy.withSortable(...)"),
                refused(
                        "trades that go back in time in a stream",
                        TRADES + "1,100,1,1,1704067205000,true\n2,100,1,1,1704067204999,true\n",
                        ", line 3: the trade at 2024-01-01T00:00:04.999Z of 1 at 100 is earlier than the one above it, at 2024-01-01T00:00:05Z; sort the file, or load it in memory, where a little disorder is put in order",
                        files -> files.storage(Storage.STREAM)),
                refused(
                        "trades of one number that differ",
                        TRADES + "1,100,1,1,1704067200000,true\n1,101,1,1,1704067200000,true\n",
                        ", line 3: the trade at 2024-01-01T00:00:00Z of 1 at 101 has the number 1 of the one above it and other values; remove the wrong one"));
    }

    static Stream<Arguments> unknown() {
        return Stream.of(
                refused(
                        "a file without rows",
                        "ts,open,high,low,close,volume\n",
                        ": has a header and no rows; download it again, or leave it out"),
                refused("an empty file", "", ": is empty; download it again, or leave it out"),
                refused(
                        "columns that nobody knows",
                        "a,b\n1,2\n",
                        ": is of no format that is known (2 columns, header [a, b]); known are Binance klines, Binance aggTrades, Binance trades, OKX candles, OKX trades, Bitfinex candles, BitMEX trade/bucketed, OHLCV, trades. Say which it is with format(...), or describe its columns with DataFormat.bars(...) or DataFormat.trades(...)"),
                refused(
                        "bars without a header in either order of columns",
                        "1704067200000,100,100,100,100,1\n1704067260000,105,105,105,105,1\n",
                        ": has no header, and its columns may be open, high, low, close or open, close, high, low (6 columns, no header, first row [1704067200000, 100, 100, 100, 100, 1]); known are Binance klines, Binance aggTrades, Binance trades, OKX candles, OKX trades, Bitfinex candles, BitMEX trade/bucketed, OHLCV, trades. Say which it is with format(...), or describe its columns with DataFormat.bars(...) or DataFormat.trades(...)"),
                refused(
                        "date and time in two columns",
                        "date,time,open,high,low,close\n2024-01-01,00:00,1,2,1,2\n",
                        ": keeps date and time in two columns; join them into one such as 2024-01-31 23:59:00 (6 columns, header [date, time, open, high, low, close]); known are Binance klines, Binance aggTrades, Binance trades, OKX candles, OKX trades, Bitfinex candles, BitMEX trade/bucketed, OHLCV, trades. Say which it is with format(...), or describe its columns with DataFormat.bars(...) or DataFormat.trades(...)"),
                refused(
                        "a stated format whose column is missing",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,112,101,103,2\n",
                        ": no column for time of the format 'mine', which may be called [when]; the file has 6 columns, header [ts, open, high, low, close, volume]. Describe its columns with DataFormat.bars(...)",
                        files -> files.format(DataFormat.bars("mine")
                                .time("When")
                                .open("open")
                                .high("high")
                                .low("low")
                                .close("close")
                                .build())),
                refused(
                        "a stated format whose position is missing",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,112,101,103,2\n",
                        ": column 10 (close) of the format 'mine' is missing; the file has 6 columns, header [ts, open, high, low, close, volume]. Describe its columns with DataFormat.bars(...)",
                        files -> files.format(DataFormat.bars("mine")
                                .time(0)
                                .open(1)
                                .high(2)
                                .low(3)
                                .close(9)
                                .build())),
                refused(
                        "a stated format with one column twice",
                        BARS + "1704067200000,100,110,90,105,1\n1704067260000,105,112,101,103,2\n",
                        ": column 4 cannot be both low and close of the format 'mine'; describe each column once",
                        files -> files.format(DataFormat.bars("mine")
                                .time(0)
                                .open(1)
                                .high(2)
                                .low(3)
                                .close(3)
                                .build())),
                refused("JSON", "{\"a\":1}", ": is JSON, which is not read; export it as csv"),
                refused(
                        "a web page",
                        "<html>404</html>",
                        ": is a web page, perhaps an error that was saved in place of the data; download it again"),
                refused("a parquet file", "PAR1....", ": is a parquet file, which is not read; export it as csv"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"bars", "numbers", "trades", "unknown"})
    void isRefused(String what, String content, String message, UnaryOperator<DataFiles> with) throws IOException {
        String name = what.startsWith("trades") ? "BTCUSDT-trades-2024-01-01.csv" : "BTCUSDT-x.csv";
        Path file = Files.writeString(directory.resolve(name), content);

        DataException refusal = catchThrowableOfType(
                DataException.class, () -> with.apply(DataFiles.of(file)).load());

        assertThat(refusal).isNotNull();
        assertThat(refusal.file()).isEqualTo(file.toString());
        assertThat(refusal.getMessage().substring(file.toString().length())).isEqualTo(message);
    }
}
