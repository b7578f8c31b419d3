package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.Instrument;
import io.ttquant.backtest.data.SymbolName;
import io.ttquant.core.book.SequenceRule;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A kind of recording. A new one is one small class: it says how it is recognised and reads its lines.
 *
 * <pre>{@code
 * final class MyQuotes implements RecordingFormat {
 *     public String name() { return "my quotes"; }
 *     public boolean matches(Sample sample) { return sample.line(0).equals("time;bid;bidSize;ask;askSize"); }
 *     public LineParser open(Sample sample) {
 *         return (line, tape) -> {
 *             if (line.number() > 1) {
 *                 line.delimiter(';');
 *                 tape.symbol(sample.symbolInName()).at(line.time(), Tape.ABSENT);
 *                 tape.quote(line.price(tape), line.quantity(tape), line.price(tape), line.quantity(tape));
 *             }
 *         };
 *     }
 * }
 * Recordings.of("ticks/").format(new MyQuotes()).load();
 * }</pre>
 */
public interface RecordingFormat {
    /** How messages and reports call it. */
    String name();

    /** Whether a file is of this kind, as its first lines and its name tell. It must not be taken for another kind by mistake. */
    boolean matches(Sample sample);

    /** A parser for one pass over a file, from its first line on. */
    LineParser open(Sample sample);

    /** The venue of the file's instruments. */
    default String venue(Sample sample) {
        return sample.venue("file");
    }

    /** What is traded under a symbol of a file. */
    default Market market(Sample sample, String symbol) {
        return Market.SPOT;
    }

    /** The instrument of a file that describes it whole; empty if it is to be inferred. */
    default Optional<Instrument> instrument(Sample sample) {
        return Optional.empty();
    }

    /** The currencies of a symbol; empty if they cannot be told, so that its instrument must be stated. */
    default Optional<SymbolName> currencies(String symbol) {
        return SymbolName.of(symbol);
    }

    /** The rule by which the messages of an order book follow each other. */
    default Supplier<SequenceRule> sequence(Sample sample) {
        return SequenceRule::trusted;
    }

    /** Whether messages stand in the order in which they were received; otherwise in that in which they happened. */
    default boolean isByReceipt() {
        return false;
    }
}
