package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys, and what the programs write where they run, are not taken along by "git add". */
class IgnoredFilesTest {
    @TempDir
    Path root;

    @BeforeEach
    void copy() throws IOException {
        Files.copy(Path.of("..", ".gitignore"), root.resolve(".gitignore"));
        Path deploy = Files.createDirectories(root.resolve("ttquant-examples/deploy"));
        Files.copy(Deployment.ROOT.resolve(".gitignore"), deploy.resolve(".gitignore"));
        assertThat(Program.GIT.run(root, "init", "-q").status()).isZero();
    }

    private boolean isIgnored(String file) {
        Ended ended = Program.GIT.run(root, "-c", "core.excludesFile=", "check-ignore", "-q", file);
        assertThat(ended.status()).as(ended.text()).isIn(0, 1);
        return ended.status() == 0;
    }

    @Test
    void keysAndRecordingsAre() {
        for (String file : new String[] {
            ".env",
            ".env.live",
            "ttquant-examples/.env",
            "ttquant-examples/deploy/.env",
            "ttquant-examples/deploy/.env.1234",
            "ttquant-examples/deploy/secrets/exchange_secret",
            "recordings/binance/BTCUSDT.csv",
            "history/BTCUSDT.csv",
            "journal/okx-live-1700000000000.journal",
            "mine/okx-live-1700000000000.journal",
            "reports/report.html",
            "target/report/report.html",
            "ttquant-state/okx-live.kill",
            "ttquant.db",
            "ttquant.db-wal",
        }) {
            assertThat(isIgnored(file)).as(file).isTrue();
        }
    }

    @Test
    void whatBelongsToTheSourcesIsNot() {
        for (String file : new String[] {
            "ttquant-examples/deploy/.env.example",
            ".env.example",
            "ttquant-core/src/main/java/io/ttquant/core/journal/JournalReader.java",
            "ttquant-examples/bin/start-strategy-engine.sh",
            "docs/recipes/results.md",
        }) {
            assertThat(isIgnored(file)).as(file).isFalse();
        }
    }
}
