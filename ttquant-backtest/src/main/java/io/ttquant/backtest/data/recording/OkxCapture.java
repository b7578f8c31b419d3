package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.core.book.SequenceRule;
import java.util.function.Supplier;

/** Messages of OKX's public WebSocket, version 5: order books with snapshot and changes, best bid and ask, tickers, trades. */
final class OkxCapture implements RecordingFormat {
    @Override
    public String name() {
        return "OKX WebSocket capture";
    }

    @Override
    public boolean matches(Sample sample) {
        boolean isFramed = sample.lines().stream().limit(3).anyMatch(CaptureFrame::isLine);
        return isFramed && sample.has("\"channel\":\"") && sample.has("\"instId\":\"");
    }

    @Override
    public String venue(Sample sample) {
        return "okx";
    }

    @Override
    public boolean isByReceipt() {
        return true;
    }

    @Override
    public Market market(Sample sample, String symbol) {
        String[] parts = symbol.split("-");
        if (parts.length < 3) {
            return Market.SPOT;
        }
        return parts[1].equals("USD") ? Market.INVERSE : Market.LINEAR;
    }

    @Override
    public Supplier<SequenceRule> sequence(Sample sample) {
        return SequenceRule::okx;
    }

    @Override
    public LineParser open(Sample sample) {
        return new Parser();
    }

    private static final class Parser implements LineParser {
        private final CaptureFrame frame = new CaptureFrame();
        private String channel = "";
        private String action = "";

        @Override
        public void line(Line line, Tape tape) {
            int from = frame.json(line);
            if (from < 0) {
                tape.note("lines about the connection");
                return;
            }
            channel = "";
            action = "";
            boolean hasData = false;
            try (Json json = new Json(line, from)) {
                json.object();
                for (String field = json.field(); field != null; field = json.field()) {
                    switch (field) {
                        case "arg" -> argument(json, tape);
                        case "action" -> action = json.text();
                        case "data" -> {
                            hasData = true;
                            data(json, tape);
                        }
                        default -> json.skip();
                    }
                }
            }
            if (!hasData) {
                tape.note("lines about the connection");
            }
        }

        private void argument(Json json, Tape tape) {
            for (String field = json.field(); field != null; field = json.field()) {
                switch (field) {
                    case "channel" -> channel = json.text();
                    case "instId" -> tape.symbol(json.text());
                    default -> json.skip();
                }
            }
        }

        private void data(Json json, Tape tape) {
            boolean isKnown = tape.hasSymbol()
                    && (channel.startsWith("books")
                            || channel.equals("trades")
                            || channel.equals("tickers")
                            || channel.equals("bbo-tbt"));
            if (!isKnown) {
                tape.note(channel.isEmpty() ? "other messages" : channel + " messages");
                json.skip();
                return;
            }
            while (json.element()) {
                switch (channel) {
                    case "trades" -> trade(json, tape);
                    case "tickers" -> ticker(json, tape);
                    case "bbo-tbt" -> best(json, tape);
                    default -> book(json, tape);
                }
            }
        }

        private void trade(Json json, Tape tape) {
            long id = Tape.ABSENT;
            long time = Tape.ABSENT;
            long price = 0;
            long quantity = 0;
            AggressorSide side = AggressorSide.NONE;
            for (String field = json.field(); field != null; field = json.field()) {
                switch (field) {
                    case "tradeId" -> id = json.integer();
                    case "px" -> price = json.price(tape);
                    case "sz" -> quantity = json.quantity(tape);
                    case "side" -> side = json.aggressor();
                    case "ts" -> time = json.time();
                    default -> json.skip();
                }
            }
            tape.at(time, frame.received());
            tape.trade(id, price, quantity, side);
        }

        private void ticker(Json json, Tape tape) {
            long[] top = new long[4];
            long time = Tape.ABSENT;
            for (String field = json.field(); field != null; field = json.field()) {
                switch (field) {
                    case "bidPx" -> top[0] = json.isEmpty() ? 0 : json.price(tape);
                    case "bidSz" -> top[1] = json.isEmpty() ? 0 : json.quantity(tape);
                    case "askPx" -> top[2] = json.isEmpty() ? 0 : json.price(tape);
                    case "askSz" -> top[3] = json.isEmpty() ? 0 : json.quantity(tape);
                    case "ts" -> time = json.time();
                    default -> json.skip();
                }
            }
            tape.at(time, frame.received());
            tape.quote(top[0], top[1], top[2], top[3]);
        }

        private void best(Json json, Tape tape) {
            long[] top = new long[4];
            long time = Tape.ABSENT;
            for (String field = json.field(); field != null; field = json.field()) {
                switch (field) {
                    case "bids" -> side(json, tape, top, 0);
                    case "asks" -> side(json, tape, top, 2);
                    case "ts" -> time = json.time();
                    default -> json.skip();
                }
            }
            tape.at(time, frame.received());
            tape.quote(top[0], top[1], top[2], top[3]);
        }

        private static void side(Json json, Tape tape, long[] top, int at) {
            while (json.element()) {
                json.next();
                top[at] = json.price(tape);
                json.next();
                top[at + 1] = json.quantity(tape);
                while (json.element()) {
                    json.skip();
                }
            }
        }

        /** The depth of a channel; of the two with 400 levels the one that tells each change comes first. */
        private static int rank(String channel) {
            return switch (channel) {
                case "books5" -> 5;
                case "books50-l2-tbt" -> 50;
                case "books-l2-tbt" -> 401;
                default -> 400;
            };
        }

        private void book(Json json, Tape tape) {
            long time = Tape.ABSENT;
            long last = Tape.ABSENT;
            long previous = Tape.ABSENT;
            tape.rank(rank(channel));
            // books5 sends the best five levels whole each time, without saying so.
            if (action.equals("update")) {
                tape.increment();
            } else {
                tape.snapshot();
            }
            for (String field = json.field(); field != null; field = json.field()) {
                switch (field) {
                    case "asks" -> json.levels(tape, false);
                    case "bids" -> json.levels(tape, true);
                    case "ts" -> time = json.time();
                    case "checksum" -> tape.checksum((int) json.integer());
                    case "seqId" -> last = json.integer();
                    case "prevSeqId" -> previous = json.integer();
                    default -> json.skip();
                }
            }
            tape.ids(Tape.ABSENT, last, previous).at(time, frame.received()).end();
        }
    }
}
