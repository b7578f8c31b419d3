package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.PriceSource;
import io.ttquant.backtest.data.SymbolName;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * Bars in Lean's layout, without a header, stamped at their start: of trades (open, high, low, close, volume), or of bid and ask (open, high, low,
 * close and last size of each), which are two series. Those of US shares have prices in ten-thousandths and New York's time, others decimals and UTC.
 */
final class LeanBars implements RecordingFormat {
    private static final String STAMP = "(\\d{1,8}|\\d{8} \\d{2}:\\d{2})";
    private static final String NUMBER = ",\\d+(\\.\\d+)?([eE]-\\d+)?";
    private static final String TRADE = STAMP + "(" + NUMBER + "){5}";
    private static final String QUOTE = STAMP + "(" + NUMBER + "){10}";

    private final boolean isOfShares;

    LeanBars(boolean isOfShares) {
        this.isOfShares = isOfShares;
    }

    @Override
    public String name() {
        return isOfShares ? "Lean equity bars" : "Lean bars";
    }

    @Override
    public boolean matches(Sample sample) {
        return !sample.lines().isEmpty()
                && LeanTimes.isNamed(sample)
                && sample.lines().stream().allMatch(line -> line.matches(isOfQuotes(sample) ? QUOTE : TRADE))
                && isOfShares == holdsShares(sample);
    }

    private static boolean isOfQuotes(Sample sample) {
        return sample.fileName().toLowerCase(Locale.ROOT).contains("_quote");
    }

    /** The folders say it in Lean's own tree; elsewhere prices without a point do. */
    private static boolean holdsShares(Sample sample) {
        String path = sample.path().toString().toLowerCase(Locale.ROOT);
        if (path.contains("equity")) {
            return true;
        }
        boolean isOther = path.contains("crypto") || path.contains("forex") || path.contains("cfd");
        return !isOther && !sample.has(".");
    }

    @Override
    public String venue(Sample sample) {
        return isOfShares ? "usa" : sample.venue("lean");
    }

    @Override
    public Market market(Sample sample, String symbol) {
        boolean isFuture = sample.path().toString().toLowerCase(Locale.ROOT).contains("cryptofuture");
        if (!isFuture) {
            return Market.SPOT;
        }
        return symbol.endsWith("USD") ? Market.INVERSE : Market.LINEAR;
    }

    @Override
    public Optional<SymbolName> currencies(String symbol) {
        return isOfShares ? Optional.of(new SymbolName(symbol, "USD")) : SymbolName.of(symbol);
    }

    @Override
    public LineParser open(Sample sample) {
        ZoneId zone = isOfShares ? LeanDay.NEW_YORK : ZoneOffset.UTC;
        LeanTimes times = LeanTimes.of(sample, zone);
        boolean isOfQuotes = isOfQuotes(sample);
        return (line, tape) -> {
            tape.symbol(times.symbol());
            long start = times.start(line);
            if (isOfQuotes) {
                side(line, tape, times, start, PriceSource.BID);
                side(line, tape, times, start, PriceSource.ASK);
            } else {
                side(line, tape, times, start, PriceSource.TRADE);
            }
        };
    }

    private void side(Line line, Tape tape, LeanTimes times, long start, PriceSource source) {
        BarSpec spec = BarSpec.of(times.length()).withSource(source);
        long open = price(line, tape);
        long high = price(line, tape);
        long low = price(line, tape);
        long close = price(line, tape);
        tape.bar(spec, start, times.end(start), open, high, low, close, line.volume(tape));
    }

    private long price(Line line, Tape tape) {
        return isOfShares ? tape.tenThousandths(line.integer()) : line.price(tape);
    }
}
