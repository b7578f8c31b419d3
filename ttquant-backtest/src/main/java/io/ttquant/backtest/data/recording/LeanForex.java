package io.ttquant.backtest.data.recording;

import java.time.ZoneOffset;

/** Bid and ask of a currency pair in Lean's layout: milliseconds since midnight UTC, and two prices. Sizes are not known and stand as one lot. */
final class LeanForex implements RecordingFormat {
    private static final long LOT = 1;

    @Override
    public String name() {
        return "Lean forex quotes";
    }

    @Override
    public boolean matches(Sample sample) {
        return LeanDay.isNamed(sample, "quote") && sample.line(0).matches("[0-9.]+,\\d+\\.\\d+,\\d+\\.\\d+");
    }

    @Override
    public LineParser open(Sample sample) {
        LeanDay day = LeanDay.of(sample, ZoneOffset.UTC);
        return (line, tape) -> {
            tape.symbol(day.symbol()).at(day.time(line), Tape.ABSENT);
            long bid = line.price(tape);
            tape.quote(bid, LOT, line.price(tape), LOT);
        };
    }
}
