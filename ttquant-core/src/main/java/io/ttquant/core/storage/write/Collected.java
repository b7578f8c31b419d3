package io.ttquant.core.storage.write;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.storage.BookSnapshot;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunRecord;
import java.util.function.Supplier;

/** What waits in the queue for other things than ticks. */
sealed interface Collected {
    /** An instrument, before the first of its market data. */
    record AnInstrument(InstrumentId id) implements Collected {}

    /** A run, before the first of its entries. */
    record ARun(RunRecord run) implements Collected {}

    /** An entry of a run. */
    record AnEntry(String run, Supplier<? extends RunEntry> entry) implements Collected {}

    /** A bar. */
    record ABar(Bar bar, long number) implements Collected {}

    /** An order book. */
    record ABook(BookSnapshot book, long number) implements Collected {}

    /** A funding rate. */
    record AFundingRate(FundingRate rate, long number) implements Collected {}
}
