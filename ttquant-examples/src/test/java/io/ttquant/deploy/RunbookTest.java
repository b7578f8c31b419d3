package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.examples.live.OperateJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Commands of the guide, which somebody types when things are bad. */
class RunbookTest {
    private static final String PAGE = Deployment.text(Deployment.PAGE);

    private static Set<String> found(String pattern) {
        Set<String> all = new TreeSet<>();
        Pattern.compile(pattern)
                .matcher(PAGE)
                .results()
                .map((MatchResult result) -> result.group(1))
                .forEach(all::add);
        return all;
    }

    @Test
    void scriptsAndServicesThatItNamesAreThere() {
        Tree compose = Deployment.tree(Deployment.ROOT.resolve("compose.yaml"));

        assertThat(found("\\bbin/([a-z-]+\\.sh)"))
                .contains("backup.sh", "restore.sh")
                .allSatisfy(name ->
                        assertThat(Deployment.ROOT.resolve("bin/" + name)).exists());
        assertThat(found("docker compose exec (?:-T )?([a-z-]+)"))
                .contains("engine", "postgres")
                .allSatisfy(name -> assertThat(compose.keys("services")).contains(name));
    }

    @Test
    void everyCommandOfAnOperatorIsOneThatIsTaken(@TempDir Path state) {
        Set<String> commands = found("bin/operate\\.sh ((?:status|trip|reset|hold|resume|flatten)\\b[^`#\\n]*)");
        assertThat(commands).hasSizeGreaterThan(12);
        for (String command : commands) {
            List<String> args = new ArrayList<>();
            Pattern.compile("'([^']*)'|(\\S+)")
                    .matcher(command)
                    .results()
                    .forEach(word -> args.add(word.group(1) == null ? word.group(2) : word.group(1)));
            args.addAll(List.of("--state", state.resolve("gone").toString()));
            // The folder is looked for after the command has been understood.
            assertThatThrownBy(() -> new OperateJob().run(System.out, args.toArray(String[]::new)))
                    .as(command)
                    .hasMessageContaining("there is no state folder");
        }
        Set<String> whom = found("bin/operate\\.sh (?:hold|resume|flatten) (\\S+)");
        for (String venue : List.of("binance", "binance-usdm", "okx")) {
            String file = Deployment.text(Deployment.ROOT.resolve("engine/" + venue + ".toml"));
            assertThat(whom)
                    .allMatch(name ->
                            Set.of("account", "NAME").contains(name) || file.contains("[strategies." + name + "]"));
        }
    }

    @Test
    void theBackupOfTheVolumeLeavesTheJournalOut() {
        assertThat(found("(-C /var/lib/ttquant [^`]*-cf [^`]*)"))
                .isNotEmpty()
                .allMatch(tar -> tar.contains("--exclude=./journal -cf - ."));
    }

    @Test
    void theProxyPasswordIsASecretOfTheEngine() {
        String yaml = found("```yaml\\n((?:(?!```)[\\s\\S])*PROXY_PASSWORD_FILE(?:(?!```)[\\s\\S])*)```")
                .iterator()
                .next();
        Tree snippet = new Tree("compose.override.yaml", new Yaml().load(yaml));
        Tree engine = snippet.at("services").at("engine");
        assertThat(engine.texts("secrets")).containsExactly("proxy_password");
        assertThat(engine.at("environment").text("OKX_PROXY_PASSWORD_FILE")).isEqualTo("/run/secrets/proxy_password");
        assertThat(snippet.at("secrets").at("proxy_password").text("file")).isEqualTo("./secrets/proxy_password");
    }

    /** The first process of a container is Docker's init, of which there is nothing to see; it does hand on signals. */
    @Test
    void theFirstProcessOfAContainerIsNotTakenForTheEngine() {
        assertThat(Deployment.tree(Deployment.ROOT.resolve("compose.yaml"))
                        .at("services")
                        .at("engine")
                        .text("init"))
                .isEqualTo("true");
        assertThat(PAGE).doesNotContain("/proc/1/", "jcmd 1");
    }

    /** After any signal of Docker's own a container is not started again by the policy unless-stopped. */
    @Test
    void noSignalIsSentInAWayThatEndsRestarts() {
        assertThat(PAGE.replace("Not `docker compose kill -s HUP`", ""))
                .doesNotContain("docker compose kill", "docker kill")
                .contains("docker compose exec prometheus kill -HUP 1");
    }

    /** With -f Compose does not look at what .env says of files, so that a live engine would become one on paper. */
    @Test
    void composeIsNeverToldItsFiles() {
        assertThat(PAGE).doesNotContain("docker compose -f");
        for (String script :
                new String[] {"start-strategy-engine", "run-backtest", "backup", "restore", "verify", "operate"}) {
            assertThat(Deployment.text(Deployment.ROOT.resolve("bin/" + script + ".sh")))
                    .as(script)
                    .contains("docker compose")
                    .doesNotContain("docker compose -f", "compose --file");
        }
    }

    @Test
    void theKillSwitchThatItNamesIsInTheFolderThatTheEngineLooksInto() {
        assertThat(Deployment.tree(Deployment.ROOT.resolve("compose.live.yaml"))
                        .at("services")
                        .at("engine")
                        .texts("command"))
                .containsSequence("--mode", "live")
                .containsSequence("--state", "/var/lib/ttquant/state");
        assertThat(found("(/var/lib/ttquant/state/\\S+?\\.kill)"))
                .containsExactly("/var/lib/ttquant/state/okx-live.kill");
    }
}
