package io.ttquant.core.storage.spool;

import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.schema.Schema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Batches that the database does not take yet, in files. What was {@linkplain #force() forced} survives the end of the process and of the machine. A batch that does
 * not agree with its check is never given out. Locked by itself: one thread writes, another reads and releases.
 */
public final class Spool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final String RESERVE = "reserve";
    private static final long SEGMENT_BYTES = 32L << 20;

    private final List<SpoolDisk> disks;
    private final Schema schema;
    private final long limitBytes;
    private final int reserveBytes;
    private final BatchBytes encoder;
    private final List<SpoolPlace> recovered;
    private long sequence;
    /** Not behind the lock, which is held while the disk is forced: whoever looks must not wait for a disk that stands still. */
    private final AtomicLong bytes = new AtomicLong();

    private @Nullable SpoolSegment segment;
    private @Nullable SpoolFile file;
    private boolean reserved;
    private boolean closed;

    private Spool(List<SpoolDisk> disks, Schema schema, long limitBytes, int reserveBytes, SpoolRecovery found) {
        this.disks = List.copyOf(disks);
        this.schema = schema;
        this.limitBytes = limitBytes;
        this.reserveBytes = reserveBytes;
        encoder = new BatchBytes(schema);
        recovered = found.places();
        sequence = found.lastSequence();
        bytes.set(found.bytes());
    }

    /**
     * Opens it, and looks for what was left behind.
     *
     * @param disks where earlier batches may stand; the first is written to
     * @param limitBytes how much it may hold
     * @param reserveBytes how much of the disk is kept free for when it is full
     * @throws IOException if a disk cannot be read, or the reserve cannot be taken though nothing was left behind
     * @throws IllegalStateException if newer code has left batches behind
     */
    public static Spool open(List<SpoolDisk> disks, Schema schema, long limitBytes, int reserveBytes)
            throws IOException {
        SpoolRecovery found = SpoolRecovery.of(disks, schema);
        Spool spool = new Spool(disks, schema, limitBytes, reserveBytes, found);
        try {
            spool.reserve();
        } catch (IOException e) {
            if (spool.recovered.isEmpty()) {
                throw e;
            }
            // What stands there is what fills the disk; it has to get out, and then there is room.
            LOG.warn(
                    "no reserve could be taken in the spool folder {} before it is emptied",
                    disks.get(0).name(),
                    e);
        }
        return spool;
    }

    /** What was left behind, the oldest first. */
    public List<SpoolPlace> recovered() {
        return recovered;
    }

    /** How much it holds on disk, in bytes. Safe from any thread. */
    public long bytes() {
        return bytes.get();
    }

    /** How much it may hold, in bytes. */
    public long limitBytes() {
        return limitBytes;
    }

    /** Whether it holds as much as it may. */
    public boolean isFull() {
        return bytes.get() >= limitBytes;
    }

    /**
     * Writes a batch. It is safe only after {@link #force()}.
     *
     * @throws IOException if it could not be written; it must be written again then, and so must all that was written since the last force
     */
    public synchronized SpoolPlace append(Batch batch, int entries, long sinceMillis) throws IOException {
        ByteBuffer payload = encoder.encode(batch);
        int length = payload.remaining();
        int check = SpoolSegment.check(payload);
        try {
            SpoolSegment into = segment();
            SpoolPlace place =
                    new SpoolPlace(into, into.size() + SpoolSegment.FRAME_BYTES, length, check, entries, sinceMillis);
            write(into, SpoolSegment.frame(length, entries, sinceMillis, check), payload);
            return place;
        } catch (IOException e) {
            abandon();
            giveReserve();
            throw e;
        }
    }

    private void write(SpoolSegment into, ByteBuffer frame, ByteBuffer payload) throws IOException {
        SpoolFile out = file;
        if (out == null) {
            throw new IllegalStateException("a segment is open, so its file must be too");
        }
        int length = frame.remaining() + payload.remaining();
        out.append(frame);
        out.append(payload);
        into.grow(length);
        into.add();
        bytes.addAndGet(length);
    }

    private SpoolSegment segment() throws IOException {
        SpoolSegment open = segment;
        if (open != null && open.size() < SEGMENT_BYTES) {
            return open;
        }
        if (open != null) {
            force();
            endSegment();
        }
        SpoolSegment made = new SpoolSegment(disks.get(0), name(++sequence), schema.version());
        SpoolFile out = made.disk().create(made.name());
        file = out;
        segment = made;
        bytes.addAndGet(SpoolSegment.HEADER_BYTES);
        out.append(SpoolSegment.header(schema.version()));
        return made;
    }

    static String name(long sequence) {
        return String.format(Locale.ROOT, "%016d.spool", sequence);
    }

    /**
     * Forces what was written to the disk.
     *
     * @throws IOException if that failed: all that was written since the last time must be written again
     */
    public synchronized void force() throws IOException {
        try {
            if (file != null) {
                file.force();
            }
        } catch (IOException e) {
            abandon();
            // Some file systems find out only now that the disk is full.
            giveReserve();
            throw e;
        }
    }

    /** A file whose state is not known is never written again: what a failed force leaves in memory cannot be trusted. */
    private void abandon() {
        SpoolSegment failed = segment;
        endSegment();
        if (failed != null) {
            dropIfOfNoUse(failed);
        }
    }

    private void endSegment() {
        SpoolFile open = file;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.warn("a spool file could not be closed", e);
            }
        }
        if (segment != null) {
            segment.end();
        }
        file = null;
        segment = null;
    }

    /**
     * Reads a batch back.
     *
     * @throws IOException if it cannot be read, or is not what was written
     */
    public Batch read(SpoolPlace place) throws IOException {
        byte[] payload = new byte[place.length()];
        ByteBuffer in = ByteBuffer.wrap(payload);
        SpoolSegment from = place.file();
        from.disk().read(from.name(), place.from(), in);
        if (in.remaining() != place.length() || SpoolSegment.check(payload, 0, payload.length) != place.check()) {
            throw new IOException("the batch at byte " + place.from() + " of spool file " + from.name() + " in "
                    + from.disk().name() + " is damaged");
        }
        return BatchBytes.decode(in, schema.at(from.schemaVersion()), schema);
    }

    /** Forgets a batch that the database has, or that was written again elsewhere. */
    public synchronized void release(SpoolPlace place) {
        if (closed) {
            // Others may have found the file meanwhile; they will write the batch again, which does no harm.
            return;
        }
        SpoolSegment from = place.file();
        from.release();
        dropIfOfNoUse(from);
    }

    /** Ends the file that is open if all its batches were released, so that an idle spool holds nothing. */
    public synchronized void trim() {
        SpoolSegment open = segment;
        if (open != null && !open.isWaiting()) {
            endSegment();
            dropIfOfNoUse(open);
            reserveAgain();
        }
    }

    private void dropIfOfNoUse(SpoolSegment old) {
        if (!old.isOfNoUse()) {
            return;
        }
        try {
            old.disk().delete(old.name());
            bytes.addAndGet(-old.size());
        } catch (IOException e) {
            LOG.warn(
                    "the spool file {} in {} is of no more use, but cannot be deleted",
                    old.name(),
                    old.disk().name(),
                    e);
        }
    }

    private void reserve() throws IOException {
        SpoolDisk disk = disks.get(0);
        if (reserveBytes == 0) {
            return;
        }
        if (disk.list().contains(RESERVE)) {
            disk.delete(RESERVE);
        }
        try {
            try (SpoolFile zeros = disk.create(RESERVE)) {
                zeros.append(ByteBuffer.allocate(reserveBytes));
                zeros.force();
            }
            reserved = true;
        } finally {
            if (!reserved) {
                // A part of it would take room and never be given.
                disk.delete(RESERVE);
            }
        }
    }

    private void reserveAgain() {
        if (!reserved) {
            try {
                reserve();
            } catch (IOException e) {
                LOG.warn(
                        "no reserve could be taken in the spool folder {}",
                        disks.get(0).name(),
                        e);
            }
        }
    }

    /** What could not be written may have room the next time. */
    private void giveReserve() {
        if (!reserved) {
            return;
        }
        reserved = false;
        try {
            disks.get(0).delete(RESERVE);
        } catch (IOException e) {
            LOG.warn(
                    "the reserve of the spool folder {} cannot be deleted",
                    disks.get(0).name(),
                    e);
        }
    }

    /** Closes its files; what they hold is found again. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        SpoolSegment open = segment;
        endSegment();
        if (open != null) {
            dropIfOfNoUse(open);
        }
        giveReserve();
        closed = true;
        disks.forEach(SpoolDisk::close);
    }
}
