package io.ttquant.exchanges.credentials;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A small file that only its owner may touch. Where the file system knows no such permissions, they are not asked for. */
final class ProtectedFile {
    private static final long MOST_BYTES = 64 * 1024;
    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private ProtectedFile() {}

    static String read(Path file) {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                requireOwnerOnly(file);
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException(
                        file + " is larger than " + MOST_BYTES + " bytes, which no file of secrets is; check the path");
            }
            return Files.readString(file);
        } catch (IOException e) {
            // The cause of a decoding error could quote what the file holds.
            throw new IllegalArgumentException("file of secrets " + file + " cannot be read ("
                    + e.getClass().getSimpleName() + "); check the path and that it is text in UTF-8");
        }
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNER.containsAll(permissions)) {
            throw new IllegalArgumentException("file of secrets " + file + " has the permissions "
                    + PosixFilePermissions.toString(permissions) + ", so that others may touch it; run chmod 600 "
                    + file);
        }
    }
}
