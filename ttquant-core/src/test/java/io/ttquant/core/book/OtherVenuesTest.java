package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.Instrument;
import io.ttquant.core.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Recorded books of venues that have no rule of their own here. */
class OtherVenuesTest {
    /** 45,393 levels up to 138,991,023.41, a hundred thousand times the band away from the touch. */
    @Test
    void aWholeCoinbaseBook() {
        Instrument instrument = Instruments.of("0.01", "0.00000001");
        StringBuilder text = new StringBuilder();
        SharedData.lines("book/coinbase/COINBASE-BTC-USD-L2-snapshot.json.gz", text::append);
        JsonNode message = Wire.parse(text.toString());
        BookUpdate snapshot = new BookUpdate();
        Wire.levels(instrument, message.get("bids"), message.get("asks"), snapshot);
        L2Book book = L2Book.of(instrument);
        TreeMapBook plain = new TreeMapBook();
        book.load(snapshot);
        plain.apply(snapshot);
        book.commit(1);

        assertThat(book.bidDepth()).isEqualTo(18_376);
        assertThat(book.askDepth()).isEqualTo(27_017);
        assertThat(book.rawBestBid()).isEqualTo(6_493_057);
        assertThat(book.rawBestAsk()).isEqualTo(6_493_409);
        plain.requireEqual(book, "Coinbase");
    }

    /** Bybit counts its messages one by one, which is Binance's spot rule with one id a message. */
    @Test
    void aBybitArchive() throws IOException {
        Instrument instrument = Instruments.of("0.0001", "1");
        SequencedBook book = SequencedBook.of(instrument, SequenceRule.binanceSpot());
        TreeMapBook plain = new TreeMapBook();
        try (ZipFile zip = new ZipFile(SharedData.file("book/bybit/2024-12-01_XRPUSDT_ob500.data.zip")
                        .toFile());
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        zip.getInputStream(zip.entries().nextElement()), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode message = Wire.parse(line);
                JsonNode data = message.get("data");
                long id = data.get("u").asLong();
                BookUpdate update = new BookUpdate().ids(id, id, BookUpdate.ABSENT);
                Wire.levels(instrument, data.get("b"), data.get("a"), update);
                boolean isSnapshot = message.get("type").asText().equals("snapshot");
                assertThat(isSnapshot ? book.snapshot(update) : book.increment(update))
                        .isEqualTo(BookState.LIVE);
                plain.apply(update);
                plain.requireEqual(book.view(), "Bybit at " + id);
            }
        }
        assertThat(book.counters().applied()).isEqualTo(49);
        assertThat(book.counters().crossings()).isZero();
    }
}
