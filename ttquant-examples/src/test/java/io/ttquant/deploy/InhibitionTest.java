package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which alerts are held back. Their labels are those that promtool says the rules give them. */
class InhibitionTest {
    private static final Set<String> OF_AN_ENGINE = Set.of("market-data", "trading", "strategy", "risk", "store");

    /** Each alert of the rules once, with the labels that it has when it fires. */
    private static List<Map<String, String>> all() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (Path file : Deployment.files(Deployment.RULE_TESTS, ".yml")) {
            for (Tree test : Deployment.tree(file).list("tests")) {
                for (Tree moment : test.list("alert_rule_test")) {
                    for (Tree alert : moment.list("exp_alerts")) {
                        Map<String, String> labels = labels(alert.at("exp_labels"));
                        labels.put("alertname", moment.text("alertname"));
                        all.put(moment.text("alertname"), labels);
                    }
                }
            }
        }
        assertThat(all.keySet())
                .containsAll(
                        AlertRules.all().stream().map(AlertRules.Rule::name).toList());
        return List.copyOf(all.values());
    }

    private static Map<String, String> alert(String name, Map<String, String> more) {
        Map<String, String> labels = new TreeMap<>(all().stream()
                .filter(each -> name.equals(each.get("alertname")))
                .findFirst()
                .orElseThrow());
        labels.putAll(more);
        return labels;
    }

    private static Map<String, String> labels(Tree of) {
        Map<String, String> labels = new TreeMap<>();
        of.keys().forEach(key -> labels.put(key, of.text(key)));
        return labels;
    }

    private static Set<String> names(Set<Map<String, String>> alerts) {
        return alerts.stream().map(each -> each.get("alertname")).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that there is at one engine; and each alert again at an engine of its own, of another account at the same venue. */
    @Test
    void whatHappensAtOneEngineSaysNothingOfAnother() {
        List<Map<String, String>> here =
                all().stream().filter(each -> !"host".equals(each.get("area"))).toList();
        List<Map<String, String>> posted = new ArrayList<>(here);
        here.stream().filter(each -> each.containsKey("instance")).forEach(each -> {
            Map<String, String> there = new TreeMap<>(each);
            there.put("instance", each.get("alertname").toLowerCase(Locale.ROOT) + ":9464");
            posted.add(there);
        });

        Set<Map<String, String>> held = InhibitRule.heldBack(posted);

        assertThat(held).isSubsetOf(here);
        assertThat(names(held))
                .as("an engine that is down says nothing else")
                .containsAll(here.stream()
                        .filter(each -> OF_AN_ENGINE.contains(each.get("area")))
                        .map(each -> each.get("alertname"))
                        .filter(name -> !name.equals("EngineDown"))
                        .toList())
                .as("nor does a database")
                .contains("DatabaseConnectionsHigh", "DatabaseTransactionLong")
                .doesNotContain("EngineDown", "DatabaseDown", "Watchdog", "TargetDown");
    }

    @Test
    void aStrategyThatIsHaltedExplainsNothingOfTheAccountNorOfOtherStrategies() {
        Map<String, String> same = alert("ReduceOnly", Map.of("scope", "grid"));

        Set<Map<String, String>> held = InhibitRule.heldBack(List.of(
                alert("TradingHalted", Map.of("scope", "grid")),
                same,
                alert("ReduceOnly", Map.of("scope", "account")),
                alert("ReduceOnly", Map.of("scope", "cross"))));

        assertThat(held).containsExactly(same);
    }

    @Test
    void aKillSwitchExplainsTheStagesOfItsOwnAccount() {
        List<Map<String, String>> of = List.of(
                alert("TradingHalted", Map.of("scope", "account")),
                alert("TradingHalted", Map.of("scope", "grid")),
                alert("ReduceOnly", Map.of("scope", "cross")));
        List<Map<String, String>> posted = new ArrayList<>(of);
        posted.add(alert("KillSwitchTripped", Map.of()));
        posted.add(alert("TradingHalted", Map.of("instance", "second:9464", "scope", "account")));
        posted.add(alert("ReduceOnly", Map.of("engine", "binance-usdm", "scope", "cross")));

        assertThat(InhibitRule.heldBack(posted)).containsExactlyInAnyOrderElementsOf(of);
    }

    @Test
    void theWorseOfAPairSpeaksForBothOfTheSameThing() {
        List<Map<String, String>> same = List.of(
                alert("StrategyLoses", Map.of("strategy", "grid")),
                alert("StoreBehind", Map.of("store", "sqlite")),
                alert("HostDiskFills", Map.of("mountpoint", "/")));
        List<Map<String, String>> posted = new ArrayList<>(same);
        posted.add(alert("StrategyLosesMuch", Map.of("strategy", "grid")));
        posted.add(alert("StrategyLoses", Map.of("strategy", "cross")));
        posted.add(alert("StoreFarBehind", Map.of("store", "sqlite")));
        posted.add(alert("HostDiskFull", Map.of("mountpoint", "/")));
        posted.add(alert("HostDiskFills", Map.of("mountpoint", "/data")));

        assertThat(InhibitRule.heldBack(posted)).containsExactlyInAnyOrderElementsOf(same);
    }

    @Test
    void aStoreThatIsFarBehindExplainsNothingOfAnother() {
        Map<String, String> same = alert("StoreBehind", Map.of("store", "sqlite"));

        Set<Map<String, String>> held = InhibitRule.heldBack(List.of(
                alert("StoreFarBehind", Map.of("store", "sqlite")),
                same,
                alert("StoreBehind", Map.of("store", "postgresql"))));

        assertThat(held).containsExactly(same);
    }
}
