package io.ttquant.examples.bench;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.MarketWriter;
import io.ttquant.api.storage.Storage;
import java.time.Duration;

/** The trades of the measurements of stores, and how they are given. */
final class RateTrades {
    static final Instrument BTC = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .build();
    private static final long T = 1_704_067_200_000_000_000L;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private RateTrades() {}

    static Trade trade(int i) {
        long nanos = T + i / 3 * 1_000_000L;
        return new Trade(BTC, nanos, nanos + 50_000, 4_000_000 + i % 1000, 1 + i % 77, AggressorSide.BUYER);
    }

    /** Gives so many trades as fast as the store takes them, and waits until it has them. */
    static void give(Storage storage, int rows) {
        MarketWriter market = storage.market();
        for (int i = 0; i < rows; i++) {
            if (i % 1024 == 0 && !storage.awaitRoom(PATIENCE)) {
                throw new IllegalStateException("no room: " + storage.state());
            }
            market.trade(trade(i), i);
        }
        if (!storage.flush(PATIENCE) || storage.state().stored() < rows) {
            throw new IllegalStateException("not all was stored: " + storage.state());
        }
    }

    /** Rows a second, from the first given to the last that is safe. */
    static double rateOfGiving(Storage storage, int rows) {
        long from = System.nanoTime();
        give(storage, rows);
        return rate(rows, from);
    }

    static double rate(long rows, long from) {
        return rows * 1e9 / (System.nanoTime() - from);
    }
}
