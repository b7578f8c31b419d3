package io.ttquant.backtest.data.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.DataException;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.LoadedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRecordingTest {
    private static final long START = EpochNanos.parse("2025-01-31T23:59:50Z");
    private static final Instrument BTC = Instrument.spot("binance:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .minNotional("5")
            .build();
    private static final Instrument SWAP = Instrument.perpetual(
                    InstrumentId.parse("okx:BTC-USDT-SWAP"), Currency.of("BTC"), Currency.of("USDT"))
            .tick("0.1")
            .lot("0.01")
            .multiplier(new BigDecimal("0.01"))
            .maxQuantity(new BigDecimal("12000"))
            .priceBand(5, 7)
            .build();

    @TempDir
    Path folder;

    @Test
    void whatWasRecordedIsReplayedMessageByMessage() {
        EventLog told = new EventLog(BTC);
        try (LiveRecording recording = LiveRecording.into(folder, List.of(BTC))) {
            tell(recording.instrument(BTC.id()), 7);
            assertThat(recording.messages()).isEqualTo(2_000);
        }
        tell(told, 7);

        LoadedData loaded = Recordings.of(folder).load();

        assertThat(loaded.instruments()).containsExactly(BTC);
        EventLog replayed = new EventLog(BTC);
        drain(loaded.sources().get(0), replayed);
        assertThat(replayed.lines).isEqualTo(told.lines);
    }

    @Test
    void aDayHasItsOwnFileAndAnotherRunNeverWritesOverIt() {
        for (int run = 0; run < 2; run++) {
            try (LiveRecording recording = LiveRecording.into(folder, List.of(BTC))) {
                InstrumentSink sink = recording.instrument(BTC.id());
                sink.trade(START, START, 100, 1, AggressorSide.BUYER);
                long tomorrow = START + 20 * EpochNanos.SECOND;
                sink.trade(tomorrow, tomorrow, 100, 1, AggressorSide.SELLER);
            }
        }
        assertThat(folder)
                .isDirectoryContaining("glob:**/binance-BTCUSDT-2025-01-31.log")
                .isDirectoryContaining("glob:**/binance-BTCUSDT-2025-02-01.log")
                .isDirectoryContaining("glob:**/binance-BTCUSDT-2025-01-31-2.log")
                .isDirectoryContaining("glob:**/binance-BTCUSDT-2025-02-01-2.log");
    }

    @Test
    void aContractKeepsItsValueAndItsLimits() {
        try (LiveRecording recording = LiveRecording.into(folder, List.of(SWAP))) {
            InstrumentSink sink = recording.instrument(SWAP.id());
            sink.quote(START, START, 1_000_000, 5, 1_000_001, 6);
            sink.funding(START, START, new BigDecimal("0.0001"), START);
            sink.markPrice(START, START, 1_000_000);
        }
        LoadedData loaded = Recordings.of(folder).load();
        Instrument read = loaded.instruments().get(0);
        assertThat(read).isEqualTo(SWAP);
        assertThat(read.multiplier()).isEqualByComparingTo("0.01");
        assertThat(read.filters()).isEqualTo(SWAP.filters());
        assertThat(InstrumentLine.of(read)).isEqualTo(InstrumentLine.of(SWAP));
    }

    @Test
    void barsAreReadAsASeries() {
        try (LiveRecording recording = LiveRecording.into(folder, List.of(BTC))) {
            BarSink bars = recording.instrument(BTC.id()).bars(BarSpec.minutes(1));
            recording
                    .instrument(BTC.id())
                    .trade(START + EpochNanos.SECOND, START + EpochNanos.SECOND, 100, 1, AggressorSide.BUYER);
            long minute = 60 * EpochNanos.SECOND;
            long open = Math.floorDiv(START, minute) * minute;
            for (int i = 0; i < 5; i++) {
                long close = open + minute;
                bars.bar(open, close, close, 100 + i, 110 + i, 90 + i, 105 + i, 7);
                open = close;
            }
        }
        LoadedData loaded = Recordings.of(folder).load();
        assertThat(loaded.bars(BTC.id()).orElseThrow().size()).isEqualTo(5);
        assertThat(folder).isDirectoryContaining("glob:**/binance-BTCUSDT-bars-2025-02-01.log");
    }

    @Test
    void aSourceIsToldThatABookNeedsASnapshot() {
        try (LiveRecording recording = LiveRecording.into(folder, List.of(BTC))) {
            BookSink book = recording.instrument(BTC.id()).book();
            assertThat(book.needsSnapshot()).isTrue();
            book.snapshot(START, START);
            book.ids(BookSink.ABSENT, 10, BookSink.ABSENT);
            book.bid(100, 1);
            book.end();
            book.increment(START, START);
            book.ask(101, 1);
            book.end();
            assertThat(book.needsSnapshot())
                    .as("a session that has judged its ids passes none")
                    .isFalse();
            book.lost(START, START);
            assertThat(book.needsSnapshot()).isTrue();
        }
    }

    @Test
    void aDamagedLineIsRefusedWithItsPlace() throws IOException {
        Path file;
        try (LiveRecording recording = LiveRecording.into(folder, List.of(BTC))) {
            recording.instrument(BTC.id()).trade(START, START, 100, 1, AggressorSide.NONE);
            file = recording.files().get(0);
        }
        Files.writeString(file, Files.readString(file).replace(",-", ",maybe"));
        assertThatThrownBy(() -> Recordings.of(file).load())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 4")
                .hasMessageContaining("'maybe' for who took");
    }

    private static void drain(EventSource source, EventLog to) {
        EventSource.Cursor cursor = source.open(id -> to);
        while (cursor.nextNanos() != EpochNanos.NEVER) {
            cursor.emit(cursor.nextNanos(), false, true);
        }
    }

    /** Messages from a seed, the same to whoever they are told. */
    private static void tell(InstrumentSink sink, long seed) {
        RandomGenerator random = new java.util.SplittableRandom(seed);
        BookSink book = sink.book();
        long id = 100;
        long event = START;
        for (int i = 0; i < 2_000; i++) {
            event += random.nextLong(20_000_000);
            long received = event + random.nextLong(5_000_000);
            long price = 3_000_000 + random.nextInt(1_000);
            long quantity = 1 + random.nextInt(1_000);
            switch (i == 0 ? 3 : random.nextInt(4)) {
                case 0 -> sink.trade(event, received, price, quantity, AggressorSide.ofCode(random.nextInt(3)));
                case 1 -> sink.quote(event, received, price, quantity, price + 1, quantity);
                case 2 -> {
                    if (random.nextInt(50) == 0) {
                        book.lost(event, received);
                    } else {
                        sink.quote(event, received, price, quantity, 0, 0);
                    }
                }
                default -> {
                    if (book.needsSnapshot() || random.nextInt(20) == 0) {
                        book.snapshot(event, received);
                        book.ids(BookSink.ABSENT, id, BookSink.ABSENT);
                    } else {
                        book.increment(event, received);
                        book.ids(id + 1, id + 2, BookSink.ABSENT);
                        id += 2;
                    }
                    book.bid(price - 2_000, quantity);
                    book.ask(price + 2_000, random.nextInt(3));
                    book.end();
                }
            }
            event = received;
        }
    }

    /** Keeps what it is told as text. */
    private static final class EventLog extends SinkStub {
        final List<String> lines = new ArrayList<>();

        EventLog(Instrument instrument) {
            super(instrument);
        }

        @Override
        void told(String line) {
            lines.add(line);
        }
    }
}
