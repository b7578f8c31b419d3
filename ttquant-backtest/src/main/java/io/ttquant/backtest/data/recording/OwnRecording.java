package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.ContractType;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.order.Side;
import io.ttquant.core.book.SequenceRule;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What {@link LiveRecording} writes: each message of one instrument as an engine had it, with both times, in the order of receipt. */
final class OwnRecording implements RecordingFormat {
    static final String FIRST = "# ttquant recording 1";
    static final String INSTRUMENT = "# instrument ";
    static final String RULE = "# book ";

    static final char TRADE = 'T';
    static final char QUOTE = 'Q';
    static final char SNAPSHOT = 'S';
    static final char INCREMENT = 'U';
    static final char LOST = 'L';
    static final char BAR = 'B';
    static final char FUNDING = 'F';
    static final char MARK = 'M';
    static final char INDEX = 'X';
    static final char STATUS = 'Z';

    /** An id that the venue did not send. */
    static final String ABSENT = "-";

    private static final Pattern RATE = Pattern.compile("-?[0-9]{1,3}([.][0-9]{1,18})?");

    @Override
    public String name() {
        return "TTQuant recording";
    }

    @Override
    public boolean matches(Sample sample) {
        return sample.line(0).equals(FIRST) && sample.line(1).startsWith(INSTRUMENT);
    }

    @Override
    public Optional<Instrument> instrument(Sample sample) {
        return Optional.of(InstrumentLine.parse(sample.line(1).substring(INSTRUMENT.length())));
    }

    private Instrument of(Sample sample) {
        return instrument(sample).orElseThrow();
    }

    @Override
    public String venue(Sample sample) {
        return of(sample).id().venue();
    }

    @Override
    public Market market(Sample sample, String symbol) {
        Instrument instrument = of(sample);
        if (instrument.kind() == InstrumentKind.SPOT) {
            return Market.SPOT;
        }
        return instrument.contractType() == ContractType.LINEAR ? Market.LINEAR : Market.INVERSE;
    }

    @Override
    public Supplier<SequenceRule> sequence(Sample sample) {
        String rule = sample.line(2).startsWith(RULE) ? sample.line(2).substring(RULE.length()) : "";
        return BookRule.of(rule);
    }

    @Override
    public boolean isByReceipt() {
        return true;
    }

    @Override
    public LineParser open(Sample sample) {
        String symbol = of(sample).id().symbol();
        return (line, tape) -> {
            if (!line.startsWith("#")) {
                tape.symbol(symbol);
                read(line, tape);
            }
        };
    }

    private static void read(Line line, Tape tape) {
        String kind = line.cell();
        if (kind.length() != 1) {
            throw unknown(line, kind);
        }
        if (kind.charAt(0) == BAR) {
            bar(line, tape);
            return;
        }
        tape.at(number(line, "a time"), number(line, "a time"));
        switch (kind.charAt(0)) {
            case TRADE -> {
                long price = line.price(tape);
                tape.trade(Tape.ABSENT, price, line.quantity(tape), aggressor(line));
            }
            case QUOTE -> {
                long bid = line.price(tape);
                long bidQuantity = line.quantity(tape);
                long ask = line.price(tape);
                tape.quote(bid, bidQuantity, ask, line.quantity(tape));
            }
            case SNAPSHOT -> book(line, tape.snapshot());
            case INCREMENT -> book(line, tape.increment());
            case LOST -> tape.lost();
            case FUNDING -> tape.funding(rate(line), number(line, "a time"));
            case MARK -> tape.markPrice(line.price(tape));
            case INDEX -> tape.indexPrice(line.price(tape));
            case STATUS -> tape.status(status(line));
            default -> throw unknown(line, kind);
        }
    }

    private static RuntimeException unknown(Line line, String kind) {
        return line.refuse("begins with '" + kind + "', which is no kind of message; remove the line or mend it");
    }

    private static BigDecimal rate(Line line) {
        String text = line.cell();
        if (!RATE.matcher(text).matches()) {
            throw line.refuse(
                    "has '" + text + "' for a funding rate, which is no decimal such as 0.0001; mend the line");
        }
        return new BigDecimal(text);
    }

    private static TradingStatus status(Line line) {
        String word = line.cell();
        return Arrays.stream(TradingStatus.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> line.refuse("has '" + word + "' for a status, which is none; mend the line"));
    }

    private static AggressorSide aggressor(Line line) {
        String word = line.cell();
        return switch (word) {
            case "b" -> AggressorSide.BUYER;
            case "s" -> AggressorSide.SELLER;
            case ABSENT -> AggressorSide.ofCode(0);
            default -> throw line.refuse("has '" + word + "' for who took, and b, s or - is one; mend the line");
        };
    }

    private static void bar(Line line, Tape tape) {
        BarSpec spec = BarSpec.parse(line.cell());
        long open = number(line, "a time");
        long close = number(line, "a time");
        long rawOpen = line.price(tape);
        long rawHigh = line.price(tape);
        long rawLow = line.price(tape);
        long rawClose = line.price(tape);
        tape.bar(spec, open, close, rawOpen, rawHigh, rawLow, rawClose, line.quantity(tape));
    }

    private static void book(Line line, Tape tape) {
        tape.ids(number(line, "an id"), number(line, "an id"), number(line, "an id"));
        tape.checksum(Math.toIntExact(line.integer()));
        while (line.hasCell()) {
            boolean isBid = line.side() == Side.BUY;
            long price = line.price(tape);
            long quantity = line.quantity(tape);
            if (isBid) {
                tape.bid(price, quantity);
            } else {
                tape.ask(price, quantity);
            }
        }
        tape.end();
    }

    private static long number(Line line, String what) {
        String text = line.cell();
        if (text.equals(ABSENT)) {
            return Tape.ABSENT;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw line.refuse("has '" + text + "' for " + what + ", which is no whole number; mend the line");
        }
    }
}
