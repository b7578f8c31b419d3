package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.Side;
import java.util.Arrays;
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
        /** What a line does not say, which is never below zero. */
        private static final long UNSAID = -1;

        private final String symbol;
        private boolean isBegun;
        private long id;
        private long price;
        private long quantity;
        private long orderType;

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
                require(line, price, quantity);
                tape.trade(id, price, quantity, AggressorSide.NONE);
                return;
            }
            tape.orders();
            if (!isBegun) {
                isBegun = true;
                tape.clear();
            }
            switch (event) {
                case "order_created" -> {
                    require(line, price, quantity, orderType);
                    tape.add(id, orderType == 0 ? Side.BUY : Side.SELL, price, quantity);
                }
                case "order_changed" -> {
                    require(line, price, quantity);
                    tape.modify(id, price, quantity);
                }
                case "order_deleted" -> {
                    require(line);
                    tape.delete(id);
                }
                default ->
                    throw line.refuse("is about '" + event + "', which is no event of this feed; remove the line");
            }
            tape.end();
        }

        private void require(Line line, long... more) {
            if (id == UNSAID || Arrays.stream(more).anyMatch(value -> value == UNSAID)) {
                throw line.refuse("does not say all of id, price, amount and order_type that its event needs; mend the"
                        + " line or remove it");
            }
        }

        private void read(Line line, Tape tape) {
            id = UNSAID;
            price = UNSAID;
            quantity = UNSAID;
            orderType = UNSAID;
            try (Json json = new Json(line, line.at)) {
                json.object();
                for (String field = json.field(); field != null; field = json.field()) {
                    switch (field) {
                        case "id" -> id = json.integer();
                        case "price" -> price = json.noisy(tape, true);
                        case "amount" -> quantity = json.noisy(tape, false);
                        case "order_type" -> orderType = json.integer();
                        default -> json.skip();
                    }
                }
            }
        }
    }
}
