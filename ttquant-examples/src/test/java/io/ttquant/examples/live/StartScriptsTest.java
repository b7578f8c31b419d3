package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The start scripts with somebody who answers, and a Maven that only says what it was asked to do. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for a POSIX shell")
class StartScriptsTest {
    @TempDir
    Path root;

    private record Ended(int status, String text) {}

    @BeforeEach
    void copy() throws IOException {
        Path bin = Files.createDirectories(root.resolve("ttquant-examples/bin"));
        for (String name : List.of("start-strategy-engine.sh", "run-backtest.sh")) {
            Files.copy(Path.of("bin", name), bin.resolve(name));
        }
        Path maven = Files.writeString(
                root.resolve("mvnw"), "#!/bin/sh\npwd -P\nfor arg in \"$@\"; do echo \"<$arg>\"; done\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    private Ended run(String shell, String script, String answers, String... args) throws Exception {
        return runIn(root, "ttquant-examples/bin/" + script, shell, answers, args);
    }

    private Ended runIn(Path folder, String script, String shell, String answers, String... args) throws Exception {
        Path found = Path.of("/bin", shell);
        assumeTrue(Files.isExecutable(found), shell + " is not there");
        List<String> command = new ArrayList<>(List.of(found.toString(), script));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(answers.getBytes(StandardCharsets.UTF_8));
        }
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash", "dash"})
    void enterTwiceIsPaperAtBinance(String shell) throws Exception {
        Ended ended = run(shell, "start-strategy-engine.sh", "\n\n");
        assertThat(ended.text())
                .contains("Venue", "[binance]", "Mode (paper, live) [paper]")
                .contains("<-Dttquant.main=io.ttquant.examples.StrategyEngine>")
                .contains("<-Dexec.args=--mode paper --venue binance >");
        assertThat(ended.status()).isZero();
        assertThat(run(shell, "start-strategy-engine.sh", "").text())
                .as("no answer at all")
                .contains("--mode paper");
    }

    /** Files that are named, .env and what is written are those of the folder in which somebody stands, not of the sources. */
    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash", "dash"})
    void theyRunWhereSomebodyStands(String shell) throws Exception {
        Path own = Files.createDirectories(root.resolve("my own/folder"));
        Path bin = root.resolve("ttquant-examples/bin");
        Files.writeString(own.resolve("my.toml"), "");
        String here = own.toRealPath() + "\n<-f>\n<" + root.toRealPath() + "/pom.xml>\n<-q>\n<-Prun>\n";

        Ended engine = runIn(own, bin + "/start-strategy-engine.sh", shell, "\n\n", "--config", "my.toml");
        assertThat(engine.text()).contains(here, "'--config' 'my.toml'>");
        Ended live = runIn(own, "../../ttquant-examples/bin/start-strategy-engine.sh", shell, "\nlive\n");
        assertThat(live.text()).contains("or from " + own.toRealPath() + "/.env (chmod 600)");
        Ended backtest = runIn(own, "../../ttquant-examples/bin/run-backtest.sh", shell, "\nmy.toml\n");
        assertThat(backtest.text()).contains(here, "<-Dexec.args= --config 'my.toml'>");
        Ended refused = runIn(root, bin + "/run-backtest.sh", shell, "\nmy.toml\n");
        assertThat(refused.text()).contains("There is no file my.toml in").doesNotContain("<");
        assertThat(refused.status()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash", "dash"})
    void liveAsksForAPhrase(String shell) throws Exception {
        Ended begun =
                run(shell, "start-strategy-engine.sh", "okx\nlive\ntrade real money\n", "--config", "my file.toml");
        assertThat(begun.text())
                .contains("<-Dexec.args=--mode live --venue okx --confirm-live '--config' 'my file.toml'>");
        assertThat(begun.status()).isZero();
        for (String answers : List.of("okx\nlive\nyes\n", "okx\nlive\n\n", "okx\nlive\n")) {
            Ended refused = run(shell, "start-strategy-engine.sh", answers);
            assertThat(refused.text())
                    .contains("You can lose real money", "Not confirmed; nothing was started")
                    .doesNotContain("<");
            assertThat(refused.status()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash", "dash"})
    void whatIsNoneIsRefused(String shell) throws Exception {
        Ended venue = run(shell, "start-strategy-engine.sh", "kraken\n");
        assertThat(venue.text())
                .contains("'kraken' is none of binance, binance-usdm, okx")
                .doesNotContain("<");
        assertThat(venue.status()).isOne();
        Ended mode = run(shell, "start-strategy-engine.sh", "\nreal\n");
        assertThat(mode.text()).contains("'real' is neither paper nor live").doesNotContain("<");
        assertThat(mode.status()).isOne();
        Ended quote = run(shell, "start-strategy-engine.sh", "\n\n", "it's.toml");
        assertThat(quote.text()).contains("has a quote in it").doesNotContain("<");
        assertThat(quote.status()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash", "dash"})
    void aBacktestIsOfASampleUnlessDataAreNamed(String shell) throws Exception {
        assertThat(run(shell, "run-backtest.sh", "\n\n").text()).contains("<-Prun>", "<-Dexec.args=>");
        Files.createDirectories(root.resolve("my data"));
        Files.writeString(root.resolve("my.toml"), "");
        Ended ended = run(shell, "run-backtest.sh", "my data\nmy.toml\n", "--out", "here");
        assertThat(ended.text()).contains("<-Dexec.args= --data 'my data' --config 'my.toml' '--out' 'here'>");
        Ended refused = run(shell, "run-backtest.sh", "nowhere\n\n");
        assertThat(refused.text()).contains("There is no nowhere in").doesNotContain("<");
        assertThat(refused.status()).isOne();
    }
}
