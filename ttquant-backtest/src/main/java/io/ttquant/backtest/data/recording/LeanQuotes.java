package io.ttquant.backtest.data.recording;

import io.ttquant.backtest.data.SymbolName;
import java.util.Optional;

/**
 * Quotes of US shares in Lean's layout: milliseconds since New York's midnight, prices in ten-thousandths; a side that is 0 or empty did not
 * change. Each row is the word of one exchange; the last word on a side stands, so that sides may cross for a moment.
 */
final class LeanQuotes implements RecordingFormat {
    @Override
    public String name() {
        return "Lean equity quotes";
    }

    @Override
    public boolean matches(Sample sample) {
        return LeanDay.isNamed(sample, "quote")
                && sample.line(0).matches("[0-9.]+,\\d*,\\d*,\\d*,\\d*,[A-Za-z0-9]*,[0-9A-Fa-f]*,[01]");
    }

    @Override
    public String venue(Sample sample) {
        return "usa";
    }

    @Override
    public Optional<SymbolName> currencies(String symbol) {
        return Optional.of(new SymbolName(symbol, "USD"));
    }

    @Override
    public LineParser open(Sample sample) {
        return new Parser(LeanDay.of(sample, LeanDay.NEW_YORK));
    }

    private static final class Parser implements LineParser {
        private final LeanDay day;
        private long bid;
        private long bidQuantity;
        private long ask;
        private long askQuantity;

        Parser(LeanDay day) {
            this.day = day;
        }

        @Override
        public void line(Line line, Tape tape) {
            tape.symbol(day.symbol()).at(day.time(line), Tape.ABSENT);
            long newBid = tape.tenThousandths(line.integerOrZero());
            long newBidQuantity = line.quantity(tape);
            long newAsk = tape.tenThousandths(line.integerOrZero());
            long newAskQuantity = line.quantity(tape);
            if (line.skip(2).first() == '1') {
                tape.note("suspicious quotes, left out");
                return;
            }
            if (newBid > 0) {
                bid = newBid;
                bidQuantity = newBidQuantity;
            }
            if (newAsk > 0) {
                ask = newAsk;
                askQuantity = newAskQuantity;
            }
            tape.quote(bid, bidQuantity, ask, askQuantity);
        }
    }
}
