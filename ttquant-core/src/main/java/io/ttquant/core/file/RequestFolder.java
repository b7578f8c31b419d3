package io.ttquant.core.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder by which one process asks another one of the same machine and user for something, and hears what became of it. A request and its answer are files
 * that are there whole or not at all; who takes the requests says so by holding the folder. Only its owner may enter it: whoever may write there commands.
 */
public final class RequestFolder {
    private static final String REQUEST = ".request";
    private static final String ANSWER = ".answer";
    private static final String PART = ".part";
    private static final String ANSWER_PART = ANSWER + PART;
    private static final int LARGEST = 64 << 10;
    private static final Pattern ID = Pattern.compile("[0-9a-z-]{1,64}");
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWN_FILE = PosixFilePermissions.fromString("rw-------");

    private final Path folder;

    private RequestFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** The folder of this path, which need not be there. */
    public static RequestFolder at(Path folder) {
        return new RequestFolder(folder);
    }

    /**
     * Makes it, for its owner only, and takes it from others who may enter it.
     *
     * @throws UncheckedIOException if it cannot be made, the folder above is not there, or it is somebody else's
     */
    public void make() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder, attributes(OWNERS));
            } else if (knowsPermissions() && !OWNERS.containsAll(Files.getPosixFilePermissions(folder))) {
                Files.setPosixFilePermissions(folder, OWNERS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the folder of requests " + folder + " cannot be made for its owner alone: " + e, e);
        }
    }

    /**
     * Holds it, as who takes the requests does.
     *
     * @return empty if somebody else takes them
     * @throws UncheckedIOException if that cannot be told
     */
    public Optional<HeldFile> tryHold() {
        try {
            return HeldFile.tryHold(folder.resolve("taker.lock"));
        } catch (IOException e) {
            throw new UncheckedIOException("nobody can tell who takes the requests of " + folder + ": " + e, e);
        }
    }

    /**
     * Asks for something.
     *
     * @param id of the request, not used before; requests are taken in the order of their ids. Up to 64 digits, small letters and hyphens
     * @throws UncheckedIOException if it cannot be written; then there is no request
     */
    public void post(String id, String text) {
        write(id, REQUEST, text);
    }

    /**
     * The ids of the requests that are there, in their order; none if the folder is not there.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public List<String> pending() {
        return ids(REQUEST);
    }

    private List<String> ids(String kind) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(kind))
                    .map(name -> name.substring(0, name.length() - kind.length()))
                    .filter(id -> ID.matcher(id).matches())
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the files of " + folder + " cannot be listed: " + e, e);
        }
    }

    /**
     * What is asked for.
     *
     * @throws IllegalArgumentException if it is no plain file of at most 64 KiB, or no UTF-8: it never will be
     * @throws UncheckedIOException if it cannot be read now; it may be gone, or be read later
     */
    public String read(String id) {
        return read(file(id, REQUEST));
    }

    /**
     * Removes a request, so that nobody else acts on it: of two who try, one has it.
     *
     * @return false if it is gone
     * @throws UncheckedIOException if it cannot be removed
     */
    public boolean take(String id) {
        return delete(file(id, REQUEST));
    }

    /**
     * Says what became of a request, as who takes the requests.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void answer(String id, String text) {
        // Of a process that ended while it wrote.
        delete(file(id, ANSWER_PART));
        write(id, ANSWER, text);
    }

    /**
     * What became of a request.
     *
     * @return empty if that was not said yet
     * @throws RuntimeException if it cannot be read
     */
    public Optional<String> answer(String id) {
        Path file = file(id, ANSWER);
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /**
     * The ids of the requests to which an answer is there, or was being written by a process that has ended.
     *
     * @throws UncheckedIOException if that cannot be told
     */
    public List<String> answered() {
        return Stream.concat(ids(ANSWER).stream(), ids(ANSWER_PART).stream())
                .distinct()
                .toList();
    }

    /** Removes the answer to a request, if there is one. */
    public void forget(String id) {
        delete(file(id, ANSWER_PART));
        delete(file(id, ANSWER));
    }

    private static String read(Path file) {
        try {
            BasicFileAttributes its = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!its.isRegularFile() || its.size() > LARGEST) {
                throw new IllegalArgumentException(
                        file + " cannot be read: it is no plain file of at most " + LARGEST + " bytes");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " cannot be read: it is no UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e, e);
        }
    }

    private static boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be removed: " + e, e);
        }
    }

    /** Under another name until it is whole and on the disk. */
    private void write(String id, String kind, String text) {
        Path whole = file(id, kind);
        Path part = file(id, kind + PART);
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try {
            try (FileChannel channel = FileChannel.open(
                    part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes(OWN_FILE))) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(whole + " cannot be written: " + e, e);
        }
    }

    private Path file(String id, String kind) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no id of a request; take digits, small letters and hyphens");
        }
        return folder.resolve(id + kind);
    }

    private static boolean knowsPermissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return knowsPermissions()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    /** Where it is. */
    @Override
    public String toString() {
        return folder.toString();
    }
}
