package io.ttquant.exchanges.codes;

import io.ttquant.api.order.RejectReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The codes of a venue and what they mean. Immutable. A code with a suffix, {@code 51008_1000}, is looked up whole and then without it. */
public final class CodeTable {
    private final List<CodeGroup> groups;
    private final Map<String, List<CodeRule>> byCode;

    private CodeTable(List<CodeGroup> groups, Map<String, List<CodeRule>> byCode) {
        this.groups = groups;
        this.byCode = byCode;
    }

    /**
     * Reads a table that lies beside a class.
     *
     * @throws IllegalStateException if it is missing or a line cannot be read
     */
    public static CodeTable load(Class<?> beside, String resource) {
        List<CodeGroup> groups = new ArrayList<>();
        Map<String, List<CodeRule>> byCode = new HashMap<>();
        for (TableText.Line line : TableText.read(beside, resource)) {
            CodeRule rule = new CodeRule(
                    CodeClass.valueOf(line.head().get(0)),
                    line.head().size() < 2
                            ? RejectReason.EXCHANGE
                            : RejectReason.valueOf(line.head().get(1)),
                    line.messagePart().toLowerCase(Locale.ROOT),
                    line.note());
            groups.add(new CodeGroup(line.section(), line.words(), rule));
            for (String code : line.words()) {
                add(byCode.computeIfAbsent(code, c -> new ArrayList<>()), rule, code);
            }
        }
        return new CodeTable(List.copyOf(groups), byCode);
    }

    private static void add(List<CodeRule> rules, CodeRule rule, String code) {
        for (CodeRule other : rules) {
            if (other.messagePart().equals(rule.messagePart())) {
                throw new IllegalStateException("code " + code + " is in the table twice");
            }
        }
        rules.add(rule);
    }

    /** What a code with its message means; {@link CodeRule#UNLISTED} if the table has neither the code nor the message. */
    public CodeRule rule(String code, String message) {
        List<CodeRule> rules = byCode.get(code);
        int suffix = code.indexOf('_');
        if (rules == null && suffix > 0) {
            rules = byCode.get(code.substring(0, suffix));
        }
        return rules == null ? CodeRule.UNLISTED : best(rules, message.toLowerCase(Locale.ROOT));
    }

    /** The rule whose part of a message is there; else the rule for any message. */
    private static CodeRule best(List<CodeRule> rules, String message) {
        CodeRule any = CodeRule.UNLISTED;
        for (CodeRule rule : rules) {
            if (rule.messagePart().isEmpty()) {
                any = rule;
            } else if (message.contains(rule.messagePart())) {
                return rule;
            }
        }
        return any;
    }

    /** All codes listed. */
    public Set<String> codes() {
        return Set.copyOf(byCode.keySet());
    }

    /** The lines, in their order. */
    public List<CodeGroup> groups() {
        return groups;
    }
}
