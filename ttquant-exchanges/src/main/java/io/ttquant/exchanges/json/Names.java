package io.ttquant.exchanges.json;

import java.util.List;

/** A fixed set of names of fields, or of texts that a field may hold, known by their place in the set. */
public final class Names {
    final ByteKeys keys;

    private Names(List<String> names) {
        keys = new ByteKeys(names);
    }

    /**
     * Names, numbered from 0 as they are given.
     *
     * @throws IllegalArgumentException if one is there twice
     */
    public static Names of(String... names) {
        return new Names(List.of(names));
    }
}
