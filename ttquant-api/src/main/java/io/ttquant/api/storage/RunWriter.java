package io.ttquant.api.storage;

import java.util.function.Supplier;

/** Takes what a run did. */
public interface RunWriter {
    /** Keeps an entry; does not wait. */
    void keep(RunEntry entry);

    /**
     * Keeps an entry that is made when it is needed, on a thread of the storage, so that whoever trades does not make it.
     *
     * @param entry makes it; what it refers to must not change
     */
    default void keepLater(Supplier<? extends RunEntry> entry) {
        keep(entry.get());
    }

    /**
     * The same for an entry that holds on to much.
     *
     * @param bytes about how much memory, so that a storage can bound what waits; 0 if it is little
     */
    default void keepLater(Supplier<? extends RunEntry> entry, int bytes) {
        keepLater(entry);
    }
}
