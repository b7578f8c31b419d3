package io.ttquant.backtest.data.recording;

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
        private boolean isSnapshot;
        private long time;
        private long lastId;
        private long previousId = Tape.ABSENT;

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
                            String topic = json.text();
                            tape.symbol(topic.substring(topic.lastIndexOf('.') + 1));
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
            boolean isBroken = !isSnapshot && previousId != Tape.ABSENT && lastId != previousId + 1;
            previousId = lastId;
            if (isBroken) {
                // What was missed is unknown, so the change is of no use either.
                tape.drop();
                tape.lost();
                tape.note("update-id breaks");
                return;
            }
            tape.ids(Tape.ABSENT, lastId, Tape.ABSENT).end();
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
