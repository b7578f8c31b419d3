package io.ttquant.backtest.data.recording;

import io.ttquant.api.order.Side;
import java.util.Locale;

/** Order books by price level in the layout of tardis.dev: a csv row a level; rows of one receipt are one message. */
final class TardisBook implements RecordingFormat {
    @Override
    public String name() {
        return "tardis.dev incremental book";
    }

    @Override
    public boolean matches(Sample sample) {
        return Header.is(sample, "exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount");
    }

    @Override
    public String venue(Sample sample) {
        return venueOf(sample);
    }

    @Override
    public Market market(Sample sample, String symbol) {
        return marketOf(sample, symbol);
    }

    /** The exchange of the first row up to its hyphen: {@code binance-futures} is Binance. */
    static String venueOf(Sample sample) {
        String exchange = sample.line(1).split(",", 2)[0];
        int hyphen = exchange.indexOf('-');
        return hyphen > 0 ? exchange.substring(0, hyphen) : exchange;
    }

    static Market marketOf(Sample sample, String symbol) {
        boolean isDerivative = sample.line(1).matches("[a-z]+-(futures|swap|delivery|linear|inverse).*");
        if (!isDerivative) {
            return Market.SPOT;
        }
        return symbol.matches(".*USD([-_].*)?") ? Market.INVERSE : Market.LINEAR;
    }

    @Override
    public LineParser open(Sample sample) {
        return new Parser();
    }

    private static final class Parser implements LineParser {
        private String symbol = "";
        private long time = Tape.ABSENT;
        private long received = Tape.ABSENT;
        private boolean isSnapshot;

        @Override
        public void line(Line line, Tape tape) {
            if (line.number() == 1) {
                return;
            }
            line.skip(1);
            String name = line.cell();
            long event = line.time();
            long receipt = line.time();
            boolean whole = line.first() == 't';
            boolean isNew = event != time || receipt != received || whole != isSnapshot || !name.equals(symbol);
            if (tape.isOpen() && isNew) {
                tape.end();
            }
            if (!tape.isOpen()) {
                tape.symbol(name.toUpperCase(Locale.ROOT)).at(event, receipt);
                symbol = name;
                time = event;
                received = receipt;
                isSnapshot = whole;
                if (whole) {
                    tape.snapshot();
                } else {
                    tape.increment();
                }
            }
            boolean isBid = line.side() == Side.BUY;
            long price = line.price(tape);
            long quantity = line.quantity(tape);
            if (isBid) {
                tape.bid(price, quantity);
            } else {
                tape.ask(price, quantity);
            }
        }
    }
}
