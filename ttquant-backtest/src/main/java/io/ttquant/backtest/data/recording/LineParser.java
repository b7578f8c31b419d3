package io.ttquant.backtest.data.recording;

/** Reads the lines of one recording from its first to its last. It may keep state between lines; each pass over a file has its own. */
@FunctionalInterface
public interface LineParser {
    /**
     * Reads a line and writes what it says to the tape: none, one or several messages, or a part of one.
     *
     * @throws io.ttquant.backtest.data.DataException if it is no line of the format; {@link Line#refuse} makes one
     */
    void line(Line line, Tape tape);

    /** The file is at its end. A message that is still open is ended. */
    default void end(Tape tape) {
        if (tape.isOpen()) {
            tape.end();
        }
    }
}
