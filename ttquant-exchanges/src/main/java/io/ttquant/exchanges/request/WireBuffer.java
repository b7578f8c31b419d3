package io.ttquant.exchanges.request;

import java.util.Arrays;

/** A reused buffer of bytes that grows: text, numbers, decimals, percent-encoded and JSON values are written at its end. */
public final class WireBuffer {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] bytes = new byte[512];
    private int length;

    /** An empty one. */
    public WireBuffer() {}

    /** Empties it. */
    public WireBuffer clear() {
        length = 0;
        return this;
    }

    /** Bytes written. */
    public int length() {
        return length;
    }

    /** The bytes themselves, valid up to {@link #length()} and until the next write. */
    public byte[] array() {
        return bytes;
    }

    /** A copy of what was written. */
    public byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    /** A copy of what was written from {@code from} on. */
    public byte[] copyFrom(int from) {
        return Arrays.copyOfRange(bytes, from, length);
    }

    /** What was written, read as Latin-1; callers write ASCII. */
    @SuppressWarnings("deprecation") // The fast constructor, exact for ASCII.
    public String ascii(int from, int to) {
        return new String(bytes, 0, from, to - from);
    }

    /** A byte. */
    public WireBuffer put(char ascii) {
        ensure(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** Text in UTF-8, as it is. */
    public WireBuffer put(String text) {
        int n = text.length();
        ensure(n);
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length = at;
                Utf8.put(this, text, i);
                return this;
            }
            to[at++] = (byte) c;
        }
        length = at;
        return this;
    }

    /** Bytes as they are. */
    public WireBuffer put(byte[] source, int from, int to) {
        ensure(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
        return this;
    }

    /** A whole number. */
    public WireBuffer put(long value) {
        if (value < 0) {
            return put(Long.toString(value));
        }
        int digits = digits(value);
        ensure(digits);
        long rest = value;
        for (int i = length + digits - 1; i >= length; i--) {
            long next = rest / 10;
            bytes[i] = (byte) ('0' + (rest - next * 10));
            rest = next;
        }
        length += digits;
        return this;
    }

    /** A decimal in plain notation without trailing zeros: raw 300050 at scale 1 is {@code 30005}. */
    public WireBuffer decimal(long raw, int scale) {
        return Digits.decimal(this, raw, scale);
    }

    /** A value of a query or form, percent-encoded in UTF-8; unreserved characters of RFC 3986 stay. */
    public WireBuffer percent(String value) {
        int start = length;
        put(value);
        return percentFrom(start);
    }

    /** Percent-encodes what was written from {@code start} on. */
    WireBuffer percentFrom(int start) {
        int extra = 0;
        for (int i = start; i < length; i++) {
            extra += isUnreserved(bytes[i]) ? 0 : 2;
        }
        if (extra == 0) {
            return this;
        }
        ensure(extra);
        int to = length + extra;
        length = to;
        for (int i = to - extra - 1; extra > 0; i--) {
            byte b = bytes[i];
            if (isUnreserved(b)) {
                bytes[--to] = b;
                continue;
            }
            extra -= 2;
            bytes[--to] = upperHex(b & 15);
            bytes[--to] = upperHex((b >> 4) & 15);
            bytes[--to] = '%';
        }
        return this;
    }

    /** A JSON string with its quotes. */
    public WireBuffer json(String value) {
        put('"');
        int start = length;
        put(value);
        for (int i = start; i < length; i++) {
            if (bytes[i] == '"' || bytes[i] == '\\' || (bytes[i] >= 0 && bytes[i] < ' ')) {
                length = start;
                JsonEscapes.put(this, value);
                break;
            }
        }
        return put('"');
    }

    /** Bytes in lower-case hexadecimal. */
    public WireBuffer hex(byte[] source, int count) {
        ensure(2 * count);
        for (int i = 0; i < count; i++) {
            bytes[length++] = HEX[(source[i] >> 4) & 15];
            bytes[length++] = HEX[source[i] & 15];
        }
        return this;
    }

    /** Overwrites all of it, where a secret was written, and empties it. */
    public void wipe() {
        Arrays.fill(bytes, (byte) 0);
        length = 0;
    }

    private static boolean isUnreserved(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '-'
                || b == '.'
                || b == '_'
                || b == '~';
    }

    private static byte upperHex(int nibble) {
        return (byte) (nibble < 10 ? '0' + nibble : 'A' + nibble - 10);
    }

    private static int digits(long value) {
        int digits = 1;
        for (long bound = 10; digits < 19 && value >= bound; bound *= 10) {
            digits++;
        }
        return digits;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
