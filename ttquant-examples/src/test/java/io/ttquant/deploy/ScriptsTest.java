package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of the deployment with somebody who answers, and programs that only say what they were asked to do. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for a POSIX shell")
class ScriptsTest {
    @TempDir
    Path root;

    private Path bin;

    @BeforeEach
    void copy() throws IOException {
        Copies.copy(Deployment.ROOT, root.resolve("deploy"));
        bin = Files.createDirectories(root.resolve("programs"));
        for (String name : List.of("docker", "java")) {
            Path program = Files.writeString(
                    bin.resolve(name),
                    "#!/bin/sh\necho \"venue=${TTQUANT_VENUE:-}\"\nfor arg in \"$@\"; do echo \"<$arg>\"; done\n");
            assertThat(program.toFile().setExecutable(true)).isTrue();
        }
    }

    private Ended run(String script, String answers, Map<String, String> environment, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(script.startsWith("image") ? "bash" : "sh", script));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.resolve("deploy").toFile())
                .redirectErrorStream(true);
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(answers.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The script has ended without asking.
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), text);
    }

    private Ended prepare() throws Exception {
        return run("bin/prepare.sh", "https://a/1\nhttps://a/2\nhttps://a/3\n", Map.of());
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
    void enterTwiceIsPaperAtBinanceAndLiveWantsKeysAndAPhrase() throws Exception {
        prepare();
        Ended paper = run("bin/start-strategy-engine.sh", "\n\n", Map.of(), "--build");
        assertThat(paper.text()).contains("venue=binance", "<compose>", "<up>", "<-d>", "<--build>");
        assertThat(paper.text()).doesNotContain("compose.live.yaml");
        assertThat(run("bin/start-strategy-engine.sh", "okx\npaper\n", Map.of()).text())
                .contains("venue=okx");
        assertThat(run("bin/start-strategy-engine.sh", "kraken\n", Map.of()).text())
                .contains("is none of")
                .doesNotContain("<");

        String yes = "okx\nlive\ntrade real money\n";
        Ended keyless = run("bin/start-strategy-engine.sh", yes, Map.of());
        assertThat(keyless.status()).isOne();
        assertThat(keyless.text()).contains("secrets/exchange_key is not there").doesNotContain("<");
        for (String name : List.of("exchange_key", "exchange_secret", "exchange_passphrase")) {
            Files.writeString(root.resolve("deploy/secrets/" + name), "x");
        }
        assertThat(run("bin/start-strategy-engine.sh", yes, Map.of()).text())
                .contains("venue=okx", "<-f>\n<compose.yaml>\n<-f>\n<compose.live.yaml>\n<up>");
        Ended unconfirmed = run("bin/start-strategy-engine.sh", "okx\nlive\nyes\n", Map.of());
        assertThat(unconfirmed.status()).isOne();
        assertThat(unconfirmed.text()).contains("Not confirmed").doesNotContain("<");
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
    void aBacktestSeesDataOnlyBelowItsFolder() throws Exception {
        prepare();
        assertThat(run("bin/run-backtest.sh", "\n", Map.of(), "--help").text())
                .contains("<--profile>\n<backtest>\n<run>\n<--rm>\n<backtest>")
                .contains("<--help>")
                .doesNotContain("<--data>");
        assertThat(run("bin/run-backtest.sh", "mine/2024\n", Map.of()).text()).contains("<--data>\n</data/mine/2024>");
        assertThat(run("bin/run-backtest.sh", "../other\n", Map.of()).text())
                .contains("is not below")
                .doesNotContain("<");
    }

    @Test
    void theHealthCheckKnowsAnEngineThatAnswersOneThatHangsAndOneThatIsGone() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not here");
        try (Answering engine = Answering.with("ttquant_metrics_sample_age_seconds{engine=\"okx\"} 0.4\n")) {
            assertThat(run("image/healthy.sh", "", Map.of("TTQUANT_METRICS_PORT", "" + engine.port()))
                            .status())
                    .isZero();
        }
        try (Answering engine = Answering.with("ttquant_metrics_sample_age_seconds{engine=\"okx\"} 95.0\n")) {
            assertThat(run("image/healthy.sh", "", Map.of("TTQUANT_METRICS_PORT", "" + engine.port()))
                            .status())
                    .isOne();
        }
        assertThat(run("image/healthy.sh", "", Map.of("TTQUANT_METRICS_PORT", "" + Server.freePort()))
                        .status())
                .isNotZero();
    }
}
