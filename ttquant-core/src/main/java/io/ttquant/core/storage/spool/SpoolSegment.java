package io.ttquant.core.storage.spool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** A file of a spool: a header, then batches, each with its length and its check. */
public final class SpoolSegment {
    static final int HEADER_BYTES = 16;
    static final int FRAME_BYTES = 24;
    private static final byte[] MAGIC = "TTQSPOOL".getBytes(StandardCharsets.US_ASCII);

    private final SpoolDisk disk;
    private final String name;
    private final int schemaVersion;
    private long size;
    private int waiting;
    private boolean ended;

    SpoolSegment(SpoolDisk disk, String name, int schemaVersion) {
        this.disk = disk;
        this.name = name;
        this.schemaVersion = schemaVersion;
        this.size = HEADER_BYTES;
    }

    static ByteBuffer header(int schemaVersion) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putInt(schemaVersion);
        return header.putInt(check(header.array(), 0, header.position())).flip();
    }

    /** The version of the schema in a header; null if it is none. */
    static @Nullable Integer version(ByteBuffer header) {
        if (header.remaining() < HEADER_BYTES) {
            return null;
        }
        int version = header.getInt(MAGIC.length);
        return header(version).equals(header) ? version : null;
    }

    /** Length, entries, since when they wait, and the check of the batch; then a check of these. */
    static ByteBuffer frame(int length, int entries, long sinceMillis, int check) {
        ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES)
                .putInt(length)
                .putInt(entries)
                .putLong(sinceMillis)
                .putInt(check);
        return frame.putInt(check(frame.array(), 0, frame.position())).flip();
    }

    /** Where the batch of a frame is; null if the frame is torn. */
    @Nullable
    SpoolPlace place(ByteBuffer frame, long at) {
        if (frame.remaining() < FRAME_BYTES) {
            return null;
        }
        int length = frame.getInt();
        int entries = frame.getInt();
        long since = frame.getLong();
        int check = frame.getInt();
        boolean whole = length >= 0 && frame(length, entries, since, check).getInt(20) == frame.getInt();
        return whole ? new SpoolPlace(this, at + FRAME_BYTES, length, check, entries, since) : null;
    }

    /** Of what is left in a buffer, which stays as it is. */
    static int check(ByteBuffer bytes) {
        CRC32C check = new CRC32C();
        check.update(bytes.duplicate());
        return (int) check.getValue();
    }

    static int check(byte[] bytes, int from, int length) {
        CRC32C check = new CRC32C();
        check.update(bytes, from, length);
        return (int) check.getValue();
    }

    SpoolDisk disk() {
        return disk;
    }

    String name() {
        return name;
    }

    int schemaVersion() {
        return schemaVersion;
    }

    long size() {
        return size;
    }

    void grow(long bytes) {
        size += bytes;
    }

    /** A batch more stands in it that the database does not have. */
    void add() {
        waiting++;
    }

    /** The database has one of its batches. */
    void release() {
        waiting--;
    }

    /** Nothing more will be written to it. */
    void end() {
        ended = true;
    }

    boolean isWaiting() {
        return waiting > 0;
    }

    boolean isOfNoUse() {
        return ended && waiting == 0;
    }
}
