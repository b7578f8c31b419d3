package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.Instrument;
import io.ttquant.core.SharedData;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The recorded OKX books, which have no ids but the venue's checksum of the best 25 levels with each message. The tickers of the recording lag
 * by seconds and prove nothing.
 */
class OkxCaptureTest {
    private static final Map<String, Instrument> INSTRUMENTS = Map.of(
            "BTC-USDT", Instruments.of("0.1", "0.00000001"),
            "BTC-USD-220527", Instruments.of("0.1", "1"),
            "UNI-USD-SWAP", Instruments.of("0.001", "1"));

    private final Map<String, SequencedBook> books = new HashMap<>();
    private final Map<String, TreeMapBook> plain = new HashMap<>();
    private int messages;

    @Test
    void everyChecksumAgrees() {
        replay();

        assertThat(messages).isEqualTo(290);
        assertThat(books).hasSize(3);
        for (SequencedBook book : books.values()) {
            assertThat(book.state()).isEqualTo(BookState.LIVE);
            assertThat(book.counters().checksumMismatches()).isZero();
            assertThat(book.counters().gaps()).isZero();
            assertThat(book.counters().crossings()).isZero();
        }
    }

    @Test
    void aLostMessageIsFoundByTheChecksum() {
        Instrument instrument = INSTRUMENTS.get("BTC-USDT");
        SequencedBook book = SequencedBook.of(instrument, SequenceRule.okx());
        int[] count = {0};
        SharedData.lines("capture/OKX-ws-public-2022-05-13.log.gz", line -> {
            if (line.contains("\"channel\":\"books\",\"instId\":\"BTC-USDT\"},\"action\"") && ++count[0] <= 50) {
                JsonNode message = Wire.parse(line.substring(line.indexOf(": ") + 2));
                BookUpdate update = Wire.okx(instrument, message.get("data").get(0));
                if (message.get("action").asText().equals("snapshot")) {
                    book.snapshot(update);
                } else if (count[0] != 20) {
                    book.increment(update);
                }
            }
        });

        assertThat(book.counters().applied()).isLessThan(49 - 1);
        assertThat(book.counters().checksumMismatches()).isEqualTo(1);
        assertThat(book.counters().gaps()).isEqualTo(1);
        assertThat(book.state()).isEqualTo(BookState.STALE);
        assertThat(book.view().bidDepth()).isZero();
    }

    private void replay() {
        SharedData.lines("capture/OKX-ws-public-2022-05-13.log.gz", line -> {
            if (line.contains("\"channel\":\"books\"") && line.contains("\"action\":")) {
                take(Wire.parse(line.substring(line.indexOf(": ") + 2)));
            }
        });
    }

    private void take(JsonNode message) {
        String id = message.get("arg").get("instId").asText();
        Instrument instrument = INSTRUMENTS.get(id);
        SequencedBook book = books.computeIfAbsent(id, key -> SequencedBook.of(instrument, SequenceRule.okx()));
        TreeMapBook beside = plain.computeIfAbsent(id, key -> new TreeMapBook());
        BookUpdate update = Wire.okx(instrument, message.get("data").get(0));
        messages++;
        assertThat(update.checksum()).isNotZero();
        boolean isSnapshot = message.get("action").asText().equals("snapshot");
        assertThat(isSnapshot ? book.snapshot(update) : book.increment(update)).isEqualTo(BookState.LIVE);
        beside.apply(update);
        beside.requireEqual(book.view(), id + " " + update);
    }
}
