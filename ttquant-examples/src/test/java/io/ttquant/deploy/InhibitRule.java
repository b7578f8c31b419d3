package io.ttquant.deploy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An inhibit rule as Alertmanager understands it, which has no command that tries one: a label that is not there is an
 * empty one, a pattern is to match whole, and of alerts that match both sides none holds back another one.
 */
record InhibitRule(Predicate<Map<String, String>> source, Predicate<Map<String, String>> target, List<String> equal) {
    private static final Pattern MATCHER = Pattern.compile("(\\w+)(=~|!~|!=|=)\"(.*)\"");

    static List<InhibitRule> all() {
        return Deployment.tree(Deployment.ROOT.resolve("alertmanager/alertmanager.yml")).list("inhibit_rules").stream()
                .map(rule -> new InhibitRule(
                        side(rule.texts("source_matchers")),
                        side(rule.texts("target_matchers")),
                        rule.has("equal") ? rule.texts("equal") : List.of()))
                .toList();
    }

    private static Predicate<Map<String, String>> side(List<String> matchers) {
        return matchers.stream().map(InhibitRule::matcher).reduce(alert -> true, Predicate::and);
    }

    private static Predicate<Map<String, String>> matcher(String text) {
        Matcher parts = MATCHER.matcher(text);
        if (!parts.matches()) {
            throw new AssertionError("what is " + text + "?");
        }
        String operator = parts.group(2);
        Pattern pattern = Pattern.compile(operator.endsWith("~") ? parts.group(3) : Pattern.quote(parts.group(3)));
        boolean isWanted = !operator.startsWith("!");
        String label = parts.group(1);
        return alert -> pattern.matcher(alert.getOrDefault(label, "")).matches() == isWanted;
    }

    private boolean holdsBack(Map<String, String> by, Map<String, String> alert) {
        boolean isSame =
                equal.stream().allMatch(label -> by.getOrDefault(label, "").equals(alert.getOrDefault(label, "")));
        return source.test(by) && target.test(alert) && isSame && !(source.test(alert) && target.test(by));
    }

    /** Those of some alerts, which all fire, that our rules hold back. */
    static Set<Map<String, String>> heldBack(List<Map<String, String>> alerts) {
        Set<Map<String, String>> held = new HashSet<>();
        for (InhibitRule rule : all()) {
            for (Map<String, String> alert : alerts) {
                if (alerts.stream().anyMatch(by -> rule.holdsBack(by, alert))) {
                    held.add(alert);
                }
            }
        }
        return held;
    }
}
