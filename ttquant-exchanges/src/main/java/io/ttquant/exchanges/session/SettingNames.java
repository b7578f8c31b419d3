package io.ttquant.exchanges.session;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The names of settings that a venue knows, so that none is ignored in silence. */
public final class SettingNames {
    /** So many letters may be wrong for a name to be suggested. */
    private static final int MOST_WRONG = 3;

    private final List<String> known;

    private SettingNames(List<String> known) {
        this.known = known;
    }

    /** These names. */
    public static SettingNames of(String... known) {
        return new SettingNames(List.of(known));
    }

    /**
     * Refuses names that are not known.
     *
     * @throws IllegalArgumentException if there is one; the message has names, never values
     */
    public void check(String venue, Map<String, String> settings) {
        for (String name : new TreeSet<>(settings.keySet())) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("'" + name + "' is no setting of " + venue + suggestion(name)
                        + " It has " + String.join(", ", known));
            }
        }
    }

    private String suggestion(String name) {
        String best = "";
        int least = MOST_WRONG + 1;
        for (String candidate : known) {
            int distance = distance(name, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best.isEmpty() ? "." : "; did you mean '" + best + "'?";
    }

    /** Letters to insert, drop or change (Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals", 1966). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
