package io.ttquant.api.storage;

import java.util.Map;
import java.util.Set;

/** A kind of storage, found by {@link java.util.ServiceLoader} under its id or passed in by hand. */
public interface StorageProvider {
    /** A short lower-case id, such as {@code sqlite}. Unique. */
    String id();

    /** What it can keep. */
    Set<StorageCapability> capabilities();

    /** Opens a storage with the settings of its section in the configuration file. */
    Storage open(Map<String, String> settings);
}
