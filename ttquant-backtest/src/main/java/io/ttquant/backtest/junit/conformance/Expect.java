package io.ttquant.backtest.junit.conformance;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the suites have in common. */
final class Expect {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Something that may throw anything. */
    interface Act {
        void run() throws Exception;
    }

    private Expect() {}

    static void that(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new AssertionError(otherwise);
        }
    }

    static void equal(Object expected, Object actual, String what) {
        that(expected.equals(actual), "expected " + what + " to be " + expected + ", but it was " + actual);
    }

    /** It is refused, with a message in which these words stand. */
    static void refused(Class<? extends Exception> type, Act act, String what, String... words) {
        try {
            act.run();
        } catch (Exception e) {
            String message = String.valueOf(e.getMessage());
            that(
                    type.isInstance(e),
                    "expected " + what + " to be refused with " + type.getSimpleName() + ", but it threw " + e);
            for (String word : words) {
                that(
                        message.contains(word),
                        "expected the refusal of " + what + " to name '" + word + "', but it says: " + message);
            }
            return;
        }
        throw new AssertionError(
                "expected " + what + " to be refused with " + type.getSimpleName() + ", but it was taken");
    }

    static void id(String first, String second) {
        that(
                ID.matcher(first).matches(),
                "the id '" + first + "' must be lower-case letters, digits and single dashes");
        equal(first, second, "the id when asked again");
    }

    static <E> void capabilities(Set<E> first, Set<E> second) {
        that(
                !first.isEmpty(),
                "a provider that declares no capability is never asked for anything; declare what it can do");
        equal(first, second, "the set of capabilities when asked again");
        try {
            first.clear();
        } catch (UnsupportedOperationException e) {
            return;
        }
        that(!second.isEmpty(), "whoever asks for the capabilities can change them; give an unmodifiable set");
    }

    static Map<String, String> with(Map<String, String> settings, String key, String value) {
        Map<String, String> more = new java.util.TreeMap<>(settings);
        more.put(key, value);
        return more;
    }
}
