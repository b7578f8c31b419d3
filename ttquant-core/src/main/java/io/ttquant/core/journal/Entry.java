package io.ttquant.core.journal;

import java.util.Arrays;
import java.util.List;

/**
 * An entry of a journal.
 *
 * @param kind what it tells of
 * @param depth how many entries it lies inside of: what an input brings about is one deeper
 * @param nanos the engine's clock when it was written, epoch nanoseconds
 * @param offset where its frame begins in the file, bytes
 * @param body its fields as they are in the file
 * @param values its fields
 */
@SuppressWarnings("ArrayRecordComponent") // Entries are never compared as wholes, and none gives its body away.
record Entry(EntryKind kind, int depth, long nanos, long offset, byte[] body, List<Object> values) {
    static Entry read(byte[] bytes, long offset, long lastNanos, Instruments instruments) {
        FrameInput in = new FrameInput(bytes, instruments);
        int number = in.octet();
        EntryKind kind = EntryKind.of(number);
        if (kind == null) {
            throw new JournalException("it is of kind " + number + ", which this version does not have");
        }
        int depth = in.octet();
        long nanos = lastNanos + in.number();
        byte[] body = Arrays.copyOfRange(bytes, in.position(), bytes.length);
        in.clock(nanos);
        List<Object> values =
                kind.fields().stream().map(field -> field.read(in)).toList();
        if (in.hasMore()) {
            throw new JournalException("a " + kind + " has more bytes than its fields");
        }
        return new Entry(kind, depth, nanos, offset, body, values);
    }

    boolean isInput() {
        return kind.role() == EntryKind.Role.INPUT;
    }

    /** True if an engine that is replayed did exactly this. */
    boolean isSame(EntryKind its, int itsDepth, long itsNanos, byte[] itsBody) {
        return kind == its && depth == itsDepth && nanos == itsNanos && Arrays.equals(body, itsBody);
    }

    long number(int field) {
        return (Long) values.get(field);
    }

    String text(int field) {
        return (String) values.get(field);
    }

    boolean flag(int field) {
        return (Boolean) values.get(field);
    }
}
