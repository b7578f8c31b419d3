package io.ttquant.exchanges.session;

import io.ttquant.exchanges.answer.KeyPermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a key may do although it should not, and what of that somebody accepts by the setting {@value #SETTING}, the same at every venue. */
public final class KeyDangers {
    /** The setting: words with commas between them; empty for nothing. */
    public static final String SETTING = "allow_unsafe_key";

    /** The word for a key that may take money out, by withdrawal or transfer. */
    public static final String WITHDRAW = "withdraw";

    /** The word for a key that works from every address. */
    public static final String ANY_ADDRESS = "any_address";

    private static final List<String> WORDS = List.of(WITHDRAW, ANY_ADDRESS);
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private final Set<String> accepted;

    private KeyDangers(Set<String> accepted) {
        this.accepted = accepted;
    }

    /**
     * What settings accept.
     *
     * @throws IllegalArgumentException if a word is none of these
     */
    public static KeyDangers of(Map<String, String> settings) {
        String text = settings.getOrDefault(SETTING, "").strip();
        List<String> words =
                text.isEmpty() ? List.of() : COMMA.splitAsStream(text).toList();
        for (String word : words) {
            if (!WORDS.contains(word)) {
                throw new IllegalArgumentException(SETTING + " '" + word + "' names none of " + String.join(", ", WORDS)
                        + "; name what the key may do that you accept, such as " + SETTING + " = \"" + ANY_ADDRESS
                        + "\"");
            }
        }
        return new KeyDangers(Set.copyOf(words));
    }

    /** Why not to use a key, and what to do; empty if nothing speaks against it that is not accepted. */
    public String objection(KeyPermissions key, String venue) {
        List<String> found = new ArrayList<>();
        List<String> text = new ArrayList<>();
        if ((key.mayWithdraw() || key.mayTransfer()) && !accepted.contains(WITHDRAW)) {
            found.add(WITHDRAW);
            text.add(key.mayWithdraw() ? "may withdraw" : "may transfer money to other accounts");
        }
        if (!key.isBoundToAddresses() && !accepted.contains(ANY_ADDRESS)) {
            found.add(ANY_ADDRESS);
            text.add("works from every address");
        }
        return found.isEmpty()
                ? ""
                : "the key " + String.join(" and ", text) + "; make one at " + venue
                        + " that may only read and trade, from this machine's address, or accept it by " + SETTING
                        + " = \"" + String.join(",", found) + "\"";
    }
}
