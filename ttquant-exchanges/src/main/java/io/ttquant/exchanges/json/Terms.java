package io.ttquant.exchanges.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The words of a venue for one kind of meaning. A word that is not in the table is never an error: it is the term of the meaning for unknown ones, with
 * its text.
 *
 * @param <E> the kind of meaning
 */
public final class Terms<E extends Enum<E>> {
    private final List<Term<E>> terms = new ArrayList<>();
    private final Names names;
    private final E unknown;
    private final Term<E> absent;

    private Terms(List<E> values, E unknown, E absent, Function<E, String> word) {
        this.unknown = unknown;
        this.absent = new Term<>(absent, "");
        for (E value : values) {
            if (value != unknown && value != absent) {
                terms.add(new Term<>(value, word.apply(value)));
            }
        }
        names = Names.of(terms.stream().map(Term::text).toArray(String[]::new));
    }

    /**
     * A table of all constants of a type.
     *
     * @param unknown what unknown words mean; it has no word itself
     * @param absent what it means that there is no word, null or an empty one; it may be {@code unknown}
     * @param word the venue's word for a constant
     */
    public static <E extends Enum<E>> Terms<E> of(E[] values, E unknown, E absent, Function<E, String> word) {
        return new Terms<>(List.of(values), unknown, absent, word);
    }

    /** The term of no word. */
    public Term<E> absent() {
        return absent;
    }

    /** The term of the text that a cursor stands at. */
    public Term<E> read(JsonCursor cursor) {
        cursor.token();
        return last(cursor);
    }

    /** The term of the text that a cursor read last. */
    Term<E> last(JsonCursor cursor) {
        int index = cursor.lastChoice(names);
        if (index >= 0) {
            return terms.get(index);
        }
        return cursor.isBlank() ? absent : new Term<>(unknown, cursor.lastText());
    }
}
