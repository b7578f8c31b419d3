package io.ttquant.examples.live;

import io.ttquant.api.exchange.MarketDataSink;
import java.util.List;

/** Where market data go. */
interface Recording {
    /** Takes them. */
    MarketDataSink sink();

    /** What a person calls the place. */
    String place();

    /** How many messages it took. */
    long messages();

    /**
     * Makes them safe, as far as that is done by the way.
     *
     * @return what stands in the way of it though it goes on; empty if nothing does
     * @throws RuntimeException if it cannot go on, with the reason
     */
    String flush();

    /**
     * Ends it.
     *
     * @return what it made, a line each
     * @throws RuntimeException if something is not kept, with the reason
     */
    List<String> end();
}
