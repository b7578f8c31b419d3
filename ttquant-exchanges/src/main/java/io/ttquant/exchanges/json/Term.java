package io.ttquant.exchanges.json;

/**
 * A word of a venue: what it means here, and as the venue wrote it. A word that is not known keeps its text.
 *
 * @param value the meaning
 * @param text the venue's word, empty if it sent none
 * @param <E> the kind of meaning
 */
public record Term<E extends Enum<E>>(E value, String text) {
    /** Whether it means this. */
    public boolean is(E other) {
        return value == other;
    }

    @Override
    public String toString() {
        return text;
    }
}
