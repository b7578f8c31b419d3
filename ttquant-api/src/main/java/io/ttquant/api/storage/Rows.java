package io.ttquant.api.storage;

import java.util.ArrayList;
import java.util.List;

/**
 * What a question to a storage found, a chunk at a time. For one thread.
 *
 * @param <T> what was asked for
 */
public interface Rows<T> extends AutoCloseable {
    /** The next chunk; empty at the end. May be a view of columns that makes its elements when they are asked for. */
    List<T> next();

    /** All that is left, then closes. */
    default List<T> all() {
        try (this) {
            List<T> all = new ArrayList<>();
            for (List<T> chunk = next(); !chunk.isEmpty(); chunk = next()) {
                all.addAll(chunk);
            }
            return all;
        }
    }

    /** Frees what reading holds. Closing again does nothing. */
    @Override
    void close();
}
