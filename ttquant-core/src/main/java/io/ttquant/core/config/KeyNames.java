package io.ttquant.core.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Names of keys: how components are called in a file, and which known name a misspelt one comes near. */
final class KeyNames {
    private KeyNames() {}

    /** {@code maxPositionValue} is {@code max_position_value} in a file. */
    static String snakeCase(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** What an unknown name may have meant, with the names that are known, for a message. */
    static String suggestion(String unknown, Collection<String> known) {
        String all = switch (known.size()) {
            case 0 -> "none is known here";
            case 1 -> "known is " + String.join("", known);
            default -> "known are " + String.join(", ", known);
        };
        return closest(unknown, known)
                .map(name -> "did you mean '" + name + "'? " + all)
                .orElse(all);
    }

    static Optional<String> closest(String unknown, Collection<String> known) {
        String name = plain(unknown);
        String best = "";
        int bestDistance = 1 + (name.length() < 4 ? 1 : Math.min(4, Math.max(2, name.length() / 3)));
        for (String candidate : known) {
            int distance = distance(name, plain(candidate));
            if (distance < bestDistance) {
                bestDistance = distance;
                best = candidate;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static String plain(String name) {
        return snakeCase(name).replace('-', '_');
    }

    /** Edits between two names: a character added, left out or changed, or two neighbours swapped (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : edit(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int edit(int[][] d, String a, String b, int i, int j) {
        int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
