package io.ttquant.backtest.data.recording;

import java.util.Locale;

/** Best bid and ask in the layout of tardis.dev, a csv with stamps in microseconds. */
final class TardisQuotes implements RecordingFormat {
    static final String COLUMNS = "exchange,symbol,timestamp,local_timestamp,ask_amount,ask_price,bid_price,bid_amount";

    @Override
    public String name() {
        return "tardis.dev quotes";
    }

    @Override
    public boolean matches(Sample sample) {
        return Header.is(sample, COLUMNS);
    }

    @Override
    public String venue(Sample sample) {
        return TardisBook.venueOf(sample);
    }

    @Override
    public Market market(Sample sample, String symbol) {
        return TardisBook.marketOf(sample, symbol);
    }

    @Override
    public LineParser open(Sample sample) {
        return (line, tape) -> {
            if (line.number() == 1) {
                return;
            }
            line.skip(1);
            tape.symbol(line.cell().toUpperCase(Locale.ROOT)).at(line.time(), line.time());
            long askQuantity = line.quantity(tape);
            long ask = line.price(tape);
            long bid = line.price(tape);
            tape.quote(bid, line.quantity(tape), ask, askQuantity);
        };
    }
}
