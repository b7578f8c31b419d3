package io.ttquant.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.market.ContractType;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.MarketDemand;
import io.ttquant.core.matching.SimulationConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the file looks like, and what becomes of one that is not whole. */
class JournalFormatTest {
    private static final int START = 42;

    private static List<Entry> entries(byte[] bytes) {
        List<Entry> all = new ArrayList<>();
        try (JournalReader reader = MemoryLog.reader(bytes)) {
            for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
                all.add(entry);
            }
        }
        return all;
    }

    @Test
    void numbersAndTextsComeBackAsTheyWere() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 2000; round++) {
            FrameBuffer out = new FrameBuffer(1);
            long[] numbers = new long[20];
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = random.nextLong() >> random.nextInt(64);
                out.number(numbers[i]);
                text.append((char) (random.nextInt(9) == 0 ? 0x20AC : 'a' + i));
                out.text(text.toString());
            }
            FrameInput in = new FrameInput(Arrays.copyOf(out.array(), out.length()), new Instruments(List.of()));
            for (int i = 0; i < numbers.length; i++) {
                assertThat(in.number()).isEqualTo(numbers[i]);
                assertThat(in.text()).isEqualTo(text.substring(0, i + 1));
            }
            assertThat(in.hasMore()).isFalse();
        }
    }

    @Test
    void theWidestNumbersComeBackToo() {
        for (long number : new long[] {0, -1, 1, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MIN_VALUE}) {
            FrameBuffer out = new FrameBuffer(1).clock(-5).number(number).time(number);
            FrameInput in = new FrameInput(Arrays.copyOf(out.array(), out.length()), new Instruments(List.of()));
            assertThat(in.clock(-5).number()).isEqualTo(number);
            assertThat(in.time()).isEqualTo(number);
        }
    }

    @Test
    void anInstrumentComesBackTheSameInEveryFigure() {
        Currency usd = Currency.of("USD", 4);
        Currency btc = Currency.of("BTC", 8);
        List<Instrument> all = List.of(
                RandomSession.SPOT,
                RandomSession.OTHER,
                Instrument.inversePerpetual(InstrumentId.parse("x:INV"), btc, usd)
                        .tick("0.5")
                        .lot("1")
                        .multiplier(new BigDecimal("100"))
                        .priceBand(5, 7)
                        .build(),
                Instrument.quantoPerpetual(InstrumentId.parse("x:Q"), Currency.of("ETH"), usd, btc)
                        .tick("0.05")
                        .lot("1")
                        .multiplier(new BigDecimal("0.000001"))
                        .maxQuantity(new BigDecimal("1000"))
                        .minNotional("0.001")
                        .maxOpenOrders(7, 3)
                        .build(),
                Instrument.future(InstrumentId.parse("x:F"), btc, usd)
                        .tick("10")
                        .lot("0.001")
                        .multiplier(BigDecimal.ONE)
                        .expiry(Instant.parse("2030-01-02T03:04:05.000000006Z"))
                        .notionalAppliesToMarket(false)
                        .minQuantity(new BigDecimal("0.002"))
                        .build());
        for (Instrument each : all) {
            FrameBuffer out = new FrameBuffer(1);
            InstrumentWords.write(out, each);
            FrameInput in = new FrameInput(Arrays.copyOf(out.array(), out.length()), new Instruments(List.of()));
            assertThat(InstrumentWords.read(in)).usingRecursiveComparison().isEqualTo(each);
        }
        assertThat(all.get(2).contractType()).isEqualTo(ContractType.INVERSE);
    }

    @Test
    void theHeaderComesBackAsItWas() {
        RandomSession session = new RandomSession(4);
        try (JournalReader reader = MemoryLog.reader(session.bytes)) {
            assertThat(reader.header().facts()).containsExactly(Map.entry("seed", "4"));
            assertThat(reader.header().instruments()).containsExactly(RandomSession.SPOT, RandomSession.SWAP);
            assertThat(reader.header().isLive()).isEqualTo(session.isLive);
        }
    }

    @Test
    void aFileThatIsCutAnywhereIsReadUpToItsLastWholeEntry() {
        byte[] bytes = Arrays.copyOf(new RandomSession(START).bytes, 3000);
        List<Entry> whole = entries(bytes);
        int header = (int) whole.get(0).offset();
        for (int length = 0; length < whole.get(whole.size() - 1).offset(); length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            if (length < header) {
                assertThatThrownBy(() -> entries(cut)).as("%d bytes", length).isInstanceOf(JournalException.class);
                continue;
            }
            try (JournalReader reader = MemoryLog.reader(cut)) {
                int read = 0;
                while (reader.next() != null) {
                    read++;
                }
                long end = whole.get(read).offset();
                assertThat(end).as("%d bytes", length).isLessThanOrEqualTo(length);
                assertThat(whole.get(read + 1).offset()).as("%d bytes", length).isGreaterThan(length);
                assertThat(reader.cutBytes()).as("%d bytes", length).isEqualTo(length - end);
            }
        }
    }

    @Test
    void aByteThatIsAnotherIsFoundWhereverItIs() {
        byte[] bytes = new RandomSession(START).bytes;
        int length = Math.min(bytes.length, 3000);
        int last = (int) entries(Arrays.copyOf(bytes, length)).stream()
                .mapToLong(Entry::offset)
                .max()
                .orElseThrow();
        SplittableRandom random = new SplittableRandom(11);
        for (int at = 0; at < length; at++) {
            byte[] damaged = Arrays.copyOf(bytes, length);
            damaged[at] ^= (byte) (1 + random.nextInt(255));
            if (at < last) {
                assertThatThrownBy(() -> entries(damaged)).as("byte %d", at).isInstanceOf(JournalException.class);
            }
        }
    }

    @Test
    void aByteOfTheLastEntryThatIsAnotherLeavesThatEntryOut() {
        byte[] bytes = new RandomSession(START).bytes;
        List<Entry> whole = entries(bytes);
        Entry last = whole.get(whole.size() - 1);
        for (int at = (int) last.offset() + FrameCheck.HEAD; at < bytes.length; at++) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 1;
            assertThat(entries(damaged)).hasSize(whole.size() - 1);
        }
    }

    @Test
    void zerosBehindTheLastEntryAreCut() {
        byte[] bytes = new RandomSession(START).bytes;
        try (JournalReader reader = MemoryLog.reader(Arrays.copyOf(bytes, bytes.length + 5000))) {
            int count = 0;
            while (reader.next() != null) {
                count++;
            }
            assertThat(count).isEqualTo(entries(bytes).size());
            assertThat(reader.cutBytes()).isEqualTo(5000);
        }
    }

    @Test
    void anEntryThatIsMissingInTheMiddleIsFound() {
        byte[] bytes = new RandomSession(START).bytes;
        List<Entry> whole = entries(bytes);
        for (int i = 1; i < 40; i++) {
            ByteArrayOutputStream without = new ByteArrayOutputStream();
            without.write(bytes, 0, (int) whole.get(i).offset());
            int next = (int) whole.get(i + 1).offset();
            without.write(bytes, next, bytes.length - next);
            long at = whole.get(i).offset();
            assertThatThrownBy(() -> entries(without.toByteArray()))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("at byte " + at);
        }
    }

    @Test
    void aNewerVersionIsRefused() {
        byte[] bytes = new RandomSession(START).bytes;
        ByteBuffer.wrap(bytes).putShort(JournalWriter.MAGIC.length, (short) (JournalHeader.VERSION + 1));
        assertThatThrownBy(() -> MemoryLog.reader(bytes))
                .isInstanceOf(JournalException.class)
                .hasMessage("the journal is of version 2, and this program reads version 1;"
                        + " read it with the program that wrote it");
    }

    @Test
    void whatIsNoJournalIsRefused() {
        assertThatThrownBy(() -> MemoryLog.reader("time,price\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("this is no journal");
    }

    @Test
    void theNumbersOfKindsNeverChange() {
        assertThat(EntryKind.values()).hasSize(62);
        assertThat(EntryKind.TRADE.ordinal()).isEqualTo(4);
        assertThat(EntryKind.FILLED.ordinal()).isEqualTo(23);
        assertThat(EntryKind.SUBMIT.ordinal()).isEqualTo(50);
        assertThat(EntryKind.WANTED_BARS.ordinal()).isEqualTo(58);
        assertThat(EntryKind.KNOWN.ordinal()).isEqualTo(59);
        assertThat(EntryKind.KEEPING.ordinal()).isEqualTo(60);
        assertThat(EntryKind.FLATTENED.ordinal()).isEqualTo(61);
    }

    @Test
    void aLogThatFailsEndsTheJournalAndNotTheTrading() {
        DurableLog full = new DurableLog() {
            private int left = 3;

            @Override
            public void append(ByteBuffer bytes) {
                left--;
                if (left < 0) {
                    throw new UncheckedIOException(new IOException("no space is left"));
                }
            }

            @Override
            public void close() {
                left = 0;
            }
        };
        JournalHeader header = new JournalHeader(Map.of(), 0, List.of(), false, Set.of(), AccountSnapshot.NONE);
        JournalRecorder recorder = JournalRecorder.begin(full, header);
        assertThat(recorder.failure()).isEmpty();
        for (int i = 0; i < 5; i++) {
            recorder.market(Engine.builder().simulate(SimulationConfig.DEFAULT).build());
            recorder.close();
        }
        assertThat(recorder.failure()).hasValueSatisfying(why -> assertThat(why).contains("no space is left"));
    }

    @Test
    void aJournalEndsBeforeItIsLargerThanItMayBe() {
        MemoryLog log = new MemoryLog();
        JournalHeader header = new JournalHeader(Map.of(), 0, List.of(), false, Set.of(), AccountSnapshot.NONE);
        try (JournalRecorder recorder = JournalRecorder.begin(log, header, 60)) {
            for (int i = 0; i < 20; i++) {
                recorder.into(Engine.builder(), MarketDemand.NONE)
                        .simulate(SimulationConfig.DEFAULT)
                        .build()
                        .start(i);
            }
            assertThat(recorder.failure())
                    .hasValueSatisfying(why -> assertThat(why).contains("60 bytes"));
        }
        assertThat(log.bytes().length).isBetween(30, 60);
        assertThat(entries(log.bytes())).isNotEmpty();
    }
}
