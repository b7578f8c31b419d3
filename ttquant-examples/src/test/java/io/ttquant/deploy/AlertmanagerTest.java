package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertmanagerTest {
    private static final String FILE = "alertmanager/alertmanager.yml";

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
            List<Tree> ways = receiver.list("slack_configs");
            assertThat(ways)
                    .isNotEmpty()
                    .allSatisfy(way -> assertThat(secrets)
                            .contains(way.text("api_url_file").replace("/run/secrets/", "")));
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
}
