package io.ttquant.exchanges.transport.budget;

/** Counts as venues write them into headers. */
final class WireNumbers {
    private static final int MOST_DIGITS = 12;

    private WireNumbers() {}

    /** The count; 0 for what is none, such as the -1 of a test network. */
    static long count(String text) {
        String digits = text.trim();
        if (digits.isEmpty() || digits.length() > MOST_DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return Long.parseLong(digits);
    }
}
