package io.ttquant.exchanges.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the fields of an object are: it is passed once, and then each field is read when it is known what it means. Fields that are not in the set are
 * passed over; of two with one name the last counts.
 */
public final class Fields {
    private final String[] names;
    private final Names known;
    /** Where a value is, plus 1; 0 if there is none. */
    private final int[] marks;
    /** Where a value ends that is plain, else 0; of no account where there is no mark. */
    private final int[] ends;
    /** What a field's text was last time: most say the same in message after message. */
    private final String[] texts;

    private int start;

    /**
     * Fields of these names, known by their place in them.
     *
     * @throws IllegalArgumentException if a name is there twice
     */
    public Fields(String... names) {
        this.names = names.clone();
        known = Names.of(names);
        marks = new int[names.length];
        ends = new int[names.length];
        texts = new String[names.length];
        Arrays.fill(texts, "");
    }

    /** The set of names. */
    public Names names() {
        return known;
    }

    /** Forgets where everything is. */
    public void clear() {
        Arrays.fill(marks, 0);
    }

    /** Forgets where everything is, as the object that the cursor stands at begins. */
    public void begin(JsonCursor cursor) {
        clear();
        start = cursor.mark();
    }

    /** Passes the object that the cursor stands at, noting where its fields are. */
    public void read(JsonCursor cursor) {
        begin(cursor);
        cursor.object();
        int field = next(cursor);
        while (field != JsonCursor.END) {
            if (field >= 0) {
                note(field, cursor);
            }
            cursor.skip();
            field = next(cursor);
        }
    }

    /**
     * Goes to the next field's value in an object, as {@link JsonCursor#field(Names)} does; but fields whose values are plain text, whole numbers and truths
     * may be noted and passed before.
     */
    public int next(JsonCursor cursor) {
        PlainFields.pass(cursor, known.keys, marks, ends);
        return cursor.field(known);
    }

    /** Notes that a field's value is where the cursor stands. */
    public void note(int field, JsonCursor cursor) {
        marks[field] = cursor.mark() + 1;
        ends[field] = 0;
    }

    /** Whether a field is there. */
    public boolean has(int field) {
        return marks[field] != 0;
    }

    /**
     * Stands at a field's value.
     *
     * @throws JsonException if there is none
     */
    public JsonCursor at(JsonCursor cursor, int field) {
        if (marks[field] == 0) {
            throw cursor.failure("the field '" + names[field] + "' is missing in the object", start);
        }
        return cursor.back(marks[field] - 1);
    }

    /** Reads a field's value as text, to be looked at by what the cursor says of the last text. */
    public JsonCursor read(JsonCursor cursor, int field) {
        at(cursor, field);
        if (ends[field] > 0) {
            cursor.plain(ends[field]);
        } else {
            cursor.token();
        }
        return cursor;
    }

    /** The number of a field's text in a set, or {@link JsonCursor#OTHER}. */
    public int choice(JsonCursor cursor, int field, Names names) {
        return read(cursor, field).lastChoice(names);
    }

    /** What is under a field's text in a table, or null if nothing is. */
    public <T> @Nullable T symbol(JsonCursor cursor, int field, SymbolTable<T> table) {
        return read(cursor, field).lastSymbol(table);
    }

    /** A field's text; empty if there is none. */
    public String text(JsonCursor cursor, int field) {
        if (!has(field)) {
            return "";
        }
        read(cursor, field);
        if (cursor.isBlank()) {
            return "";
        }
        if (!cursor.isLastText(texts[field])) {
            texts[field] = cursor.lastText();
        }
        return texts[field];
    }

    /** A field's whole number, or a substitute if there is none. */
    public long integerOr(JsonCursor cursor, int field, long substitute) {
        return has(field) ? at(cursor, field).integerOr(substitute) : substitute;
    }

    /** A field's time in epoch nanoseconds; 0 if there is none. */
    public long timeOrZero(JsonCursor cursor, int field) {
        return has(field) ? at(cursor, field).timeOrZero() : 0;
    }

    /** A field's decimal; null if there is none. */
    public @Nullable BigDecimal big(JsonCursor cursor, int field) {
        return has(field) ? read(cursor, field).lastBig(marks[field] - 1) : null;
    }

    /** A field's decimal; 0 if there is none. */
    public BigDecimal bigOrZero(JsonCursor cursor, int field) {
        BigDecimal value = big(cursor, field);
        return value == null ? BigDecimal.ZERO : value;
    }

    /**
     * A field's decimal where a missing one must not be taken for zero: a fill, a balance, a position.
     *
     * @throws JsonException if there is none, or if it is null or empty
     */
    public BigDecimal amount(JsonCursor cursor, int field) {
        // Told as missing where it is.
        at(cursor, field);
        BigDecimal value = big(cursor, field);
        if (value == null) {
            throw cursor.failure("the field '" + names[field] + "' has no value in the object", start);
        }
        return value;
    }

    /** A field's truth; false if there is none. */
    public boolean truth(JsonCursor cursor, int field) {
        return has(field) && read(cursor, field).lastTruth(marks[field] - 1);
    }

    /** A field's word; the term for none if there is none. */
    public <E extends Enum<E>> Term<E> term(JsonCursor cursor, int field, Terms<E> terms) {
        return has(field) ? terms.last(read(cursor, field)) : terms.absent();
    }

    /**
     * Makes something of each object in a field's array; nothing if there is no such field.
     *
     * @param element is made to hold the fields of each object in turn
     * @param made makes it of them
     */
    public <T> List<T> each(JsonCursor cursor, int field, Fields element, Function<JsonCursor, T> made) {
        List<T> all = new ArrayList<>();
        if (has(field) && at(cursor, field).kind() != JsonKind.NULL) {
            cursor.array();
            while (cursor.element()) {
                element.read(cursor);
                int end = cursor.place();
                all.add(made.apply(cursor));
                cursor.back(end);
            }
        }
        return all;
    }
}
