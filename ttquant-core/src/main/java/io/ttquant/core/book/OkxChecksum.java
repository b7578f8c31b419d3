package io.ttquant.core.book;

import io.ttquant.api.money.FixedPoint;
import java.util.zip.CRC32;

/**
 * OKX's checksum: the best 25 bids and asks in turn as {@code bidPrice:bidQuantity:askPrice:askQuantity:…}, a missing side left out, as CRC32.
 * The venue's decimals have no trailing zeros, so they are made from the raw values.
 */
final class OkxChecksum {
    private static final int LEVELS = 25;
    // Twice 25 levels of two decimals with at most 19 digits, a point, a leading zero and a colon.
    private static final int MAX_BYTES = LEVELS * 2 * 2 * 22;

    private final CRC32 crc = new CRC32();
    private final byte[] text = new byte[MAX_BYTES];
    private int length;

    /** The checksum as the venue writes it, a signed 32-bit number. */
    int of(L2Book book) {
        int priceScale = book.instrument().priceScale();
        int quantityScale = book.instrument().quantityScale();
        length = 0;
        for (int level = 0; level < LEVELS; level++) {
            put(book.bids(), level, priceScale, quantityScale);
            put(book.asks(), level, priceScale, quantityScale);
        }
        crc.reset();
        crc.update(text, 0, Math.max(0, length - 1));
        return (int) crc.getValue();
    }

    private void put(BookSide side, int level, int priceScale, int quantityScale) {
        if (level < side.depth()) {
            put(side.rawPrice(level), priceScale);
            put(side.rawQuantity(level), quantityScale);
        }
    }

    private void put(long raw, int scale) {
        long unit = FixedPoint.pow10(scale);
        digits(raw / unit);
        long fraction = raw % unit;
        if (fraction != 0) {
            text[length++] = '.';
        }
        while (fraction != 0) {
            unit /= 10;
            text[length++] = (byte) ('0' + fraction / unit);
            fraction %= unit;
        }
        text[length++] = ':';
    }

    private void digits(long value) {
        int count = 1;
        for (long rest = value / 10; rest != 0; rest /= 10) {
            count++;
        }
        for (int at = length + count - 1; at >= length; at--) {
            text[at] = (byte) ('0' + value % 10);
            value /= 10;
        }
        length += count;
    }
}
