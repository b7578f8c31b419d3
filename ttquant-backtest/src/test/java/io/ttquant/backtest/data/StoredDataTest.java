package io.ttquant.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;
import io.ttquant.api.money.Currency;
import io.ttquant.api.storage.BookLevel;
import io.ttquant.api.storage.BookSnapshot;
import io.ttquant.api.storage.MarketWriter;
import io.ttquant.api.storage.Storage;
import io.ttquant.backtest.data.stored.StoredData;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredDataTest {
    private static final Instrument BTC = Instrument.perpetual(
                    InstrumentId.parse("test:BTCUSDT"), Currency.of("BTC"), Currency.of("USDT"))
            .tick("0.01")
            .lot("0.001")
            .build();
    private static final BarSpec MINUTES = BarSpec.minutes(1);
    private static final long MINUTE = 60_000_000_000L;

    @TempDir
    Path folder;

    private Storage storage;

    @BeforeEach
    void open() {
        storage = new SqliteStorage()
                .open(Map.of("file", folder.resolve("market.db").toString()));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private StoredData stored() {
        assertThat(storage.flush(Duration.ofSeconds(60))).isTrue();
        return StoredData.of(storage);
    }

    private static List<String> replayed(EventSource source) {
        RecordingSink sink = new RecordingSink();
        try (EventSource.Cursor cursor = source.open(sink)) {
            cursor.emit(Long.MAX_VALUE - 1, true, true);
        }
        return sink.texts();
    }

    @Test
    void tradesOfAStoreReplayAsThoseInMemory() {
        TradeColumns.Builder memory = TradeColumns.builder(BTC);
        for (int i = 0; i < 20_000; i++) {
            AggressorSide side = AggressorSide.ofCode(i % 3);
            memory.add(1_000 + i / 3, 100 + i, 1 + i % 7, side);
            // Received later, which no replay shows before its time.
            storage.market().trade(new Trade(BTC, 1_000 + i / 3, 9_000 + i, 100 + i, 1 + i % 7, side), i);
        }

        assertThat(replayed(stored().trades(BTC))).isEqualTo(replayed(memory.build()));
    }

    @Test
    void aSpanIsFromItsFirstTimeToBeforeItsLast() {
        for (int i = 0; i < 5; i++) {
            storage.market().trade(new Trade(BTC, i, i, 100 + i, 1, AggressorSide.BUYER), 0);
        }

        StoredData span = stored().from(Instant.EPOCH.plusNanos(1)).to(Instant.EPOCH.plusNanos(3));
        assertThat(replayed(span.trades(BTC)))
                .containsExactly("1 test:BTCUSDT trade 1 101 1 BUYER", "2 test:BTCUSDT trade 2 102 1 BUYER");
    }

    @Test
    void quotesBarsBooksAndFundingComeOutOfAStore() {
        MarketWriter market = storage.market();
        market.quote(new Quote(BTC, 5, 6, 100, 1, 101, 2), 0);
        market.bar(new Bar(BTC, MINUTES, 0, MINUTE, MINUTE, 1, 4, 1, 3, 9), 0);
        market.book(new BookSnapshot(BTC, 7, 8, List.of(new BookLevel(99, 4)), List.of(new BookLevel(102, 3))), 0);
        market.funding(new FundingRate(BTC, 1, 1, new BigDecimal("0.0001"), 100), 0);
        market.funding(new FundingRate(BTC, 50, 50, new BigDecimal("0.0002"), 100), 0);
        StoredData stored = stored();

        assertThat(replayed(stored.quotes(BTC))).containsExactly("5 test:BTCUSDT quote 100 1 101 2");
        BarColumns bars = stored.bars(BTC, MINUTES);
        assertThat(bars.size()).isEqualTo(1);
        assertThat(bars.tsOpen(0)).isZero();
        assertThat(bars.rawClose(0)).isEqualTo(3);
        assertThat(stored.books(BTC).size()).isEqualTo(1);
        FundingRates funding = stored.funding(BTC);
        assertThat(funding.size()).isEqualTo(1);
        assertThat(funding.settlementNanos(0)).isEqualTo(100);
        assertThat(funding.rate(0)).isEqualByComparingTo("0.0002");
    }

    @Test
    void whatWasNeverKeptIsEmpty() {
        assertThat(replayed(stored().trades(BTC))).isEmpty();
        assertThat(stored().bars(BTC, MINUTES).size()).isZero();
    }
}
