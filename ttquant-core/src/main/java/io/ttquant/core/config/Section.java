package io.ttquant.core.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of a configuration, its keys in the order of the file.
 *
 * @param path its name with the tables around it; empty for the file itself
 * @param at where it starts
 * @param nodes its values by key
 */
record Section(String path, Position at, Map<String, Node> nodes) {
    Section {
        nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    }

    Set<String> keys() {
        return nodes.keySet();
    }

    @Nullable
    Node get(String key) {
        return nodes.get(key);
    }

    String pathOf(String key) {
        return join(path, key);
    }

    static String join(String path, String key) {
        String part = key.matches("[A-Za-z0-9_-]+") ? key : "\"" + key + "\"";
        return path.isEmpty() ? part : path + "." + part;
    }
}
