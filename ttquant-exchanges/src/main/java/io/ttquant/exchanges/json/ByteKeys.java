package io.ttquant.exchanges.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Texts found by their UTF-8 bytes. The key of a text of up to eight bytes is those bytes, the first lowest, so that it is known by key and length alone;
 * that of a longer one mixes its first and last eight.
 */
final class ByteKeys {
    private static final int KEY_BYTES = 8;
    private static final int LEAST_SLOTS = 8;
    private static final long MIX = 0xD6E8FEB86659FD93L;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final int LETTERS = 256;
    /** What is no text of plain characters. */
    static final int NOT_PLAIN = -3;

    private final byte[][] texts;
    /** Index of a text plus 1, or 0. */
    private final int[] slots;
    /** The key of the text of a slot. */
    private final long[] keys;
    /** Index of the text of one plain character of ASCII, or -1; {@link #NOT_PLAIN} for other bytes. */
    private final int[] letters = new int[LETTERS];

    private final int shift;

    ByteKeys(List<String> names) {
        texts = new byte[names.size()][];
        int size = Math.max(LEAST_SLOTS, Integer.highestOneBit(Math.max(1, names.size())) * 4);
        slots = new int[size];
        keys = new long[size];
        Arrays.setAll(letters, b -> b >= ' ' && b < 0x80 && b != '"' && b != '\\' ? -1 : NOT_PLAIN);
        shift = Long.SIZE - Integer.numberOfTrailingZeros(size);
        for (int i = 0; i < names.size(); i++) {
            byte[] text = names.get(i).getBytes(StandardCharsets.UTF_8);
            if (find(text, 0, text.length) >= 0) {
                throw new IllegalArgumentException("'" + names.get(i) + "' is there twice: give each text once");
            }
            texts[i] = text;
            long key = key(text, 0, text.length);
            int slot = free(key);
            slots[slot] = i + 1;
            keys[slot] = key;
            if (text.length == 1 && letters[text[0] & 0xff] == -1) {
                letters[text[0] & 0xff] = i;
            }
        }
    }

    int find(byte[] bytes, int from, int to) {
        return find(key(bytes, from, to), bytes, from, to);
    }

    /** The index of a text whose key is known, or -1. */
    int find(long key, byte[] bytes, int from, int to) {
        int slot = start(key);
        int found = slots[slot];
        while (found != 0) {
            if (keys[slot] == key && isText(texts[found - 1], bytes, from, to)) {
                return found - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
            found = slots[slot];
        }
        return -1;
    }

    /** The index of the text of one plain character of ASCII, or -1; {@link #NOT_PLAIN} of other bytes. */
    int letter(int character) {
        return letters[character];
    }

    private static boolean isText(byte[] text, byte[] bytes, int from, int to) {
        return text.length == to - from
                && (text.length <= KEY_BYTES || Arrays.equals(text, 0, text.length, bytes, from, to));
    }

    private int free(long key) {
        int slot = start(key);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private int start(long key) {
        return (int) ((key * SPREAD) >>> shift);
    }

    static long key(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > KEY_BYTES) {
            return EightBytes.at(bytes, from) ^ (EightBytes.at(bytes, to - KEY_BYTES) * MIX);
        }
        if (from + KEY_BYTES <= bytes.length) {
            return EightBytes.low(EightBytes.at(bytes, from), length);
        }
        long key = 0;
        for (int i = to - 1; i >= from; i--) {
            key = (key << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return key;
    }
}
