package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is run before, beside and inside of the containers. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for a POSIX shell")
class ScriptsTest {
    @TempDir
    Path root;

    private Shell shell;

    @BeforeEach
    void copy() {
        shell = Shell.in(root);
    }

    private Ended run(String script, String answers, Map<String, String> environment, String... args) throws Exception {
        return shell.run(script, answers, environment, args);
    }

    private Ended prepare() throws Exception {
        return shell.prepare();
    }

    @Test
    void preparingMakesDifferentPasswordsOnceAndKeepsThem() throws Exception {
        Ended first = prepare();
        assertThat(first.status()).as(first.text()).isZero();
        Path secrets = root.resolve("deploy/secrets");
        Set<String> passwords = new HashSet<>();
        for (String name : List.of("postgres", "database", "reader", "monitor", "grafana_admin")) {
            String password = Files.readString(secrets.resolve(name + "_password"));
            assertThat(password).matches("[A-Za-z0-9]{40}");
            assertThat(first.text()).doesNotContain(password);
            passwords.add(password);
        }
        assertThat(passwords).hasSize(5);
        assertThat(Files.readString(secrets.resolve("alerts_url"))).isEqualTo("https://a/2");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
        assertThat(Files.readString(root.resolve("deploy/.env")))
                .contains("TTQUANT_UID=")
                .doesNotContain("TTQUANT_UID=0\n");

        String before = Files.readString(secrets.resolve("reader_password"));
        Ended second = run("bin/prepare.sh", "", Map.of());
        assertThat(second.status()).isZero();
        assertThat(second.text()).isEmpty();
        assertThat(Files.readString(secrets.resolve("reader_password"))).isEqualTo(before);
    }

    @Test
    void whatContainersMountCanBeReadByUsersWhoHaveNoRightsOfTheirOwn() throws Exception {
        Files.createDirectory(shell.deploy("data"), modes("rwx------"));
        Files.setPosixFilePermissions(shell.deploy("engine", "okx.toml"), PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(shell.deploy("postgres"), PosixFilePermissions.fromString("rwx------"));
        assertThat(prepare().status()).isZero();

        assertThat(mode("data")).isEqualTo("rwxr-xr-x");
        assertThat(mode("reports")).isEqualTo("rwxr-xr-x");
        assertThat(mode("engine", "okx.toml")).isEqualTo("rw-r--r--");
        assertThat(mode("postgres")).isEqualTo("rwxr-xr-x");
        assertThat(mode("secrets")).isEqualTo("rwx------");
        assertThat(mode("secrets", "database_password")).isEqualTo("rw-r--r--");
        assertThat(mode(".env")).isEqualTo("rw-------");
    }

    @Test
    void reportsBelongToWhomTheBacktestRunsAs() throws Exception {
        prepare();
        String owner = "TTQUANT_UID=" + uid(shell.deploy("reports")) + "\n";
        assertThat(Files.readString(shell.deploy(".env"))).contains(owner);

        shell.program("chown", "exit 1");
        shell.write(".env", "TTQUANT_UID=54321\n");
        Ended refused = prepare();
        assertThat(refused.status()).isOne();
        assertThat(refused.text()).contains("reports belongs to user", "runs as 54321", "sudo chown 54321");
    }

    private static Object uid(Path file) throws IOException {
        return Files.getAttribute(file, "unix:uid");
    }

    private String mode(String... names) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(shell.deploy(names)));
    }

    private static FileAttribute<?> modes(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }

    @Test
    void alertsThatGoNowhereMustBeAskedFor() throws Exception {
        Ended refused = run("bin/prepare.sh", "\n", Map.of());
        assertThat(refused.status()).isOne();
        assertThat(refused.text()).contains("--no-receivers");
        assertThat(run("bin/prepare.sh", "", Map.of(), "--no-receivers").status())
                .isZero();
        assertThat(run("bin/prepare.sh", "", Map.of(), "--force").text()).contains("'--force' is no option");
    }

    @Test
    void nothingStartsBeforeItIsPrepared() throws Exception {
        for (String script : List.of("bin/start-strategy-engine.sh", "bin/run-backtest.sh")) {
            Ended refused = run(script, "\n\n", Map.of());
            assertThat(refused.status()).isOne();
            assertThat(refused.text()).contains("bin/prepare.sh").doesNotContain("<");
        }
    }

    @Test
    void theContainerTradesLiveOnlyWithThePhrase() throws Exception {
        assertThat(run("image/entry.sh", "", Map.of(), "--mode", "paper").text())
                .contains("<io.ttquant.examples.StrategyEngine>", "<paper>")
                .doesNotContain("confirm-live");
        Ended refused = run("image/entry.sh", "", Map.of("TTQUANT_CONFIRM_LIVE", "yes"), "--mode", "live");
        assertThat(refused.status()).isOne();
        assertThat(refused.text()).contains("nothing was started").doesNotContain("<");
        assertThat(run("image/entry.sh", "", Map.of("TTQUANT_CONFIRM_LIVE", "trade real money"), "--mode", "live")
                        .text())
                .contains("<--confirm-live>");
    }

    @Test
    void anOperatorAsksTheEngineThatRunsAndElseAContainerBesideItsVolume() throws Exception {
        assertThat(run("bin/operate.sh", "", Map.of(), "trip", "--why", "the feed is wrong")
                        .text())
                .endsWith(
                        "<compose>\n<exec>\n<-T>\n<engine>\n</usr/local/bin/operate>\n<trip>\n<--why>\n<the feed is wrong>\n");
        shell.program("docker", """
                [ "$2" != ps ] || exit 0
                for arg in "$@"; do echo "<$arg>"; done
                exit 2""");
        Ended without = run("bin/operate.sh", "", Map.of(), "status");
        assertThat(without.text())
                .isEqualTo(
                        "<compose>\n<run>\n<--rm>\n<--no-deps>\n<-T>\n<--entrypoint>\n</usr/local/bin/operate>\n<engine>\n<status>\n");
        assertThat(without.status()).as("that of the command").isEqualTo(2);
    }

    @Test
    void theOperatorsCommandTakesNoMemoryOfTheEngines() throws Exception {
        shell.program("java", "echo \"${JAVA_TOOL_OPTIONS-none}\"; for arg in \"$@\"; do echo \"<$arg>\"; done");
        assertThat(run("image/operate.sh", "", Map.of("JAVA_TOOL_OPTIONS", "-Xms512m"), "status")
                        .text())
                .startsWith("none\n<-Xmx48m>")
                .endsWith("<io.ttquant.examples.Operate>\n<status>\n<--state>\n</var/lib/ttquant/state>\n");
        assertThat(run("image/operate.sh", "", Map.of()).text()).contains("<--help>");
    }

    @Test
    void aBacktestSeesDataOnlyBelowItsFolder() throws Exception {
        prepare();
        assertThat(run("bin/run-backtest.sh", "\n", Map.of(), "--help").text())
                .contains("<--profile>\n<backtest>\n<run>\n<--rm>\n<backtest>")
                .contains("<--help>")
                .doesNotContain("<--data>", "<--config>", "<--keep>");
        assertThat(run("bin/run-backtest.sh", "mine/2024\n", Map.of()).text()).contains("<--data>\n</data/mine/2024>");
        assertThat(run("bin/run-backtest.sh", "\n\nmay 2024\n", Map.of(), "--decisions")
                        .text())
                .contains("<--keep>\n<may 2024>\n<--keep-in>\n</etc/ttquant/backtest.toml>\n<--decisions>");
        assertThat(run("bin/run-backtest.sh", "\nbinance.toml\nmay\n", Map.of()).text())
                .contains("<--config>\n</etc/ttquant/binance.toml>")
                .contains("<--keep>\n<may>\n<--keep-in>\n</etc/ttquant/binance.toml>");
        assertThat(run("bin/run-backtest.sh", "../other\n", Map.of()).text())
                .contains("is not below")
                .doesNotContain("<");
    }

    private int health(String metrics) throws Exception {
        try (Answering engine = Answering.with(metrics)) {
            return run("image/healthy.sh", "", Map.of("TTQUANT_METRICS_PORT", "" + engine.port()))
                    .status();
        }
    }

    @Test
    void aBacktestTakesAConfigurationOfTheFolderThatItSees() throws Exception {
        prepare();
        assertThat(run("bin/run-backtest.sh", "\nbacktest.toml\n", Map.of()).text())
                .contains("<--config>\n</etc/ttquant/backtest.toml>");
        assertThat(run("bin/run-backtest.sh", "\nmine.toml\n", Map.of()).text())
                .contains("There is no engine/mine.toml")
                .doesNotContain("<");
        assertThat(run("bin/run-backtest.sh", "\n../.env\n", Map.of()).text())
                .contains("is no name of a file in engine/")
                .doesNotContain("<");
    }

    @Test
    void aReportIsSaidToBeWhereThisMachineHasIt() throws Exception {
        prepare();
        shell.program("docker", """
                while [ "$1" != --out ]; do shift; done
                echo "Report: file://$2/report.html"
                mkdir -p ".$2" && touch ".$2/report.html\"""");
        String text = run("bin/run-backtest.sh", "\n\n", Map.of()).text();
        assertThat(text).contains("Report: file:///reports/20");
        String address = text.lines()
                .filter(line -> line.startsWith("On this machine: file://"))
                .findFirst()
                .orElseThrow();
        assertThat(Path.of(address.substring(address.indexOf("/", address.indexOf("//") + 2))))
                .exists()
                .startsWith(shell.deploy("reports").toRealPath());
    }

    @Test
    void aBacktestThatFailsSaysNothingOfAReportAndFailsToo() throws Exception {
        prepare();
        shell.program("docker", "echo 'there is no data' >&2; exit 3");
        Ended failed = run("bin/run-backtest.sh", "\n\n", Map.of());
        assertThat(failed.status()).isEqualTo(3);
        assertThat(failed.text()).contains("there is no data").doesNotContain("On this machine");
    }

    @Test
    void aCommandOfDataIsRunAsItIs() throws Exception {
        prepare();
        assertThat(run("bin/run-backtest.sh", "", Map.of(), "describe", "/data/mine")
                        .text())
                .endsWith("<backtest>\n<describe>\n</data/mine>\n");
    }

    @Test
    void withoutAFolderForReportsNothingIsStarted() throws Exception {
        prepare();
        Files.delete(shell.deploy("reports"));
        Ended refused = run("bin/run-backtest.sh", "\n\n", Map.of());
        assertThat(refused.status()).isOne();
        assertThat(refused.text()).contains("run bin/prepare.sh").doesNotContain("<");
    }

    @Test
    void theVerificationMissesAServiceThatHasEndedAndAnEngineInAnotherMode() throws Exception {
        prepare();
        Map<String, String> well = Map.of("ENGINE", "running healthy", "MODE", "live");
        shell.program("docker", """
                case "$*" in
                  *'config --services') printf 'engine\\npostgres\\n' ;;
                  *config) printf '    command:\\n      - --mode\\n      - live\\n      - --venue\\n      - okx\\n' ;;
                  *.Health*) printf 'postgres running healthy\\n'; [ -z "$ENGINE" ] || echo "engine $ENGINE" ;;
                  *.Command*) echo "\\"/usr/local/bin/start-engine --mode $MODE --venue okx --state /s\\"" ;;
                esac""");

        assertThat(run("bin/verify.sh", "", well).text())
                .contains("ok     every service is up and healthy", "ok     the engine runs in the mode");
        assertThat(run("bin/verify.sh", "", Map.of("ENGINE", "", "MODE", "live"))
                        .text())
                .contains("WRONG  every service is up and healthy");
        assertThat(run("bin/verify.sh", "", Map.of("ENGINE", "running unhealthy", "MODE", "live"))
                        .text())
                .contains("WRONG  every service is up and healthy");
        assertThat(run("bin/verify.sh", "", Map.of("ENGINE", "running healthy", "MODE", "paper"))
                        .text())
                .contains("WRONG  the engine runs in the mode");
    }

    @Test
    void theHealthCheckKnowsAnEngineThatRunsOneThatHangsAndOneThatIsGone() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not here");
        String runs = "ttquant_engine_running{engine=\"okx\",mode=\"live\"} 1\n";
        String looked = "ttquant_metrics_sample_age_seconds{engine=\"okx\"} 0.4\n";
        assertThat(health(runs + looked)).isZero();
        assertThat(health(runs + looked.replace("0.4", "95.0"))).as("it hangs").isOne();
        assertThat(health(runs.replace("} 1", "} 0")))
                .as("it has not begun, or has ended")
                .isOne();
        assertThat(health(runs + looked + runs.replace("okx", "binance").replace("} 1", "} 0")))
                .as("one of two")
                .isOne();
        assertThat(health("ttquant_jvm_threads 30\n")).as("no engine at all").isOne();
        assertThat(run("image/healthy.sh", "", Map.of("TTQUANT_METRICS_PORT", "" + Server.freePort()))
                        .status())
                .isNotZero();
    }
}
