package io.ttquant.core.journal;

import java.util.zip.CRC32C;

/**
 * The frame around each entry: three bytes of length, one byte that checks them, four bytes of CRC-32C over all heads and entries of the file so far, then the
 * entry. The chain of checksums finds an entry that is missing, twice there or at another place; the check of the length tells a file that ends inside an
 * entry, as it does when a machine stops, from one in whose middle a length was damaged.
 */
final class FrameCheck {
    /** Bytes before each entry. */
    static final int HEAD = 8;
    /** Bytes of the longest entry. */
    static final int LONGEST = (1 << 24) - 1;

    private static final int LENGTH_BYTES = 4;
    private static final int SPREAD = 0x9E3779B1;

    private final CRC32C chain = new CRC32C();
    private final byte[] head = new byte[LENGTH_BYTES];

    /** The first word of a frame: the length of its entry with its check. Never 0, so that zeros are no frame. */
    static int word(int length) {
        return length << 8 | check(length);
    }

    private static int check(int length) {
        return (((length + 1) * SPREAD) >>> 24) & 0xff;
    }

    /** The length that a first word says, or -1 if it was damaged. */
    static int length(int word) {
        int length = word >>> 8;
        return length > 0 && (word & 0xff) == check(length) ? length : -1;
    }

    /** The checksum of the file up to and with an entry. */
    int next(int word, byte[] bytes, int offset, int length) {
        for (int i = 0; i < LENGTH_BYTES; i++) {
            head[i] = (byte) (word >>> (Byte.SIZE * (LENGTH_BYTES - 1 - i)));
        }
        chain.update(head, 0, LENGTH_BYTES);
        chain.update(bytes, offset, length);
        return (int) chain.getValue();
    }
}
