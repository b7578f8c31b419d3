package io.ttquant.core.storage.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database that the batches of a spool are for, as it stands in a file of each spool folder: what waits for one database must not be written to another.
 *
 * @param id of the database, which it keeps wherever it goes
 * @param name for people, in one line
 */
public record SpoolOwner(String id, String name) {
    static final String FILE = "database";
    /** Beside the old one, which must not be gone before the new one is whole. */
    private static final String NEXT = "database.next";

    private static final Logger LOG = LoggerFactory.getLogger(SpoolOwner.class);
    private static final Pattern TEXT = Pattern.compile("(?s)spool of (\\S+)\\n([^\\n]*)\\n.*");
    private static final int LONGEST = 4096;

    /**
     * Makes folders this one's. One in which no batch waits may have been another's, and one without an owner, as older code has left them, is taken with what it has.
     *
     * @throws IllegalStateException if batches wait in one of them for another database
     * @throws IOException if one cannot be read, or cannot be written though no batch waits in it
     */
    public void take(List<SpoolDisk> disks) throws IOException {
        for (SpoolDisk disk : disks) {
            SpoolOwner before = of(disk);
            if (before != null && isAnother(before) && hasBatches(disk)) {
                throw new IllegalStateException("in the spool folder " + disk.name() + " entries wait for "
                        + before.what() + ", but what is opened is " + what()
                        + "; open that database with this spool folder so that it takes them, or give this one another"
                        + " (the setting spool); if that database is gone for good, delete the folder, or only its file "
                        + FILE + " to have the entries written here");
            }
        }
        for (SpoolDisk disk : disks) {
            sign(disk);
        }
    }

    /** Whether batches wait in a folder, and for no other database. */
    boolean hasBatchesIn(SpoolDisk disk) throws IOException {
        SpoolOwner before = of(disk);
        return hasBatches(disk) && (before == null || !isAnother(before));
    }

    private boolean isAnother(SpoolOwner other) {
        return !other.id.equals(id);
    }

    private String what() {
        return name + " (id " + id + ")";
    }

    private void sign(SpoolDisk disk) throws IOException {
        SpoolOwner before = of(disk);
        if (equals(before)) {
            return;
        }
        try {
            disk.delete(NEXT);
            try (SpoolFile file = disk.create(NEXT)) {
                file.append(ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8)));
                file.force();
            }
            disk.rename(NEXT, FILE);
        } catch (IOException e) {
            boolean isOwn = before != null && !isAnother(before);
            if (!isOwn && !hasBatches(disk)) {
                throw e;
            }
            // What stands there is what fills the disk; it has to get out, and then there is room.
            LOG.warn("no owner could be written into the spool folder {} before it is emptied", disk.name(), e);
        }
    }

    private String text() {
        return "spool of " + id + "\n" + name.replace('\n', ' ') + "\n";
    }

    /** Null if there is none, or only a part of one, which stood there before the first batch if at all. */
    private static @Nullable SpoolOwner of(SpoolDisk disk) throws IOException {
        if (!disk.list().contains(FILE)) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        disk.read(FILE, 0, bytes);
        Matcher text = TEXT.matcher(StandardCharsets.UTF_8.decode(bytes));
        return text.matches() ? new SpoolOwner(text.group(1), text.group(2)) : null;
    }

    private static boolean hasBatches(SpoolDisk disk) throws IOException {
        return disk.list().stream().anyMatch(SpoolRecovery::isSegment);
    }
}
