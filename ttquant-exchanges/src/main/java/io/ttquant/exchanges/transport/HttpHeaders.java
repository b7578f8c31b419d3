package io.ttquant.exchanges.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Headers in their order. Names compare without case, since servers write them in any. Immutable; {@link #toString()} shows names only. */
public final class HttpHeaders {
    /** No headers. */
    public static final HttpHeaders NONE = new HttpHeaders(List.of());

    /** Name, value, name, value. */
    private final List<String> pairs;

    private HttpHeaders(List<String> pairs) {
        this.pairs = pairs;
    }

    /**
     * Headers as given.
     *
     * @param namesAndValues name, value, name, value
     * @throws IllegalArgumentException if a value is missing, or if a name or value has characters that would end the header
     */
    public static HttpHeaders of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("the last header has a name and no value: give pairs");
        }
        HttpHeaders headers = NONE;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers = headers.with(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    /**
     * These and one more.
     *
     * @throws IllegalArgumentException if the name is empty, or if name or value has characters outside printable ASCII; the message does not
     *     show the value
     */
    public HttpHeaders with(String name, String value) {
        if (name.isEmpty() || !isPrintable(name) || name.indexOf(' ') >= 0 || name.indexOf(':') >= 0) {
            throw new IllegalArgumentException("header name '" + name + "' is not one: use letters, digits and -");
        }
        if (!isPrintable(value)) {
            throw new IllegalArgumentException(
                    "the value of header " + name + " has characters outside printable ASCII: encode it");
        }
        List<String> longer = new ArrayList<>(pairs.size() + 2);
        longer.addAll(pairs);
        longer.add(name);
        longer.add(value);
        return new HttpHeaders(List.copyOf(longer));
    }

    /** The first value of a header, null if there is none. */
    public @Nullable String first(String name) {
        for (int i = 0; i < pairs.size(); i += 2) {
            if (pairs.get(i).equalsIgnoreCase(name)) {
                return pairs.get(i + 1);
            }
        }
        return null;
    }

    /** Gives every name and value in order. */
    public void forEach(BiConsumer<String, String> action) {
        for (int i = 0; i < pairs.size(); i += 2) {
            action.accept(pairs.get(i), pairs.get(i + 1));
        }
    }

    /** The names in their order. */
    @Override
    public String toString() {
        List<String> names = new ArrayList<>();
        forEach((name, value) -> names.add(name));
        return names.toString();
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
