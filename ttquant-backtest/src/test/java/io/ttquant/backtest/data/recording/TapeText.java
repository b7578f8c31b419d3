package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a recording says, a line a message, so that tests can be read. */
final class TapeText {
    private final Symbols symbols;
    private final List<String> lines = new ArrayList<>();
    private RecordingFormat format;

    private TapeText(Path file) {
        Sample sample = Sample.of(file);
        this.symbols = new Symbols(name -> Decimals.inferred());
        this.format = RecordingFormats.ALL.stream()
                .filter(each -> each.matches(sample))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " is of no format that is known"));
        do {
            lines.clear();
            read(sample);
        } while (symbols.wereRaised());
    }

    static TapeText of(Path file) {
        return new TapeText(file);
    }

    String format() {
        return format.name();
    }

    List<String> lines() {
        return lines;
    }

    private void read(Sample sample) {
        try (PartReader reader = new PartReader(sample, format, symbols, Wanted.all())) {
            while (reader.next()) {
                int symbol = (int) reader.stamp(Tape.SYMBOL);
                lines.add(symbols.name(symbol) + " " + time(reader.stamp(Tape.EVENT))
                        + (reader.stamp(Tape.RECEIVED) == Tape.ABSENT
                                ? ""
                                : " received " + time(reader.stamp(Tape.RECEIVED)))
                        + body(reader.tape.words, reader.message, symbols.decimals(symbol)));
            }
        }
    }

    private static String time(long nanos) {
        return nanos == Tape.ABSENT ? "?" : EpochNanos.format(nanos).substring(11);
    }

    private static String body(long[] words, int at, Decimals decimals) {
        int body = at + Tape.BODY;
        int end = at + (int) words[at + Tape.LENGTH];
        StringBuilder text = new StringBuilder();
        switch (Kind.of(words[at])) {
            case TRADE ->
                text.append(" trade ")
                        .append(id(words[at + Tape.LAST]))
                        .append(' ')
                        .append(level(words[body], words[body + 1], decimals))
                        .append(' ')
                        .append(AggressorSide.ofCode((int) words[body + 2]));
            case QUOTE ->
                text.append(" quote ")
                        .append(level(words[body], words[body + 1], decimals))
                        .append(" / ")
                        .append(level(words[body + 2], words[body + 3], decimals));
            case LOST -> text.append(" lost");
            case ORDERS -> {
                text.append(" orders");
                for (int i = body; i < end; i += 4) {
                    text.append(' ').append(order(words, i, decimals));
                }
            }
            case BAR -> text.append(" bar ").append(bar(RecordedBar.of(words, at), decimals));
            default -> {
                text.append(Kind.of(words[at]) == Kind.SNAPSHOT ? " snapshot " : " change ")
                        .append(id(words[at + Tape.FIRST]))
                        .append('-')
                        .append(id(words[at + Tape.LAST]))
                        .append(" after ")
                        .append(id(words[at + Tape.PREVIOUS]));
                for (int i = body; i < end; i += 2) {
                    text.append(words[i] > 0 ? " bid " : " ask ")
                            .append(level(Math.abs(words[i]), words[i + 1], decimals));
                }
                if (words[at + Tape.CHECKSUM] != 0) {
                    text.append(" checksum ").append(words[at + Tape.CHECKSUM]);
                }
            }
        }
        return text.toString();
    }

    private static String id(long id) {
        return id == Tape.ABSENT ? "?" : Long.toString(id);
    }

    private static String level(long price, long quantity, Decimals decimals) {
        return FixedPoint.format(price, decimals.price()) + "x" + FixedPoint.format(quantity, decimals.quantity());
    }

    private static String order(long[] words, int at, Decimals decimals) {
        String what = switch ((int) words[at]) {
            case Tape.CLEAR -> "clear";
            case Tape.ADD -> "buy";
            case Tape.ADD | 8 -> "sell";
            case Tape.MODIFY -> "modify";
            case Tape.EXECUTE -> "execute";
            default -> "delete";
        };
        return what
                + (what.equals("clear") ? "" : ":" + words[at + 1])
                + (words[at + 2] == 0 ? "" : ":" + level(words[at + 2], words[at + 3], decimals));
    }

    private static String bar(RecordedBar bar, Decimals decimals) {
        return bar.spec() + " from " + time(bar.openNanos()) + " "
                + FixedPoint.format(bar.rawOpen(), decimals.price()) + " "
                + FixedPoint.format(bar.rawHigh(), decimals.price()) + " "
                + FixedPoint.format(bar.rawLow(), decimals.price()) + " "
                + FixedPoint.format(bar.rawClose(), decimals.price()) + " "
                + FixedPoint.format(bar.rawVolume(), decimals.quantity());
    }
}
