package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.json.Fields;
import io.ttquant.exchanges.json.JsonCursor;
import io.ttquant.exchanges.json.JsonKind;

/** A frame taken apart: {@code {"arg":{…},"action",…,"data":[…]}}, an event, or an answer. */
final class OkxEnvelope {
    static final int ARGUMENT = 0;
    static final int DATA = 1;
    static final int ACTION = 2;
    static final int EVENT = 3;
    static final int CODE = 4;
    static final int MESSAGE = 5;
    static final int ID = 6;
    static final int OPERATION = 7;
    static final int CONNECTION = 8;
    static final int CHANNEL = 9;
    static final int EVENT_TYPE = 10;
    static final int PAGE = 11;
    static final int LAST_PAGE = 12;
    static final int IN_TIME = 13;
    static final int OUT_TIME = 14;

    static final int ARG_CHANNEL = 0;
    static final int ARG_INSTRUMENT = 1;
    static final int ARG_TYPE = 2;

    private static final byte[] PONG = {'p', 'o', 'n', 'g'};

    final JsonCursor cursor = new JsonCursor();
    final Fields fields = new Fields(
            "arg",
            "data",
            "action",
            "event",
            "code",
            "msg",
            "id",
            "op",
            "connId",
            "channel",
            "eventType",
            "curPage",
            "lastPage",
            "inTime",
            "outTime");
    final Fields argument = new Fields("channel", "instId", "instType");

    static boolean isPong(byte[] bytes, int offset, int length) {
        return length == PONG.length && java.util.Arrays.equals(bytes, offset, offset + length, PONG, 0, PONG.length);
    }

    /** Reads data where it stands, in the one pass over the frame, if it is known by then what it means. */
    interface DataReader {
        /** Reads the data and goes behind it; false, at any place, if it must be passed over now and read later. */
        boolean read();
    }

    /** Checks the whole frame and notes where its fields are. */
    void read(byte[] bytes, int offset, int length, DataReader reader) {
        cursor.over(bytes, offset, length);
        fields.begin(cursor);
        argument.clear();
        cursor.object();
        int field = fields.next(cursor);
        while (field != JsonCursor.END) {
            if (field >= 0) {
                fields.note(field, cursor);
            }
            if (field == ARGUMENT && cursor.kind() == JsonKind.OBJECT) {
                argument.read(cursor);
            } else if (field == DATA) {
                data(reader);
            } else {
                cursor.skip();
            }
            field = fields.next(cursor);
        }
        cursor.finish();
    }

    private void data(DataReader reader) {
        int start = cursor.mark();
        if (!argument.has(ARG_CHANNEL) || cursor.kind() != JsonKind.ARRAY || !reader.read()) {
            cursor.back(start).skip();
        }
    }

    boolean has(int field) {
        return fields.has(field);
    }

    JsonCursor at(int field) {
        return fields.at(cursor, field);
    }

    String text(int field) {
        return fields.text(cursor, field);
    }

    OkxEvent event() {
        boolean isCounted = !argument.has(ARG_CHANNEL);
        return new OkxEvent(
                text(EVENT),
                text(CODE),
                text(MESSAGE),
                isCounted ? text(CHANNEL) : argument.text(cursor, ARG_CHANNEL),
                argument.text(cursor, ARG_INSTRUMENT),
                argument.text(cursor, ARG_TYPE),
                text(ID),
                text(CONNECTION));
    }
}
