package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.json.Fields;
import io.ttquant.exchanges.json.JsonCursor;
import io.ttquant.exchanges.json.JsonKind;
import io.ttquant.exchanges.json.Names;
import io.ttquant.exchanges.json.SymbolTable;
import org.jspecify.annotations.Nullable;

/**
 * A frame taken apart: an event by itself, or in a combined stream ({@code {"stream","data"}}), or in a subscription of a user's data on the WebSocket API
 * ({@code {"subscriptionId","event"}}), or an answer. The fields of the event are noted beside those of the wrapper, whose names are not among them.
 */
final class BinanceEnvelope {
    static final int STREAM = 0;
    static final int DATA = 1;
    static final int EVENT = 2;
    static final int SUBSCRIPTION = 3;
    static final int RESULT = 4;
    static final int ID = 5;
    static final int STATUS = 6;
    static final int ERROR = 7;
    static final int CODE = 8;
    static final int MESSAGE = 9;
    /** The first number that is free for an event's own fields. */
    static final int OWN = 10;

    private static final String[] WRAPPER = {
        "stream", "data", "event", "subscriptionId", "result", "id", "status", "error", "code", "msg"
    };

    /** Reads a value where it stands, in the one pass over the frame, if it is known by then what it means. */
    interface ValueReader {
        /** Reads the value of a field and goes behind it; false, with the cursor where it was, if it must be read later. */
        boolean read(int field);
    }

    private static final ValueReader LATER = field -> false;

    final JsonCursor cursor = new JsonCursor();
    final Fields fields;
    private boolean isList;
    private int root;
    private ValueReader reader = LATER;

    BinanceEnvelope(String... own) {
        String[] names = new String[WRAPPER.length + own.length];
        System.arraycopy(WRAPPER, 0, names, 0, WRAPPER.length);
        System.arraycopy(own, 0, names, WRAPPER.length, own.length);
        fields = new Fields(names);
    }

    /** Sets who may read values in the one pass. */
    void readingBy(ValueReader now) {
        reader = now;
    }

    /** Checks the whole frame and notes where its fields are. */
    void read(byte[] bytes, int offset, int length) {
        cursor.over(bytes, offset, length);
        fields.begin(cursor);
        root = cursor.mark();
        isList = cursor.kind() == JsonKind.ARRAY;
        if (isList) {
            fields.note(DATA, cursor);
            cursor.skip();
        } else {
            object(true);
        }
        cursor.finish();
    }

    private void object(boolean mayWrap) {
        cursor.object();
        int field = fields.next(cursor);
        while (field != JsonCursor.END) {
            if (field >= 0) {
                fields.note(field, cursor);
            }
            if (mayWrap && (field == DATA || field == EVENT) && cursor.kind() == JsonKind.OBJECT) {
                object(false);
            } else {
                isList |= mayWrap && field == DATA && cursor.kind() == JsonKind.ARRAY;
                value(field);
            }
            field = fields.next(cursor);
        }
    }

    private void value(int field) {
        if (field < 0 || !reader.read(field)) {
            cursor.skip();
        }
    }

    /** Whether it is a list of events, which begins at {@link #DATA}. */
    boolean isList() {
        return isList;
    }

    /** Notes the fields of the event that the cursor stands at, one of a list. */
    void element() {
        fields.begin(cursor);
        object(false);
    }

    boolean has(int field) {
        return fields.has(field);
    }

    JsonCursor at(int field) {
        return fields.at(cursor, field);
    }

    int choice(int field, Names names) {
        return fields.choice(cursor, field, names);
    }

    <T> @Nullable T symbol(int field, SymbolTable<T> table) {
        return fields.symbol(cursor, field, table);
    }

    /** Stands at the event, wherever it is wrapped. */
    JsonCursor event() {
        if (has(EVENT) && at(EVENT).kind() == JsonKind.OBJECT) {
            return at(EVENT);
        }
        return has(DATA) ? at(DATA) : cursor.back(root);
    }

    /** Whether it answers a request, well or badly. */
    boolean isAnswer() {
        return has(RESULT) || has(ERROR) || (has(ID) && (has(STATUS) || has(CODE))) || (has(CODE) && has(MESSAGE));
    }
}
