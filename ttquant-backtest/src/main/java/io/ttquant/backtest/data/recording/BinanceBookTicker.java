package io.ttquant.backtest.data.recording;

import java.util.Locale;

/** Best bid and ask of Binance's archive of futures. The symbol is in the file's name. */
final class BinanceBookTicker implements RecordingFormat {
    private static final String COLUMNS =
            "update_id,best_bid_price,best_bid_qty,best_ask_price,best_ask_qty,transaction_time,event_time";

    @Override
    public String name() {
        return "Binance bookTicker archive";
    }

    @Override
    public boolean matches(Sample sample) {
        boolean isNamed = sample.fileName().toLowerCase(Locale.ROOT).contains("bookticker");
        return Header.is(sample, COLUMNS)
                || (isNamed && sample.line(0).matches("\\d+(,[0-9.]+){4},\\d{13,16},\\d{13,16}"));
    }

    @Override
    public String venue(Sample sample) {
        return "binance";
    }

    /** The archive has best bid and ask of futures only. */
    @Override
    public Market market(Sample sample, String symbol) {
        return BinanceDepth.marketOf(symbol);
    }

    @Override
    public LineParser open(Sample sample) {
        String symbol = BinanceDepth.symbolOf(sample);
        return (line, tape) -> {
            if (line.number() == 1 && line.startsWith("update_id")) {
                return;
            }
            tape.symbol(symbol);
            line.skip(1);
            long bid = line.price(tape);
            long bidQuantity = line.quantity(tape);
            long ask = line.price(tape);
            long askQuantity = line.quantity(tape);
            tape.at(line.time(), Tape.ABSENT).quote(bid, bidQuantity, ask, askQuantity);
        };
    }
}
