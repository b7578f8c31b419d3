package io.ttquant.architecture.offending.core.file;

import java.io.FileWriter;
import java.io.IOException;

/** Opens a file. */
final class Writer {
    private Writer() {}

    static FileWriter open(String name) throws IOException {
        return new FileWriter(name, java.nio.charset.StandardCharsets.UTF_8);
    }
}
