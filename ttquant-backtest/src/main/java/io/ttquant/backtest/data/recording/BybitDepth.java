package io.ttquant.backtest.data.recording;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bybit's archive of order books: a JSON message a line, a snapshot and then changes. */
final class BybitDepth implements RecordingFormat {
    @Override
    public String name() {
        return "Bybit order-book archive";
    }

    @Override
    public boolean matches(Sample sample) {
        return sample.line(0).startsWith("{") && sample.line(0).contains("\"topic\":\"orderbook.");
    }

    @Override
    public String venue(Sample sample) {
        return "bybit";
    }

    @Override
    public LineParser open(Sample sample) {
        return new Parser();
    }

    private static final class Parser implements LineParser {
        private static final Pattern LEVELS = Pattern.compile("orderbook\\.(\\d{1,6})\\..*");
        private boolean isSnapshot;
        private long time;
        private long lastId;
        private final Map<String, Long> previousIds = new HashMap<>();
        private String topic = "";

        @Override
        public void line(Line line, Tape tape) {
            isSnapshot = false;
            time = Tape.ABSENT;
            lastId = Tape.ABSENT;
            try (Json json = new Json(line, line.start)) {
                json.object();
                for (String field = json.field(); field != null; field = json.field()) {
                    switch (field) {
                        case "topic" -> {
                            topic = json.text();
                            tape.symbol(topic.substring(topic.lastIndexOf('.') + 1))
                                    .rank(levels(topic));
                        }
                        case "type" -> isSnapshot = json.text().equals("snapshot");
                        case "ts" -> time = json.time();
                        case "data" -> data(json, tape);
                        default -> json.skip();
                    }
                }
            }
            if (!tape.isOpen()) {
                tape.note("other messages");
                return;
            }
            if (isSnapshot) {
                tape.makeSnapshot();
            }
            tape.at(time, Tape.ABSENT);
            // Each topic counts by itself.
            Long previousId = previousIds.put(topic, lastId);
            boolean isBroken = !isSnapshot && previousId != null && lastId != previousId + 1;
            if (isBroken) {
                // What was missed is unknown, so the change is of no use either.
                tape.drop();
                tape.lost();
                tape.note("update-id breaks");
                return;
            }
            tape.ids(Tape.ABSENT, lastId, Tape.ABSENT).end();
        }

        /** How many levels a topic such as {@code orderbook.500.XRPUSDT} has; 0 if it does not say so. */
        private static int levels(String topic) {
            Matcher levels = LEVELS.matcher(topic);
            return levels.matches() ? Integer.parseInt(levels.group(1)) : 0;
        }

        private void data(Json json, Tape tape) {
            tape.increment();
            for (String field = json.field(); field != null; field = json.field()) {
                switch (field) {
                    case "b" -> json.levels(tape, true);
                    case "a" -> json.levels(tape, false);
                    case "u" -> lastId = json.integer();
                    default -> json.skip();
                }
            }
        }
    }
}
