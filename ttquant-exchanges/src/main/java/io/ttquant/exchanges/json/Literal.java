package io.ttquant.exchanges.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A piece of a message that is expected as it is, of up to 24 bytes, compared eight at once. A record, since the
 * compiler trusts that its parts never change.
 *
 * @param length bytes of it
 * @param first the first eight bytes, the first lowest
 * @param firstMask which bits of them count
 * @param second the next eight
 * @param secondMask which bits of them count
 * @param third the last eight
 * @param thirdMask which bits of them count
 */
public record Literal(
        int length, long first, long firstMask, long second, long secondMask, long third, long thirdMask) {
    private static final int MOST = 3 * EightBytes.COUNT;

    /**
     * The UTF-8 bytes of a text, in which {@code '} stands for a quote.
     *
     * @throws IllegalArgumentException if it is longer than 24 bytes
     */
    public static Literal of(String text) {
        byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST) {
            throw new IllegalArgumentException("'" + text + "' is longer than " + MOST + " bytes: expect it in pieces");
        }
        byte[] padded = Arrays.copyOf(bytes, MOST);
        return new Literal(
                bytes.length,
                EightBytes.at(padded, 0),
                mask(bytes.length),
                EightBytes.at(padded, EightBytes.COUNT),
                mask(bytes.length - EightBytes.COUNT),
                EightBytes.at(padded, 2 * EightBytes.COUNT),
                mask(bytes.length - 2 * EightBytes.COUNT));
    }

    private static long mask(int count) {
        return EightBytes.low(-1L, Math.max(0, Math.min(EightBytes.COUNT, count)));
    }

    boolean isAt(byte[] bytes, int place) {
        return (EightBytes.near(bytes, place) & firstMask) == first
                && (secondMask == 0 || (EightBytes.near(bytes, place + EightBytes.COUNT) & secondMask) == second)
                && (thirdMask == 0 || (EightBytes.near(bytes, place + 2 * EightBytes.COUNT) & thirdMask) == third);
    }
}
