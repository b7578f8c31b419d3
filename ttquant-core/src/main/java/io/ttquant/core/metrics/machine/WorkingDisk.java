package io.ttquant.core.metrics.machine;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file system that the process works in. NaN where it cannot be asked. */
public final class WorkingDisk {
    private WorkingDisk() {}

    /** Its size in bytes. */
    public static double bytes() {
        return ask(FileStore::getTotalSpace);
    }

    /** What this process may still write to it, in bytes. */
    public static double freeBytes() {
        return ask(FileStore::getUsableSpace);
    }

    private interface Question {
        long of(FileStore store) throws IOException;
    }

    private static double ask(Question question) {
        try {
            return question.of(Files.getFileStore(Path.of("")));
        } catch (IOException | SecurityException e) {
            return Double.NaN;
        }
    }
}
