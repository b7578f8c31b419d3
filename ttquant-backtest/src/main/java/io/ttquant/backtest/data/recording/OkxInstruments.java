package io.ttquant.backtest.data.recording;

/** Answers of OKX's REST interface about its instruments, as a capture between the streams keeps them. They are counted and not replayed. */
final class OkxInstruments implements RecordingFormat {
    private static final String ADDRESS = "/api/v5/public/instruments?instType=";

    @Override
    public String name() {
        return "OKX instruments";
    }

    @Override
    public boolean matches(Sample sample) {
        return CaptureFrame.isLine(sample.line(0)) && sample.line(0).contains(ADDRESS);
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
    public LineParser open(Sample sample) {
        CaptureFrame frame = new CaptureFrame();
        return (line, tape) -> {
            int from = line.startsWith("http") ? frame.json(line) : -1;
            if (from < 0) {
                tape.note("lines about the connection");
                return;
            }
            tape.at(Tape.ABSENT, frame.received());
            int instruments = count(line, from);
            tape.note("answers about instruments");
            for (int i = 0; i < instruments; i++) {
                tape.note("instruments, each as often as it was answered");
            }
        };
    }

    private static int count(Line line, int from) {
        int instruments = 0;
        try (Json json = new Json(line, from)) {
            json.object();
            for (String field = json.field(); field != null; field = json.field()) {
                if (!field.equals("data")) {
                    json.skip();
                    continue;
                }
                while (json.element()) {
                    json.skip();
                    instruments++;
                }
            }
        }
        return instruments;
    }
}
