package io.ttquant.deploy;

import java.util.List;

/** The alert rules of {@code deploy/}. */
final class AlertRules {
    private AlertRules() {}

    /**
     * A rule.
     *
     * @param group its group, which is the name of its file
     */
    record Rule(String group, String name, String expression, Tree tree) {
        String label(String label) {
            return tree.at("labels").text(label);
        }

        String annotation(String annotation) {
            return tree.at("annotations").text(annotation);
        }
    }

    static List<Rule> all() {
        return Deployment.files(Deployment.RULES, ".yml").stream()
                .flatMap(file -> Deployment.tree(file).list("groups").stream())
                .flatMap(group -> group.list("rules").stream()
                        .map(rule -> new Rule(group.text("name"), rule.text("alert"), rule.text("expr"), rule)))
                .toList();
    }
}
