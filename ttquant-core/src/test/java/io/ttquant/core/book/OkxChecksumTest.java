package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class OkxChecksumTest {
    private static int crcOf(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    /** The two examples of the venue's documentation: sides in turn, and the longer side alone once the other has ended. */
    @Test
    void bidsAndAsksTakeTurns() {
        L2Book book = L2Book.of(Instruments.of("0.1", "1"));
        book.setBid(33661, 7);
        book.setBid(33660, 6);
        book.setAsk(33668, 9);
        book.commit(1);
        assertThat(new OkxChecksum().of(book)).isEqualTo(crcOf("3366.1:7:3366.8:9:3366:6"));

        book.setBid(33661, 0);
        book.setBid(33660, 0);
        book.setBid(33661, 7);
        book.setAsk(33668, 9);
        book.setAsk(33680, 8);
        book.setAsk(33720, 8);
        book.commit(2);
        assertThat(new OkxChecksum().of(book)).isEqualTo(crcOf("3366.1:7:3366.8:9:3368:8:3372:8"));
    }

    @Test
    void anEmptyBookIsTheChecksumOfNoText() {
        assertThat(new OkxChecksum().of(L2Book.of(Instruments.of("0.1", "1")))).isEqualTo(crcOf(""));
    }

    @Test
    void decimalsAreThoseOfPlainText() {
        for (long seed = 1; seed <= 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            L2Book book = L2Book.of(Instruments.of("0.000000000001", "0.00000001"), 512);
            for (int i = 0; i < 40; i++) {
                long unit = random.nextBoolean() ? 1 : 1_000_000;
                book.setBid(random.nextLong(1, 1_000_000) * unit, random.nextLong(1, 1L << random.nextInt(1, 62)));
                book.setAsk(
                        1_000_000_000_000L + random.nextLong(1_000_000) * unit,
                        random.nextLong(1, 1L << random.nextInt(1, 62)));
            }
            book.commit(seed);
            assertThat(new OkxChecksum().of(book)).as("seed %d", seed).isEqualTo(crcOf(text(book)));
        }
    }

    private static String text(L2Book book) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            if (i < book.bidDepth()) {
                parts.add(plain(book.rawBid(i), 12) + ":" + plain(book.rawBidQuantity(i), 8));
            }
            if (i < book.askDepth()) {
                parts.add(plain(book.rawAsk(i), 12) + ":" + plain(book.rawAskQuantity(i), 8));
            }
        }
        return String.join(":", parts);
    }

    private static String plain(long raw, int scale) {
        return BigDecimal.valueOf(raw, scale).stripTrailingZeros().toPlainString();
    }
}
