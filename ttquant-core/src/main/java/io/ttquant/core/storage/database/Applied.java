package io.ttquant.core.storage.database;

/**
 * What became of a batch.
 *
 * @param stored rows that are new
 * @param repeated rows whose key was known, which were left as they were
 * @param conflicts rows among those whose {@linkplain io.ttquant.core.storage.schema.Table#content() content} is another than the one kept
 */
public record Applied(long stored, long repeated, long conflicts) {
    /** Nothing at all. */
    public static final Applied NOTHING = new Applied(0, 0, 0);

    /** Both. */
    public Applied plus(Applied other) {
        return new Applied(stored + other.stored, repeated + other.repeated, conflicts + other.conflicts);
    }
}
