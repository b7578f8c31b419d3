package io.ttquant.core.storage.spool;

import io.ttquant.core.storage.schema.Schema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier process left in spool folders.
 *
 * @param places whole batches, folder by folder, in the order in which they were written
 * @param lastSequence the number of the last file of the first folder
 * @param bytes how much the files that hold them have
 */
record SpoolRecovery(List<SpoolPlace> places, long lastSequence, long bytes) {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolRecovery.class);
    private static final String SUFFIX = ".spool";
    private static final String DAMAGED = ".damaged";
    private static final Pattern NAME = Pattern.compile("\\d{16}\\.spool");

    static SpoolRecovery of(List<SpoolDisk> disks, Schema schema) throws IOException {
        List<SpoolPlace> places = new ArrayList<>();
        long bytes = 0;
        long last = 0;
        for (SpoolDisk disk : disks) {
            for (String name : disk.list()) {
                if (isSegment(name)) {
                    long sequence = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
                    last = disk == disks.get(0) ? Math.max(last, sequence) : last;
                    bytes += segment(disk, name, schema, places);
                }
            }
        }
        return new SpoolRecovery(List.copyOf(places), last, bytes);
    }

    /** Whether a file of this name holds batches. */
    static boolean isSegment(String name) {
        return NAME.matcher(name).matches();
    }

    private static long segment(SpoolDisk disk, String name, Schema schema, List<SpoolPlace> places)
            throws IOException {
        long size = disk.size(name);
        ByteBuffer header = ByteBuffer.allocate(SpoolSegment.HEADER_BYTES);
        disk.read(name, 0, header);
        Integer version = SpoolSegment.version(header);
        if (version == null) {
            return torn(disk, name, 0, size, true);
        }
        if (version > schema.version()) {
            throw new IllegalStateException("the spool file " + name + " in " + disk.name()
                    + " was left behind by a newer TTQuant (schema version " + version + ", this one knows "
                    + schema.version() + "); let that one write it to the database first");
        }
        SpoolSegment segment = new SpoolSegment(disk, name, version);
        int before = places.size();
        long at = SpoolSegment.HEADER_BYTES;
        for (SpoolPlace place = found(segment, at, size); place != null; place = found(segment, at, size)) {
            places.add(place);
            segment.add();
            at = place.from() + place.length();
        }
        segment.grow(size - SpoolSegment.HEADER_BYTES);
        segment.end();
        if (places.size() == before) {
            return torn(disk, name, at, size, true);
        }
        return torn(disk, name, at, size, false);
    }

    /** The tail that a crash has cut was never acknowledged. Kept under another name where nothing else keeps it, for whoever wants to look. */
    private static long torn(SpoolDisk disk, String name, long from, long size, boolean alone) throws IOException {
        if (from < size) {
            LOG.warn(
                    "the spool file {} in {} is torn at byte {} of {}; what follows was never safe",
                    name,
                    disk.name(),
                    from,
                    size);
        }
        if (!alone) {
            return size;
        }
        if (from < size) {
            disk.rename(name, name + DAMAGED);
        } else {
            disk.delete(name);
        }
        return 0;
    }

    /** The next batch that is whole. What a crash has torn has none behind it; where there is one, the disk has damaged what was safe. */
    private static @Nullable SpoolPlace found(SpoolSegment segment, long at, long size) throws IOException {
        SpoolPlace next = next(segment, at, size);
        if (next != null || size - at > Integer.MAX_VALUE) {
            return next;
        }
        ByteBuffer rest = ByteBuffer.allocate((int) (size - at));
        segment.disk().read(segment.name(), at, rest);
        for (int i = 1; i <= rest.limit() - SpoolSegment.FRAME_BYTES; i++) {
            int length = rest.getInt(i);
            boolean isPossible = length >= 0 && length <= rest.limit() - SpoolSegment.FRAME_BYTES - i;
            SpoolPlace place = isPossible ? segment.place(rest.slice(i, SpoolSegment.FRAME_BYTES), at + i) : null;
            if (place != null && isWhole(place, rest.array(), i + SpoolSegment.FRAME_BYTES)) {
                LOG.error(
                        "the spool file {} in {} is damaged from byte {} to {}, which are lost; what follows is whole",
                        segment.name(),
                        segment.disk().name(),
                        at,
                        at + i);
                return place;
            }
        }
        return null;
    }

    private static @Nullable SpoolPlace next(SpoolSegment segment, long at, long size) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(SpoolSegment.FRAME_BYTES);
        segment.disk().read(segment.name(), at, frame);
        SpoolPlace place = segment.place(frame, at);
        if (place == null || place.length() > size - place.from()) {
            return null;
        }
        byte[] payload = new byte[place.length()];
        segment.disk().read(segment.name(), place.from(), ByteBuffer.wrap(payload));
        return isWhole(place, payload, 0) ? place : null;
    }

    private static boolean isWhole(SpoolPlace place, byte[] bytes, int from) {
        return SpoolSegment.check(bytes, from, place.length()) == place.check();
    }
}
