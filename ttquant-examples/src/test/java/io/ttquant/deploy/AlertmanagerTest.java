package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertmanagerTest {
    private static final String FILE = "alertmanager/alertmanager.yml";
    private static final String METERS = Deployment.text(Path.of("..", "docs", "metrics.md"));

    @Test
    void amtoolTakesTheConfigurationAndItsTemplates() {
        Ended ended = Program.AMTOOL.run(Deployment.ROOT, "check-config", FILE);

        assertThat(ended.status()).as(ended.text()).isZero();
        assertThat(ended.text()).contains("3 receivers", "1 templates");
    }

    @ParameterizedTest
    @CsvSource({
        "deadman, alertname=Watchdog severity=info area=monitoring",
        "critical, alertname=KillSwitchTripped severity=critical area=risk",
        "critical, alertname=EngineDown severity=critical area=trading",
        "alerts, alertname=MarketDataLate severity=warning area=market-data",
        "alerts, alertname=SeriesFolded severity=info area=monitoring",
    })
    void alertsReachWhoIsToKnow(String receiver, String labels) {
        Ended ended = Program.AMTOOL.run(
                Deployment.ROOT,
                List.of("config", "routes", "test", "--config.file=" + FILE, "--verify.receivers=" + receiver, labels)
                        .stream()
                        .flatMap(each -> each.contains("alertname=")
                                ? List.of(each.split(" ")).stream()
                                : List.of(each).stream())
                        .toArray(String[]::new));

        assertThat(ended.status()).as(ended.text()).isZero();
    }

    @Test
    void everyReceiverReallySendsToAnAddressOutOfASecretFile() {
        Tree tree = Deployment.tree(Deployment.ROOT.resolve(FILE));
        List<String> secrets = Deployment.tree(Deployment.ROOT.resolve("compose.yaml"))
                .at("services")
                .at("alertmanager")
                .texts("secrets");

        assertThat(tree.list("receivers")).allSatisfy(receiver -> {
            List<String> files = Stream.concat(
                            receiver.list("slack_configs").stream().map(way -> way.text("api_url_file")),
                            receiver.list("webhook_configs").stream().map(way -> way.text("url_file")))
                    .toList();
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(secrets).contains(file.replace("/run/secrets/", "")));
        });
        assertThat(tree.scalars())
                .noneSatisfy(scalar -> assertThat(scalar.text()).contains("://"));
    }

    @Test
    void alertsThatAreHeldBackAndThoseThatHoldThemBackExist() {
        List<String> names =
                AlertRules.all().stream().map(AlertRules.Rule::name).toList();
        List<String> families =
                AlertRules.all().stream().map(rule -> rule.label("family")).toList();
        List<String> areas =
                AlertRules.all().stream().map(rule -> rule.label("area")).toList();
        Tree tree = Deployment.tree(Deployment.ROOT.resolve(FILE));

        for (Tree rule : tree.list("inhibit_rules")) {
            for (Tree matcher : List.of(rule.at("source_matchers"), rule.at("target_matchers")).stream()
                    .flatMap(each -> each.list().stream())
                    .toList()) {
                String[] parts = matcher.text().split("!?=~?", 2);
                for (String value : parts[1].replace("\"", "").split("\\|")) {
                    switch (parts[0]) {
                        case "alertname" -> assertThat(names).contains(value);
                        case "family" -> assertThat(families).contains(value);
                        case "area" -> assertThat(areas).contains(value);
                        case "severity" -> assertThat(value).isIn("critical", "warning", "info");
                        default -> throw new AssertionError("what is " + matcher.text() + "?");
                    }
                }
            }
        }
    }

    @Test
    void theDeadMansSwitchIsNoSlackWhichWouldCountTheAnswerOfSuchAServiceAsAFailure() {
        Tree deadman = Deployment.tree(Deployment.ROOT.resolve(FILE)).list("receivers").stream()
                .filter(receiver -> receiver.text("name").equals("deadman"))
                .findFirst()
                .orElseThrow();

        assertThat(deadman.keys()).containsExactlyInAnyOrder("name", "webhook_configs");
    }

    @Test
    void alertsAreGroupedAndHeldBackByLabelsThatTheyHave() {
        Tree tree = Deployment.tree(Deployment.ROOT.resolve(FILE));
        Set<String> there = labelsOfAlerts();
        List<String> asked = new ArrayList<>(tree.at("route").texts("group_by"));
        tree.at("route").list("routes").forEach(route -> asked.addAll(route.texts("group_by")));
        tree.list("inhibit_rules").forEach(rule -> asked.addAll(rule.texts("equal")));

        assertThat(asked)
                .contains("engine", "mountpoint")
                .allSatisfy(label -> assertThat(there).as(label).contains(label));
        assertThat(there).doesNotContain("venue");
    }

    /** Of rules themselves, of targets, and of the meters that rules name. */
    private static Set<String> labelsOfAlerts() {
        Set<String> labels = new TreeSet<>(Set.of("alertname", "job", "instance"));
        for (AlertRules.Rule rule : AlertRules.all()) {
            labels.addAll(rule.tree().keys("labels"));
            Selectors.of(rule.expression()).keySet().forEach(metric -> labels.addAll(labelsOf(metric)));
        }
        return labels;
    }

    private static List<String> labelsOf(String metric) {
        if (metric.startsWith("node_filesystem_")) {
            return List.of("device", "fstype", "mountpoint");
        }
        String meter = "| `" + metric.replaceAll("_(bucket|sum|count)$", "") + "` |";
        return METERS.lines()
                .filter(line -> line.startsWith(meter))
                .map(line -> line.split(" \\| ")[3])
                .flatMap(cell -> Arrays.stream(cell.split("[` ]+")))
                .filter(label -> !label.isBlank())
                .toList();
    }

    @Test
    void aMessageSaysOfWhichEngineWhatItIsAndWhatToDo(@TempDir Path folder) throws IOException {
        AlertRules.Rule rule = AlertRules.all().stream()
                .filter(each -> each.name().equals("KillSwitchTripped"))
                .findFirst()
                .orElseThrow();
        Path data =
                Files.writeString(folder.resolve("data.json"), """
                {"status": "firing", "commonLabels": {"alertname": "%1$s", "engine": "okx", "severity": "critical"},
                 "alerts": [{"status": "firing", "annotations": {"summary": "Trading ended", "description": "By hand.", "runbook": "%2$s"}}]}
                """.formatted(rule.name(), rule.annotation("runbook")));

        Ended ended = Program.AMTOOL.run(
                Deployment.ROOT,
                "template",
                "render",
                "--template.glob=alertmanager/templates/*.tmpl",
                "--template.data=" + data,
                "--template.text={{ template \"ttquant.title\" . }}{{ template \"ttquant.text\" . }}");

        assertThat(ended.status()).as(ended.text()).isZero();
        assertThat(ended.text())
                .startsWith("[FIRING 1] KillSwitchTripped at okx (critical)")
                .contains("*Trading ended*\nBy hand.\nWhat to do: docs/deploy.md#killswitchtripped");
    }

    @Test
    void templatesAskForWhatAlertsHave() {
        Set<String> labels = labelsOfAlerts();
        for (Path file : Deployment.files(Deployment.ROOT.resolve("alertmanager"), ".tmpl")) {
            String text = Deployment.text(file);
            List<String> annotations = names(text, "Annotations");
            assertThat(annotations).contains("runbook");
            assertThat(AlertRules.all())
                    .allSatisfy(
                            rule -> assertThat(rule.tree().keys("annotations")).containsAll(annotations));
            assertThat(labels).containsAll(names(text, "CommonLabels"));
        }
    }

    private static List<String> names(String template, String of) {
        return Pattern.compile("\\." + of + "\\.(\\w+)")
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
