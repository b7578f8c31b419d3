package io.ttquant.backtest.data;

import io.ttquant.api.market.Instrument;
import io.ttquant.core.book.SequenceRule;
import java.util.Optional;
import java.util.function.Supplier;

/** Another stream with something about it changed. What a wrapper does not change is as the other one says, the rule of its book among it. */
public interface WrappedSource extends EventSource {
    /** The other stream. */
    EventSource whole();

    @Override
    default Instrument instrument() {
        return whole().instrument();
    }

    @Override
    default String describe() {
        return whole().describe();
    }

    /** Unknown, since some of its events may be missing. */
    @Override
    default long size() {
        return -1;
    }

    @Override
    default boolean isCompanion() {
        return whole().isCompanion();
    }

    @Override
    default Optional<Supplier<SequenceRule>> bookSequence() {
        return whole().bookSequence();
    }
}
