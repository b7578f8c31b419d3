package io.ttquant.exchanges.json;

import java.util.Arrays;

/** A string with escapes or characters outside ASCII: checked, and decoded to UTF-8. An escaped half of a surrogate pair becomes U+FFFD. */
final class EscapedText {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int START_SIZE = 64;

    byte[] bytes = new byte[START_SIZE];
    int length;
    /** Where decoding failed, and why. */
    int failedAt;

    String problem = "";

    private byte[] source = bytes;
    private int end;
    private int at;

    /** Decodes from after the opening quote. Returns where the closing quote is, or -1. */
    int decode(byte[] from, int start, int limit) {
        source = from;
        end = limit;
        at = start;
        length = 0;
        while (at < end) {
            byte b = source[at];
            if (b == '"') {
                return at;
            }
            boolean isRead = b == '\\' ? escape() : b < 0 ? character() : plain(b);
            if (!isRead) {
                return -1;
            }
        }
        failed("the message ends in a string", end);
        return -1;
    }

    private boolean plain(byte b) {
        if (b < ' ') {
            return failed("a control character in a string", at);
        }
        add(b);
        at++;
        return true;
    }

    private boolean escape() {
        if (at + 1 >= end) {
            return failed("the message ends in a string", end);
        }
        byte b = source[at + 1];
        if (b == 'u') {
            return unicode();
        }
        int meaning = "\"\\/bfnrt".indexOf(b);
        if (meaning < 0) {
            return failed("an escape that JSON does not have", at);
        }
        add((byte) "\"\\/\b\f\n\r\t".charAt(meaning));
        at += 2;
        return true;
    }

    private boolean unicode() {
        int unit = hex(at + 2);
        if (unit < 0) {
            return failed("\\u without four hexadecimal digits", at);
        }
        at += 6;
        if (Character.isHighSurrogate((char) unit) && at + 1 < end && source[at] == '\\' && source[at + 1] == 'u') {
            int low = hex(at + 2);
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                at += 6;
                addCodePoint(Character.toCodePoint((char) unit, (char) low));
                return true;
            }
        }
        addCodePoint(Character.isSurrogate((char) unit) ? REPLACEMENT : unit);
        return true;
    }

    private int hex(int from) {
        if (from + 4 > end) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = source[i] < 0 ? -1 : Character.digit(source[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = (value << 4) | digit;
        }
        return value;
    }

    /** A character of two to four bytes, in its shortest form, and no surrogate. */
    private boolean character() {
        int lead = source[at] & 0xff;
        int count = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (lead < 0xc2 || lead > 0xf4 || at + count > end) {
            return failed("a byte that is not UTF-8", at);
        }
        int point = lead & (0xff >> (count + 1));
        for (int i = 1; i < count; i++) {
            int b = source[at + i];
            if ((b & 0xc0) != 0x80) {
                return failed("a byte that is not UTF-8", at + i);
            }
            point = (point << 6) | (b & 0x3f);
        }
        boolean isLegal = count == 2
                || (count == 3 && point >= 0x800 && (point < 0xd800 || point > 0xdfff))
                || (count == 4 && point >= 0x10000 && point <= 0x10ffff);
        if (!isLegal) {
            return failed("a byte that is not UTF-8", at);
        }
        addCodePoint(point);
        at += count;
        return true;
    }

    private void addCodePoint(int point) {
        if (point < 0x80) {
            add((byte) point);
        } else if (point < 0x800) {
            add((byte) (0xc0 | (point >> 6)));
            addTail(point, 0);
        } else if (point < 0x10000) {
            add((byte) (0xe0 | (point >> 12)));
            addTail(point, 6);
        } else {
            add((byte) (0xf0 | (point >> 18)));
            addTail(point, 12);
        }
    }

    private void addTail(int point, int shift) {
        for (int s = shift; s >= 0; s -= 6) {
            add((byte) (0x80 | ((point >> s) & 0x3f)));
        }
    }

    private void add(byte b) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = b;
    }

    private boolean failed(String why, int where) {
        problem = why;
        failedAt = where;
        return false;
    }
}
