package io.ttquant.examples.live;

import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.examples.store.StoreRecording;
import java.util.List;

/** Market data in a store. */
record StoredMarket(StoreRecording store) implements Recording {
    @Override
    public MarketDataSink sink() {
        return store;
    }

    @Override
    public String place() {
        return "the store " + store.place();
    }

    @Override
    public long messages() {
        return store.rows();
    }

    /** The store writes by itself. */
    @Override
    public String flush() {
        return store.trouble();
    }

    @Override
    public List<String> end() {
        String trouble = store.finish();
        if (!trouble.isEmpty()) {
            throw new IllegalStateException(trouble);
        }
        return List.of("stopped: " + messages() + " rows given to " + place());
    }
}
