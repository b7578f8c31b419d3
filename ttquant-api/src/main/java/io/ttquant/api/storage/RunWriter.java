package io.ttquant.api.storage;

import java.util.function.Supplier;

/** Takes what a run did. */
public interface RunWriter {
    /** Keeps an entry; does not wait. */
    void keep(RunEntry entry);

    /**
     * Keeps an entry that is made when it is needed, on a thread of the storage, so that whoever trades does not make it.
     *
     * <p>Entries may be made of what was made before them, as a summary of all so far is. So each supplier is asked once, also where writing is tried again; those of
     * a run are asked in the order in which they were given, one at a time, each seeing what the one before it did; and what was made is kept, before all that is made
     * after it, unless it cannot be kept at all, as a text that is null. One that a storage has no room for is not asked.
     *
     * @param entry makes it; what it refers to must not change
     */
    default void keepLater(Supplier<? extends RunEntry> entry) {
        keep(entry.get());
    }

    /**
     * The same for an entry that holds on to much. A writer that hands on what it is given, and does something of its own besides, hands on this too: the default
     * forgets the size.
     *
     * @param bytes about how much memory, so that a storage can bound what waits; 0 if it is little
     */
    default void keepLater(Supplier<? extends RunEntry> entry, int bytes) {
        keepLater(entry);
    }
}
