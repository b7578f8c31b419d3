package io.ttquant.backtest.data;

import java.util.List;
import java.util.stream.Collectors;

/** Tells the format of a file from its header, or from the shape of its first rows. An unclear case is an error, never a guess. */
final class FormatGuess {
    private static final List<String> FLAGS = List.of("true", "false");

    private final Head head;

    private FormatGuess(Head head) {
        this.head = head;
    }

    static DataFormat of(Head head) {
        FormatGuess guess = new FormatGuess(head);
        return head.hasHeader() ? guess.byHeader() : guess.byShape();
    }

    private DataFormat byHeader() {
        if (has("date") && has("time")) {
            throw refuse("keeps date and time in two columns; join them into one such as 2024-01-31 23:59:00");
        }
        boolean isBars = (has("open") || has("o")) && (has("high") || has("h")) && (has("low") || has("l"));
        if (isBars) {
            return bars();
        }
        if (has("aggtradeid")) {
            return DataFormat.BINANCE_AGG_TRADES;
        }
        if (has("isbuyermaker") && (has("qty") || has("quantity"))) {
            return DataFormat.BINANCE_TRADES;
        }
        if (has("tradeid") && has("createdtime")) {
            return DataFormat.OKX_TRADES;
        }
        boolean isTrades = has("price") && (has("amount") || has("qty") || has("quantity") || has("size"));
        if (isTrades) {
            return DataFormat.TRADES;
        }
        throw refuse("is of no format that is known");
    }

    private DataFormat bars() {
        if (has("opentime") && has("closetime")) {
            return DataFormat.BINANCE_KLINES;
        }
        if (has("homenotional")) {
            return DataFormat.BITMEX_BARS;
        }
        if (has("volccy") || has("instrumentname")) {
            return DataFormat.OKX_CANDLES;
        }
        return has("mts") ? DataFormat.BITFINEX_CANDLES : DataFormat.OHLCV;
    }

    private boolean has(String name) {
        return head.header().contains(name);
    }

    private DataFormat byShape() {
        int columns = head.columns();
        if ((columns == 12 || columns == 11) && isStamp(0) && isStamp(6)) {
            return DataFormat.BINANCE_KLINES;
        }
        if ((columns == 7 || columns == 8) && isStamp(5) && isFlag(6)) {
            return DataFormat.BINANCE_AGG_TRADES;
        }
        if ((columns == 6 || columns == 7) && isStamp(4) && isFlag(5)) {
            return DataFormat.BINANCE_TRADES;
        }
        if (columns == 9 && isStamp(0) && isConfirmation(8)) {
            return DataFormat.OKX_CANDLES;
        }
        if ((columns == 5 || columns == 6) && isNumber(1) && isNumber(2) && isNumber(3) && isNumber(4)) {
            return openHighLowClose();
        }
        throw refuse("is of no format that is known");
    }

    /** Two orders are in use; it is one of them only if its rows contradict the other. */
    private DataFormat openHighLowClose() {
        boolean isUsual = fits(2, 3, 4);
        boolean isBitfinex = head.columns() == 6 && fits(3, 4, 2);
        if (isUsual == isBitfinex) {
            throw refuse("has no header, and its columns may be open, high, low, close or open, close, high, low");
        }
        return isUsual ? DataFormat.OHLCV : DataFormat.BITFINEX_CANDLES;
    }

    private boolean fits(int high, int low, int close) {
        for (List<String> row : head.rows()) {
            if (row.size() != head.columns() || !isBetween(row, high, low, 1) || !isBetween(row, high, low, close)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBetween(List<String> row, int high, int low, int price) {
        double value = number(row.get(price));
        return number(row.get(low)) <= value && value <= number(row.get(high));
    }

    private static double number(String text) {
        try {
            return text.length() > DecimalText.LONGEST ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private boolean isNumber(int column) {
        return !Double.isNaN(number(cell(column)));
    }

    private boolean isFlag(int column) {
        return FLAGS.contains(cell(column).toLowerCase(java.util.Locale.ROOT));
    }

    private boolean isConfirmation(int column) {
        return cell(column).equals("0") || cell(column).equals("1");
    }

    /** A stamp, or what a spreadsheet made of one: that is refused later, with the line it stands in. */
    private boolean isStamp(int column) {
        double value = number(cell(column));
        return value >= StampUnit.FIRST_SECOND && value <= Long.MAX_VALUE;
    }

    private String cell(int column) {
        List<String> row = head.rows().get(0);
        return column < row.size() ? row.get(column) : "";
    }

    private DataException refuse(String why) {
        String known = DataFormat.KNOWN.stream().map(DataFormat::name).collect(Collectors.joining(", "));
        return new DataException(
                head.file(),
                0,
                why + " (" + head.describe() + "); known are " + known
                        + ". Say which it is with format(...), or describe its columns with DataFormat.bars(...) or"
                        + " DataFormat.trades(...)");
    }
}
