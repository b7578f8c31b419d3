package io.ttquant.exchanges.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A piece of a message that is expected as it is, compared eight bytes at once. */
public final class Literal {
    final long[] words;
    final long[] masks;
    final int length;

    private Literal(byte[] text) {
        length = text.length;
        int count = (length + EightBytes.COUNT - 1) / EightBytes.COUNT;
        words = new long[count];
        masks = new long[count];
        byte[] padded = Arrays.copyOf(text, count * EightBytes.COUNT);
        for (int i = 0; i < count; i++) {
            int from = i * EightBytes.COUNT;
            words[i] = EightBytes.at(padded, from);
            masks[i] = EightBytes.low(-1L, Math.min(EightBytes.COUNT, length - from));
        }
    }

    /** The UTF-8 bytes of a text, in which {@code '} stands for a quote. */
    public static Literal of(String text) {
        return new Literal(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    boolean isAt(byte[] bytes, int place) {
        for (int i = 0; i < words.length; i++) {
            long word = EightBytes.near(bytes, place + i * EightBytes.COUNT);
            if ((word & masks[i]) != words[i]) {
                return false;
            }
        }
        return true;
    }
}
