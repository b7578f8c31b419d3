package io.ttquant.core.storage.schema;

import io.ttquant.api.market.InstrumentId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The number that stands for an instrument in every store: the first 48 bits of the SHA-256 of {@code venue:symbol}. It needs no question to the database before
 * a tick can be written, and is the same everywhere; that two of ten thousand instruments share one has a probability below 2 in 10 million, and the table
 * {@code instruments} would show it as a conflict.
 */
public final class InstrumentKey {
    private static final int BITS = 48;

    private InstrumentKey() {}

    /** The number of an instrument, 0 to 2<sup>48</sup> - 1. */
    public static long of(InstrumentId id) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(id.toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong() >>> (Long.SIZE - BITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256, but this one does not", e);
        }
    }
}
