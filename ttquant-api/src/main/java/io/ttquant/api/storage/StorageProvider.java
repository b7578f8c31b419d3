package io.ttquant.api.storage;

import java.util.Map;
import java.util.Set;

/** A kind of storage, found by {@link java.util.ServiceLoader} under its id or passed in by hand. */
public interface StorageProvider {
    /** A short lower-case id, such as {@code sqlite}. Unique. */
    String id();

    /** What it can keep. */
    Set<StorageCapability> capabilities();

    /**
     * Opens a storage, and makes or migrates what it needs.
     *
     * @param settings its section of the configuration file
     * @throws IllegalArgumentException if a setting is unknown or out of its range; the message names it
     * @throws IllegalStateException if what is stored is newer than this code
     */
    Storage open(Map<String, String> settings);
}
