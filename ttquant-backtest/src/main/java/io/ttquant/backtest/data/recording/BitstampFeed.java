package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.Side;
import java.util.regex.Pattern;

/** Bitstamp's live feed as a log: receipt in milliseconds, name of the event, JSON. Its books of the best levels are counted and not replayed. */
final class BitstampFeed implements RecordingFormat {
    private static final Pattern LINE =
            Pattern.compile("\\d{13} (order_created|order_changed|order_deleted|trade|order_book) \\{.*");

    @Override
    public String name() {
        return "Bitstamp feed log";
    }

    @Override
    public boolean matches(Sample sample) {
        return LINE.matcher(sample.line(0)).matches();
    }

    @Override
    public String venue(Sample sample) {
        return "bitstamp";
    }

    @Override
    public boolean isByReceipt() {
        return true;
    }

    @Override
    public LineParser open(Sample sample) {
        String symbol = sample.symbolInName();
        return new Parser(symbol.isEmpty() ? "BTCUSD" : symbol);
    }

    private static final class Parser implements LineParser {
        private final String symbol;
        private boolean isBegun;
        private long id;
        private long price;
        private long quantity;
        private Side side = Side.BUY;

        Parser(String symbol) {
            this.symbol = symbol;
        }

        @Override
        public void line(Line line, Tape tape) {
            line.delimiter(' ');
            tape.symbol(symbol).at(Tape.ABSENT, line.time());
            String event = line.cell();
            tape.note(event + " lines");
            if (event.equals("order_book")) {
                return;
            }
            read(line, tape);
            if (event.equals("trade")) {
                tape.trade(id, price, quantity, AggressorSide.NONE);
                return;
            }
            tape.orders();
            if (!isBegun) {
                isBegun = true;
                tape.clear();
            }
            switch (event) {
                case "order_created" -> tape.add(id, side, price, quantity);
                case "order_changed" -> tape.modify(id, price, quantity);
                case "order_deleted" -> tape.delete(id);
                default ->
                    throw line.refuse("is about '" + event + "', which is no event of this feed; remove the line");
            }
            tape.end();
        }

        private void read(Line line, Tape tape) {
            try (Json json = new Json(line, line.at)) {
                json.object();
                for (String field = json.field(); field != null; field = json.field()) {
                    switch (field) {
                        case "id" -> id = json.integer();
                        case "price" -> price = json.noisy(tape, true);
                        case "amount" -> quantity = json.noisy(tape, false);
                        case "order_type" -> side = json.integer() == 0 ? Side.BUY : Side.SELL;
                        default -> json.skip();
                    }
                }
            }
        }
    }
}
