package io.ttquant.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that YAML or JSON says, and where it stands.
 *
 * @param where the way to it, for messages
 * @param value a map, a list, a scalar or nothing
 */
record Tree(String where, @Nullable Object value) {
    Tree at(String key) {
        return new Tree(where + "." + key, value instanceof Map<?, ?> map ? map.get(key) : null);
    }

    boolean has(String key) {
        return at(key).value != null;
    }

    boolean isThere() {
        return value != null;
    }

    String text() {
        if (value == null || value instanceof Map || value instanceof List) {
            throw new AssertionError(where + " is no scalar but " + value);
        }
        return value.toString();
    }

    String text(String key) {
        return at(key).text();
    }

    int number(String key) {
        return Integer.parseInt(text(key));
    }

    /** Elements of a list; none if it is not there. */
    List<Tree> list(String key) {
        return at(key).list();
    }

    List<Tree> list() {
        List<Tree> all = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object each : list) {
                all.add(new Tree(where + "[" + all.size() + "]", each));
            }
        }
        return all;
    }

    List<String> texts(String key) {
        return list(key).stream().map(Tree::text).toList();
    }

    /** Names of a map, in the order of the file; none if it is not there. */
    List<String> keys() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    List<String> keys(String key) {
        return at(key).keys();
    }

    /** Every scalar in it. */
    List<Tree> scalars() {
        List<Tree> all = new ArrayList<>();
        collect(all);
        return all;
    }

    private void collect(List<Tree> all) {
        if (value instanceof Map) {
            keys().forEach(key -> at(key).collect(all));
        } else if (value instanceof List) {
            list().forEach(each -> each.collect(all));
        } else if (value != null) {
            all.add(this);
        }
    }
}
