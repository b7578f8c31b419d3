package io.ttquant.core.storage.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where under a spool path entries of engines that have ended wait for a database, beside the folders that the one who asks has taken himself.
 *
 * @param unused folders that nobody uses, and in which any batch stands
 * @param inUse folders that others use, and in which entries of the run stand that was asked about
 */
public record LeftEntries(List<String> unused, List<String> inUse) {
    private static final int READ_AT_ONCE = 1 << 20;

    /**
     * Looks for them.
     *
     * @param own the names of the folders that he has
     * @param run one that nobody else writes, so that what others have of it is what they found
     * @throws UncheckedIOException if the path cannot be read
     */
    public static LeftEntries of(String path, SpoolOwner owner, Set<String> own, String run) {
        List<String> unused = new ArrayList<>();
        List<String> inUse = new ArrayList<>();
        try {
            for (Path folder : FolderDisk.folders(path)) {
                if (own.contains(folder.toString())) {
                    continue;
                }
                Optional<FolderDisk> free = FolderDisk.hold(folder);
                try (FolderDisk disk = free.orElseGet(() -> FolderDisk.ofAnother(folder))) {
                    if (owner.hasBatchesIn(disk) && (free.isPresent() || hasEntries(disk, run))) {
                        (free.isPresent() ? unused : inUse).add(disk.name());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the spool folder " + path + " cannot be looked into: " + e, e);
        }
        return new LeftEntries(List.copyOf(unused), List.copyOf(inUse));
    }

    private static boolean hasEntries(SpoolDisk disk, String run) throws IOException {
        byte[] text = text(run);
        for (String name : disk.list()) {
            if (SpoolRecovery.isSegment(name) && holds(disk, name, text)) {
                return true;
            }
        }
        return false;
    }

    /** The run as it stands in each row of a batch. */
    private static byte[] text(String run) {
        byte[] utf8 = run.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + utf8.length)
                .putInt(utf8.length)
                .put(utf8)
                .array();
    }

    /** Whether a file has a text somewhere. One that is gone meanwhile has not: it goes once the database has what stood in it. */
    static boolean holds(SpoolDisk disk, String name, byte[] text) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(READ_AT_ONCE + text.length);
        try {
            long from = 0;
            do {
                part.clear();
                disk.read(name, from, part);
                if (holds(part, text)) {
                    return true;
                }
                // The next part begins so early that what was cut here stands in it as a whole.
                from += READ_AT_ONCE;
            } while (part.limit() == part.capacity());
            return false;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean holds(ByteBuffer part, byte[] text) {
        ByteBuffer sought = ByteBuffer.wrap(text);
        byte last = text[text.length - 1];
        for (int i = text.length - 1; i < part.limit(); i++) {
            if (part.get(i) == last
                    && part.slice(i + 1 - text.length, text.length).equals(sought)) {
                return true;
            }
        }
        return false;
    }
}
