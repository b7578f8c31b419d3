package io.ttquant.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.money.Currency;
import io.ttquant.api.storage.Kept;
import io.ttquant.api.storage.MarketWriter;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.api.storage.Storage;
import io.ttquant.api.storage.StorageState;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a test gave to a storage while it broke things, and whether the storage has it: all of it, once and in order. */
final class GivenRows {
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Instrument BTC = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .build();
    private static final long T = 1_704_067_200_000_000_000L;
    private static final int MOST_AT_ONCE = 60;

    private final Storage storage;
    private final MarketWriter market;
    private final RunWriter run;
    private final Random random;
    private final List<RunEntry> entries = new ArrayList<>();
    private final List<Kept<Trade>> trades = new ArrayList<>();

    GivenRows(Storage storage, Random random) {
        this.storage = storage;
        this.random = random;
        market = storage.market();
        run = storage.run(new RunRecord("run", RunKind.LIVE, T, Map.of(), ""));
    }

    /** Gives some. */
    void give() {
        int count = 1 + random.nextInt(MOST_AT_ONCE);
        for (int i = 0; i < count; i++) {
            int number = entries.size();
            RunEntry entry = new RunEntry.EquityAt(number, T + number, Currency.of("USDT"), BigDecimal.valueOf(number));
            run.keep(entry);
            entries.add(entry);
            Trade trade = new Trade(BTC, T + number / 3, T + number, 1_000 + number, 5, AggressorSide.BUYER);
            market.trade(trade, number);
            trades.add(new Kept<>(trade, number));
        }
    }

    /** How many rows were given. */
    long count() {
        return (long) entries.size() + trades.size();
    }

    /** All of it is in the store in time. */
    void flush(String where) {
        assertThat(storage.flush(PATIENCE)).as("%s, %s", where, storage.state()).isTrue();
    }

    /** The store has what was given and nothing else. */
    void check(String where) {
        flush(where);
        StorageState state = storage.state();
        assertThat(state.queued()).as(where).isZero();
        assertThat(state.conflicts()).as(where).isZero();
        assertThat(storage.meter().refused()).as(where).isZero();
        assertThat(storage.read().entries("run").all()).as(where).isEqualTo(entries);
        assertThat(storage.read().trades(BTC, 0, Long.MAX_VALUE).all())
                .as(where)
                .isEqualTo(trades);
    }
}
