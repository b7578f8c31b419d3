package io.ttquant.exchanges.emulator.fault;

import java.time.Duration;
import java.util.function.UnaryOperator;

/** What happens to one text that the exchange sends on a WebSocket. */
public sealed interface FrameFault {
    /** It never comes, and nothing else shows that. */
    record Lose() implements FrameFault {}

    /** It comes twice. */
    record Twice() implements FrameFault {}

    /** It comes behind the next one. */
    record Swap() implements FrameFault {}

    /**
     * It comes late, and those behind it do not wait.
     *
     * @param delay how much later
     */
    record Delay(Duration delay) implements FrameFault {}

    /**
     * It comes changed, as by a version of the venue that we do not know.
     *
     * @param change what becomes of it
     */
    record Change(UnaryOperator<String> change) implements FrameFault {}
}
