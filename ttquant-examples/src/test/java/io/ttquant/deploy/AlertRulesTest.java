package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.deploy.AlertRules.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertRulesTest {
    private static final Set<String> SEVERITIES = Set.of("critical", "warning", "info");
    private static final Set<String> AREAS =
            Set.of("market-data", "trading", "strategy", "risk", "store", "host", "database", "monitoring");

    @Test
    void promtoolTakesTheConfigurationAndAllItsRules() {
        Ended ended = Program.PROMTOOL.run(Deployment.ROOT, "check", "config", "prometheus/prometheus.yml");

        assertThat(ended.status()).as(ended.text()).isZero();
        assertThat(ended.text()).doesNotContain("duplicate");
    }

    @Test
    void eachRuleIsSilentThenFiresThenClears() {
        List<String> command = new ArrayList<>(List.of("test", "rules"));
        Deployment.files(Deployment.RULE_TESTS, ".yml").forEach(file -> command.add(file.toString()));

        Ended ended = Program.PROMTOOL.run(Deployment.ROOT, command.toArray(String[]::new));

        assertThat(ended.status()).as(ended.text()).isZero();
    }

    @Test
    void noRuleIsLeftOutOfTheTests() {
        Set<String> fired = new HashSet<>();
        Set<String> silent = new HashSet<>();
        for (Path file : Deployment.files(Deployment.RULE_TESTS, ".yml")) {
            for (Tree test : Deployment.tree(file).list("tests")) {
                boolean hasFired = false;
                for (Tree moment : test.list("alert_rule_test")) {
                    String name = moment.text("alertname");
                    boolean fires = !moment.list("exp_alerts").isEmpty();
                    if (fires) {
                        fired.add(name);
                    } else if (hasFired) {
                        silent.add(name);
                    }
                    hasFired |= fires;
                }
            }
        }
        List<String> all = AlertRules.all().stream().map(Rule::name).toList();

        assertThat(fired).as("fires in a test").containsAll(all);
        silent.add("Watchdog"); // It is to fire always.
        assertThat(silent).as("clears in a test").containsAll(all);
    }

    @Test
    void eachRuleSaysHowBadItIsAndWhatItMeans() {
        assertThat(AlertRules.all()).hasSizeGreaterThanOrEqualTo(26).allSatisfy(rule -> {
            assertThat(rule.label("severity")).isIn(SEVERITIES);
            assertThat(rule.label("area")).isIn(AREAS);
            assertThat(rule.label("family")).isNotBlank();
            assertThat(rule.annotation("summary")).isNotBlank().doesNotEndWith(".");
            assertThat(rule.annotation("description")).endsWith(".");
        });
        assertThat(AlertRules.all()).extracting(Rule::name).doesNotHaveDuplicates();
    }

    @Test
    void eachRuleHasASectionOfThePageThatSaysWhatToDo() {
        String page = Deployment.text(Deployment.PAGE);
        assertThat(AlertRules.all()).allSatisfy(rule -> {
            assertThat(rule.annotation("runbook"))
                    .isEqualTo("docs/deploy.md#" + rule.name().toLowerCase(Locale.ROOT));
            int start = page.indexOf("\n### " + rule.name() + "\n");
            assertThat(start).as("section of " + rule.name()).isPositive();
            int end = page.indexOf("\n##", start + 2);
            String section = page.substring(start, end < 0 ? page.length() : end);
            assertThat(section).as("severity of " + rule.name()).contains("*" + rule.label("severity") + "*");
            assertThat(section.lines().filter(line -> line.startsWith("- ")))
                    .as("what to do")
                    .isNotEmpty();
        });
    }
}
