package io.ttquant.core.storage.postgresql;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Rows in the binary format of {@code COPY}: a header, for each row the number of its fields, for each field its length and bytes, all most significant byte
 * first (PostgreSQL documentation, "COPY", "Binary Format"). Fields are given in the order of the columns. For one thread; used again for the next batch.
 */
final class CopyRows {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int NONE = -1;
    private static final int LARGEST = Integer.MAX_VALUE - 16;

    private byte[] bytes = new byte[1 << 16];
    private int size;

    CopyRows() {
        begin();
    }

    /** Forgets all rows and starts with the header. */
    void begin() {
        size = 0;
        // Flags and the length of an extension, both 0.
        room(SIGNATURE.length + 2 * Integer.BYTES);
        System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
        Arrays.fill(bytes, SIGNATURE.length, SIGNATURE.length + 2 * Integer.BYTES, (byte) 0);
        size = SIGNATURE.length + 2 * Integer.BYTES;
    }

    /** Forgets the bytes so far, which were sent; rows go on without another header. */
    void clear() {
        size = 0;
    }

    /** Starts a row. */
    void row(int fields) {
        room(Short.BYTES);
        putShort(fields);
    }

    void nothing() {
        room(Integer.BYTES);
        putInt(NONE);
    }

    /** A {@code smallint}. */
    void small(int value) {
        room(Integer.BYTES + Short.BYTES);
        putInt(Short.BYTES);
        putShort(value);
    }

    /** A {@code bigint}. */
    void whole(long value) {
        room(Integer.BYTES + Long.BYTES);
        INT.set(bytes, size, Long.BYTES);
        LONG.set(bytes, size + Integer.BYTES, value);
        size += Integer.BYTES + Long.BYTES;
    }

    /** A {@code double precision}. */
    void real(double value) {
        whole(Double.doubleToRawLongBits(value));
    }

    /** A {@code text}. It cannot hold the character of code 0, which is kept as U+FFFD, the sign for what cannot be shown. */
    void text(String value) {
        byte[] encoded = value.replace('\0', '\ufffd').getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + encoded.length);
        putInt(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    /**
     * A {@code numeric}, given in plain digits such as {@code -12.5}.
     *
     * @throws IllegalArgumentException if it is no plain decimal, or has more digits than the database takes
     */
    void decimal(String plain) {
        NumericDigits digits = NumericDigits.of(plain);
        int groups = digits.groups();
        room(Integer.BYTES + (4 + groups) * Short.BYTES);
        putInt((4 + groups) * Short.BYTES);
        putShort(groups);
        putShort(digits.weight());
        putShort(digits.sign());
        putShort(digits.scale());
        for (int i = 0; i < groups; i++) {
            putShort(digits.group(i));
        }
    }

    /** Ends the rows. */
    void end() {
        room(Short.BYTES);
        putShort(NONE);
    }

    /** The bytes, of which the first {@link #size} count. */
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    private void putShort(int value) {
        SHORT.set(bytes, size, (short) value);
        size += Short.BYTES;
    }

    private void putInt(int value) {
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    private void room(int more) {
        if (more > bytes.length - size) {
            if (more > LARGEST - size) {
                throw new IllegalStateException("a batch of more than 2 GB cannot be copied; make batches smaller");
            }
            long doubled = Math.max(2L * bytes.length, (long) size + more);
            bytes = Arrays.copyOf(bytes, (int) Math.min(doubled, LARGEST));
        }
    }
}
