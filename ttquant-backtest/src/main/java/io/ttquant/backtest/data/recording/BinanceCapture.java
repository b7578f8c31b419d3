package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.core.book.SequenceRule;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Messages of Binance as its WebSocket streams sent them: depth changes, best bid and ask, trades; and depth snapshots by REST between them. */
final class BinanceCapture implements RecordingFormat {
    @Override
    public String name() {
        return "Binance WebSocket capture";
    }

    @Override
    public boolean matches(Sample sample) {
        boolean isFramed = sample.lines().stream().limit(3).anyMatch(CaptureFrame::isLine);
        return isFramed
                && (sample.has("\"stream\":\"")
                        || sample.has("\"lastUpdateId\"")
                        || sample.has("\"e\":\"depthUpdate\""));
    }

    @Override
    public String venue(Sample sample) {
        return "binance";
    }

    @Override
    public boolean isByReceipt() {
        return true;
    }

    @Override
    public Market market(Sample sample, String symbol) {
        if (sample.has("\"ps\":\"") || sample.has("\"pair\":\"") || sample.has("/dapi/")) {
            return Market.INVERSE;
        }
        boolean isFutures = sample.has("\"pu\":")
                || sample.has("\"e\":\"bookTicker\"")
                || sample.has("\"X\":\"MARKET\"")
                || sample.has("/fapi/")
                || sample.has("fstream.");
        return isFutures ? Market.LINEAR : Market.SPOT;
    }

    @Override
    public Supplier<SequenceRule> sequence(Sample sample) {
        return market(sample, "") == Market.SPOT ? SequenceRule::binanceSpot : SequenceRule::binanceFutures;
    }

    @Override
    public LineParser open(Sample sample) {
        return new Parser(sample);
    }

    private static final class Parser implements LineParser {
        private final CaptureFrame frame = new CaptureFrame();
        private final @Nullable String ofFile;
        private String event = "";
        private long time;
        private long eventTime;
        private long firstId;
        private long lastId;
        private long previousId;
        private long tradeId;
        private long price;
        private long quantity;
        private boolean isBuyerMaker;
        /** How many of price, quantity and maker the message has said. */
        private int said;

        private boolean isSnapshot;
        private final long[] top = new long[4];
        private int sides;

        Parser(Sample sample) {
            this.ofFile = symbolOf(sample);
        }

        /** Snapshots of spot do not say their symbol: it is that of the first stream in the file, or of the file's name. */
        private static @Nullable String symbolOf(Sample sample) {
            for (String line : sample.lines()) {
                int at = line.indexOf("\"s\":\"");
                if (at > 0) {
                    return line.substring(at + 5, line.indexOf('"', at + 5));
                }
            }
            String name = sample.symbolInName().toUpperCase(Locale.ROOT);
            return name.isEmpty() ? null : name;
        }

        @Override
        public void line(Line line, Tape tape) {
            int from = frame.json(line);
            if (from < 0) {
                tape.note("lines about the connection");
                return;
            }
            begin();
            String asked = frame.symbol();
            if (asked != null) {
                tape.symbol(asked);
            }
            try (Json json = new Json(line, from)) {
                json.object();
                object(json, line, tape, asked != null);
            }
            finish(line, tape);
        }

        private void begin() {
            event = "";
            time = Tape.ABSENT;
            eventTime = Tape.ABSENT;
            firstId = Tape.ABSENT;
            lastId = Tape.ABSENT;
            previousId = Tape.ABSENT;
            tradeId = Tape.ABSENT;
            isSnapshot = false;
            said = 0;
            sides = 0;
        }

        private void object(Json json, Line line, Tape tape, boolean isNamed) {
            boolean named = isNamed;
            for (String field = json.field(); field != null; field = json.field()) {
                switch (field) {
                    case "data" -> {
                        // Streams about all symbols send arrays, none of which is of a kind that is replayed.
                        if (json.isObject()) {
                            object(json, line, tape, named);
                        } else {
                            json.skip();
                        }
                    }
                    case "e" -> event = json.text();
                    case "s", "symbol" -> {
                        tape.symbol(json.text());
                        named = true;
                    }
                    case "E" -> eventTime = json.time();
                    case "T" -> time = json.time();
                    case "U" -> firstId = json.integer();
                    case "u" -> lastId = json.integer();
                    case "pu" -> previousId = json.integer();
                    case "lastUpdateId" -> {
                        lastId = json.integer();
                        isSnapshot = true;
                    }
                    case "t" -> tradeId = json.integer();
                    case "p", "q", "m" -> trade(field, json, tape);
                    case "b", "bids", "a", "asks", "B", "A" -> side(field, json, line, tape, named);
                    default -> json.skip();
                }
            }
        }

        /** Mark prices and statistics have fields of these names too, with more decimals than anything trades at. */
        private void trade(String field, Json json, Tape tape) {
            if (!isTrade()) {
                json.skip();
                return;
            }
            switch (field) {
                case "p" -> price = json.price(tape);
                case "q" -> quantity = json.quantity(tape);
                default -> isBuyerMaker = json.isTrue();
            }
            said++;
        }

        private boolean isTrade() {
            return event.equals("trade") || event.equals("aggTrade");
        }

        private void side(String field, Json json, Line line, Tape tape, boolean isNamed) {
            boolean isBid = field.charAt(0) == 'b' || field.charAt(0) == 'B';
            if (json.isArray()) {
                levels(json, line, tape, isBid, isNamed);
            } else if (event.equals("aggTrade")) {
                tradeId = json.integer();
            } else if (field.equals("b") || field.equals("a")) {
                if (!event.equals("trade")) {
                    top[isBid ? 0 : 2] = json.price(tape);
                    sides++;
                }
            } else {
                top[isBid ? 1 : 3] = json.quantity(tape);
                sides++;
            }
        }

        private void levels(Json json, Line line, Tape tape, boolean isBid, boolean isNamed) {
            if (!tape.isOpen()) {
                if (!isNamed) {
                    if (ofFile == null) {
                        throw line.refuse(
                                "is a depth snapshot that does not say its symbol; name the file after it, such as"
                                        + " BTCUSDT-depth.log");
                    }
                    tape.symbol(ofFile);
                }
                tape.increment();
            }
            json.levels(tape, isBid);
        }

        private void finish(Line line, Tape tape) {
            tape.at(time == Tape.ABSENT ? eventTime : time, frame.received());
            if (tape.isOpen()) {
                if (isSnapshot) {
                    tape.makeSnapshot();
                }
                tape.ids(firstId, lastId, previousId).end();
            } else if (isTrade()) {
                if (said != 3) {
                    throw line.refuse("is a trade without its price (p), quantity (q) or maker (m), or says them before"
                            + " its kind (e); mend the line or remove it");
                }
                tape.trade(tradeId, price, quantity, isBuyerMaker ? AggressorSide.SELLER : AggressorSide.BUYER);
            } else if (sides == 4) {
                tape.quote(top[0], top[1], top[2], top[3]);
            } else {
                tape.note(event.isEmpty() ? "other messages" : event + " messages");
            }
        }
    }
}
