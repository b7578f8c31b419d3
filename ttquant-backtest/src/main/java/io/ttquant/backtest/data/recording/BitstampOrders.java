package io.ttquant.backtest.data.recording;

import io.ttquant.api.order.Side;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Orders of Bitstamp as they were created, changed and deleted, in a csv. The book begins empty: what rested before is not in it. */
final class BitstampOrders implements RecordingFormat {
    @Override
    public String name() {
        return "Bitstamp order events";
    }

    @Override
    public boolean matches(Sample sample) {
        String header = sample.line(0).replace("\"", "");
        return header.equals("id,timestamp,exchange.timestamp,price,volume,action,direction");
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
        /** Orders that were filled as they came: created with nothing left, and deleted a moment later. */
        private final Set<Long> filledAtOnce = new HashSet<>();

        private byte[] before = {};

        Parser(String symbol) {
            this.symbol = symbol;
        }

        @Override
        public void line(Line line, Tape tape) {
            if (line.number() == 1) {
                return;
            }
            if (Arrays.equals(before, 0, before.length, line.bytes, line.start, line.end)) {
                tape.note("repeated rows, left out");
                return;
            }
            before = Arrays.copyOfRange(line.bytes, line.start, line.end);
            row(line, tape.symbol(symbol));
        }

        private void row(Line line, Tape tape) {
            long id = line.integer();
            long received = line.time();
            line.skip(1);
            long price = line.price(tape);
            long satoshi = line.integer();
            String action = line.cell();
            Side side = line.side();
            // The venue's own stamp is of whole seconds and is the order's birth, not the event's time.
            tape.at(Tape.ABSENT, received).orders();
            if (line.number() == 2) {
                tape.clear();
            }
            long quantity = tape.satoshi(satoshi);
            switch (action) {
                case "created" -> created(tape, id, side, price, quantity);
                case "changed" -> tape.modify(id, price, quantity);
                case "deleted" -> deleted(tape, id);
                default ->
                    throw line.refuse("column 6 (action) is '" + action
                            + "', and must be created, changed or deleted; mend the row or remove it");
            }
            tape.end();
        }

        private void created(Tape tape, long id, Side side, long price, long quantity) {
            if (quantity > 0) {
                tape.add(id, side, price, quantity);
            } else {
                filledAtOnce.add(id);
            }
        }

        private void deleted(Tape tape, long id) {
            if (!filledAtOnce.remove(id)) {
                tape.delete(id);
            }
        }
    }
}
