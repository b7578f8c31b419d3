package io.ttquant.exchanges.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Things found by a text in a message, as instruments by symbol. Finding allocates nothing; putting one in makes the table anew.
 *
 * @param <T> what is found
 */
public final class SymbolTable<T> {
    private final Map<String, T> entries = new LinkedHashMap<>();
    private List<T> values = List.of();
    private ByteKeys keys = new ByteKeys(List.of());

    /** An empty table. */
    public SymbolTable() {}

    /** Puts something in, in place of what was there under the symbol. */
    public void put(String symbol, T value) {
        entries.put(symbol, value);
        rebuild();
    }

    /** What is there under the symbol, which is made and put in if nothing is. */
    public T get(String symbol, Supplier<? extends T> made) {
        T found = entries.get(symbol);
        if (found == null) {
            found = made.get();
            put(symbol, found);
        }
        return found;
    }

    /** Takes something out, if it is there. */
    public void remove(String symbol) {
        entries.remove(symbol);
        rebuild();
    }

    private void rebuild() {
        values = new ArrayList<>(entries.values());
        keys = new ByteKeys(new ArrayList<>(entries.keySet()));
    }

    /** What is under a symbol, or null. */
    public @Nullable T find(String symbol) {
        return entries.get(symbol);
    }

    /** What is under the UTF-8 bytes from {@code from} to before {@code to}, or null. */
    public @Nullable T find(byte[] bytes, int from, int to) {
        return find(ByteKeys.key(bytes, from, to), bytes, from, to);
    }

    @Nullable
    T find(long key, byte[] bytes, int from, int to) {
        int index = keys.find(key, bytes, from, to);
        return index < 0 ? null : values.get(index);
    }
}
