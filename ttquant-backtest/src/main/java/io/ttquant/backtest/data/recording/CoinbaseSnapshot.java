package io.ttquant.backtest.data.recording;

import io.ttquant.api.order.Side;
import io.ttquant.api.time.EpochNanos;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** A whole order book of Coinbase in one JSON object: price, size and number of orders (level 2) or id of the order (level 3). */
final class CoinbaseSnapshot implements RecordingFormat {
    @Override
    public String name() {
        return "Coinbase book snapshot";
    }

    @Override
    public boolean matches(Sample sample) {
        String first = sample.line(0);
        return first.startsWith("{") && first.contains("\"product\":\"") && first.contains("\"sequence\":");
    }

    @Override
    public String venue(Sample sample) {
        return "coinbase";
    }

    @Override
    public LineParser open(Sample sample) {
        return new Parser();
    }

    private static final class Parser implements LineParser {
        private boolean isByOrder;
        private long nextId;

        @Override
        public void line(Line line, Tape tape) {
            isByOrder = false;
            long sequence = Tape.ABSENT;
            try (Json json = new Json(line, line.start)) {
                json.object();
                for (String field = json.field(); field != null; field = json.field()) {
                    switch (field) {
                        case "product", "product_id" -> tape.symbol(json.text());
                        case "level" -> isByOrder = json.integer() == 3;
                        case "captured_at", "time" -> tape.at(time(line, json.text()), Tape.ABSENT);
                        case "sequence" -> sequence = json.integer();
                        case "bids" -> side(json, tape, true);
                        case "asks" -> side(json, tape, false);
                        default -> json.skip();
                    }
                }
            }
            if (!tape.isOpen()) {
                throw line.refuse("holds neither bids nor asks, so it is no book; download the snapshot again");
            }
            if (!isByOrder) {
                tape.ids(Tape.ABSENT, sequence, Tape.ABSENT);
            }
            tape.end();
        }

        private void side(Json json, Tape tape, boolean isBid) {
            if (!tape.isOpen()) {
                if (isByOrder) {
                    tape.orders().clear();
                } else {
                    tape.snapshot();
                }
            }
            if (!isByOrder) {
                json.levels(tape, isBid);
                return;
            }
            while (json.element()) {
                json.next();
                long price = json.price(tape);
                json.next();
                long quantity = json.quantity(tape);
                while (json.element()) {
                    json.skip();
                }
                // Ids are texts there; a snapshot has no later rows that would name them.
                tape.add(++nextId, isBid ? Side.BUY : Side.SELL, price, quantity);
            }
        }

        private static long time(Line line, String text) {
            try {
                return EpochNanos.of(Instant.parse(text.toUpperCase(Locale.ROOT)));
            } catch (DateTimeParseException e) {
                throw line.refuse(
                        "has the time '" + text + "', which is not of the form 2024-01-31T23:59:00Z; mend it");
            }
        }
    }
}
