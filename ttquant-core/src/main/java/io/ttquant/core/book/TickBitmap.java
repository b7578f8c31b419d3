package io.ttquant.core.book;

import java.util.Arrays;

/** A set of slots with a summary of the words that are not empty, so that the next lower slot is found in a few steps. */
final class TickBitmap {
    private final long[] words;
    private final long[] summary;

    /** @param slots a multiple of 64 */
    TickBitmap(int slots) {
        words = new long[slots >> 6];
        summary = new long[(words.length + 63) >> 6];
    }

    void set(int slot) {
        int word = slot >> 6;
        words[word] |= 1L << slot;
        summary[word >> 6] |= 1L << word;
    }

    void clear(int slot) {
        int word = slot >> 6;
        long rest = words[word] & ~(1L << slot);
        words[word] = rest;
        if (rest == 0) {
            summary[word >> 6] &= ~(1L << word);
        }
    }

    /** The highest slot of the set below the given one; -1 if there is none. */
    int below(int slot) {
        int word = slot >> 6;
        long bits = words[word] & ((1L << slot) - 1);
        return bits != 0 ? highest(word, bits) : belowWord(word);
    }

    private int belowWord(int word) {
        int group = word >> 6;
        long bits = summary[group] & ((1L << word) - 1);
        while (bits == 0) {
            if (--group < 0) {
                return -1;
            }
            bits = summary[group];
        }
        int found = highest(group, bits);
        return highest(found, words[found]);
    }

    private static int highest(int word, long bits) {
        return (word << 6) + 63 - Long.numberOfLeadingZeros(bits);
    }

    /** The lowest slot of the set; -1 if it is empty. */
    int lowest() {
        for (int group = 0; group < summary.length; group++) {
            if (summary[group] != 0) {
                int word = (group << 6) + Long.numberOfTrailingZeros(summary[group]);
                return (word << 6) + Long.numberOfTrailingZeros(words[word]);
            }
        }
        return -1;
    }

    void clear() {
        Arrays.fill(words, 0);
        Arrays.fill(summary, 0);
    }

    /** Moves every slot by a multiple of 64, up or down; what leaves the range is lost. */
    void shift(int slots) {
        int by = slots >> 6;
        Shift.move(words, by);
        Arrays.fill(summary, 0);
        for (int word = 0; word < words.length; word++) {
            if (words[word] != 0) {
                summary[word >> 6] |= 1L << word;
            }
        }
    }
}
