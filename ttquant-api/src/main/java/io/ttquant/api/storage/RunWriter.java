package io.ttquant.api.storage;

/** Takes what a run did. */
public interface RunWriter {
    /** Keeps an entry; does not wait. */
    void keep(RunEntry entry);
}
