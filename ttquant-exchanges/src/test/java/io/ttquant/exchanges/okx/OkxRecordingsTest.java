package io.ttquant.exchanges.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.book.SequenceRule;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.feed.ReplayedBook;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded sessions go from bytes into books: each message agrees with the venue's checksum, and none leaves a crossed book. */
class OkxRecordingsTest {
    private static final String FAST = "public-tbt-2021-07-22-conn1.tsv.gz";
    private static final String SLOW = "public-books-tickers-trades-2022-05-13.tsv.gz";
    private static final Map<String, Map<String, ReplayedBook>> REPLAYED = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "slow, UNI-USD-SWAP, 93, 5.137 20 5.145 50",
        "slow, BTC-USDT, 98, 30236.1 0.18050747 30236.2 0.001",
        "fast, BTC-USD-210924-42000-P, 27, 0.335 5 0.3415 5",
        "fast, DHT-USDT, 59, 0.751 116.167814 0.759 0.119353",
        "fast, FUN-BTC, 41, 0.000000452 131439.69 0.000000455 120646.08",
        "fast, OKT-BTC, 102, 0.001471 2.89090055 0.001475 0.4130644",
        "fast, ONT-USDT, 561, 0.6218 960 0.622 436.838861",
        "fast, AUCTION-USDT, 50, 14.83 2.701428 14.98 2.665343",
        "fast, XMR-USDT-SWAP, 318, 196.14 116 196.26 427",
        "fast, TRX-USDT-210924, 308, 0.05446 10 0.0545 14",
        "fast, PAY-BTC, 36, 0.00000136 4282.772 0.00000139 5342.072",
        "fast, BTC-USD-210924-66000-C, 2, 0.0065 5 0.008 300"
    })
    void books(String session, String instrument, int messages, String best) {
        ReplayedBook book =
                REPLAYED.computeIfAbsent(session, OkxRecordingsTest::replay).get(instrument);

        assertThat(book.messages).isEqualTo(messages);
        assertThat(book.book.counters().gaps()).isZero();
        assertThat(book.book.counters().crossings()).isZero();
        assertThat(book.book.counters().checksumMismatches()).isZero();
        assertThat(book.book.counters().applied() + book.book.counters().snapshots())
                .isEqualTo(messages);
        assertThat(book.best()).isEqualTo(best);
    }

    private static Map<String, ReplayedBook> replay(String session) {
        Map<String, ReplayedBook> books = new HashMap<>();
        OkxMarketDecoder decoder = new OkxMarketDecoder();
        byte[] file = Fixtures.bytes(Fixtures.folder("okx/ws").resolve(session.equals("fast") ? FAST : SLOW));
        new String(file, StandardCharsets.UTF_8).lines().forEach(line -> {
            int tab = line.indexOf('\t');
            if (line.startsWith("in", tab + 1)) {
                byte[] bytes = line.substring(tab + 4).getBytes(StandardCharsets.UTF_8);
                String id = Fixtures.json(bytes).path("arg").path("instId").asText();
                books.computeIfAbsent(id, name -> {
                    ReplayedBook book = new ReplayedBook(name, 10, 8, SequenceRule.okx());
                    decoder.feed(name, book.feed());
                    return book;
                });
                decoder.decode(bytes, 0, bytes.length, Long.parseLong(line.substring(0, tab)));
            }
        });
        return books;
    }
}
