package io.ttquant.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.Kept;
import io.ttquant.api.storage.Rows;
import io.ttquant.backtest.data.stored.TradeCache;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeCacheTest {
    private static final Instrument BTC = instrument("test:BTCUSDT", "0.01");
    private static final int SEGMENT = 1 << 20;

    @TempDir
    Path folder;

    private static Instrument instrument(String id, String tick) {
        return Instrument.spot(id, "BTC", "USDT").tick(tick).lot("0.00001").build();
    }

    /** Two trades at each time, with awkward values among them. */
    private static Trade trade(int i) {
        long price = i % 1000 == 0 ? (1L << 62) - 1 : 4_000_000 + i % 977;
        return new Trade(BTC, 1_000L + i / 2, 0, price, 1 + i % 77, AggressorSide.ofCode(i % 3));
    }

    private static Rows<Kept<Trade>> trades(int count) {
        return new Rows<>() {
            private int next;

            @Override
            public List<Kept<Trade>> next() {
                int from = next;
                next = Math.min(count, from + 10_000);
                return IntStream.range(from, next)
                        .mapToObj(i -> new Kept<>(trade(i), i))
                        .toList();
            }

            @Override
            public void close() {}
        };
    }

    private static TradeColumns columns(int count) {
        TradeColumns.Builder columns = TradeColumns.builder(BTC);
        for (int i = 0; i < count; i++) {
            Trade trade = trade(i);
            columns.add(trade.tsEvent(), trade.rawPrice(), trade.rawQuantity(), trade.aggressor());
        }
        return columns.build();
    }

    private static List<String> replayed(EventSource source, long... limits) {
        RecordingSink sink = new RecordingSink();
        List<String> told = new ArrayList<>();
        try (EventSource.Cursor cursor = source.open(sink)) {
            for (long limit : limits) {
                told.add(cursor.emit(limit, limit % 2 == 0, limit % 3 == 0) + " before " + cursor.nextNanos());
            }
            assertThat(cursor.emit(Long.MAX_VALUE - 1, true, true)).isPositive();
        }
        told.addAll(sink.texts());
        return told;
    }

    @Test
    void replaysWhatTradesInMemoryDo() {
        TradeCache cache = TradeCache.write(folder.resolve("btc.trades"), BTC, trades(5_000));

        long[] limits = {0, 1_000, 1_001, 1_001, 1_500, 1_502, 3_499};
        assertThat(replayed(cache, limits)).isEqualTo(replayed(columns(5_000), limits));
        assertThat(cache.size()).isEqualTo(5_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, SEGMENT - 1, SEGMENT, SEGMENT + 1})
    void segmentsFollowEachOtherWithoutASeam(int rows) {
        TradeCache cache = TradeCache.write(folder.resolve("btc.trades"), BTC, trades(rows));
        long[] last = new long[2];
        CountingTrades sink = new CountingTrades((nanos, price) -> {
            assertThat(nanos).isGreaterThanOrEqualTo(last[0]);
            last[0] = nanos;
            last[1] = price;
        });

        try (EventSource.Cursor cursor = cache.open(sink)) {
            assertThat(cursor.emit(Long.MAX_VALUE - 1, true, true)).isEqualTo(rows);
        }
        assertThat(last)
                .containsExactly(trade(rows - 1).tsEvent(), trade(rows - 1).rawPrice());
        cache.verify();
    }

    @Test
    void noTradesAreAnEmptyStream() {
        TradeCache cache = TradeCache.write(folder.resolve("none.trades"), BTC, trades(0));

        try (EventSource.Cursor cursor = cache.open(new RecordingSink())) {
            assertThat(cursor.nextNanos()).isEqualTo(Long.MAX_VALUE);
            assertThat(cursor.emit(Long.MAX_VALUE - 1, true, true)).isZero();
        }
    }

    @Test
    void aFileThatWasCutShortOrIsNoCacheIsRefused() throws IOException {
        Path file = folder.resolve("btc.trades");
        TradeCache.write(file, BTC, trades(100));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 1);
        }
        Path other = Files.writeString(folder.resolve("other.trades"), "time,price\n");

        assertThatThrownBy(() -> TradeCache.open(file, BTC))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("bytes");
        assertThatThrownBy(() -> TradeCache.open(other, BTC))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no cache");
        assertThatThrownBy(() -> TradeCache.open(folder.resolve("none"), BTC))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("not there");
    }

    @Test
    void aChangedByteIsFoundInTheHeadAtOnceAndElsewhereByVerifying() throws IOException {
        Path file = folder.resolve("btc.trades");
        TradeCache cache = TradeCache.write(file, BTC, trades(100));
        change(file, 5_000);

        assertThatThrownBy(cache::verify).isInstanceOf(DataException.class).hasMessageContaining("segment 0");
        change(file, 20);
        assertThatThrownBy(() -> TradeCache.open(file, BTC)).isInstanceOf(DataException.class);
    }

    private static void change(Path file, long at) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            channel.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 1)}), at);
        }
    }

    @Test
    void anotherInstrumentAndOtherScalesAreRefused() {
        Path file = folder.resolve("btc.trades");
        TradeCache.write(file, BTC, trades(100));

        assertThatThrownBy(() -> TradeCache.open(file, instrument("test:ETHUSDT", "0.01")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("test:ETHUSDT");
        assertThatThrownBy(() -> TradeCache.open(file, instrument("test:BTCUSDT", "0.001")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("scales");
    }

    @Test
    void whatIsOutOfOrderIsRefusedAndTheFileThatWasThereStays() {
        Path file = folder.resolve("btc.trades");
        TradeCache.write(file, BTC, trades(10));
        Rows<Kept<Trade>> unordered = new Rows<>() {
            private boolean isGiven;

            @Override
            public List<Kept<Trade>> next() {
                List<Kept<Trade>> chunk =
                        isGiven ? List.of() : List.of(new Kept<>(trade(5), 0), new Kept<>(trade(1), 1));
                isGiven = true;
                return chunk;
            }

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> TradeCache.write(file, BTC, unordered)).isInstanceOf(IllegalArgumentException.class);
        assertThat(TradeCache.open(file, BTC).size()).isEqualTo(10);
    }
}
