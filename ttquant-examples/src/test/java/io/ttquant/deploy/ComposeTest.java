package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ttquant.core.storage.StoreSettings;
import io.ttquant.examples.live.OnInterrupt;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeTest {
    private static final Tree COMPOSE = Deployment.tree(Deployment.ROOT.resolve("compose.yaml"));
    private static final Tree LIVE = Deployment.tree(Deployment.ROOT.resolve("compose.live.yaml"));
    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:v?\\d+\\.\\d+(\\.\\d+)?([-_][a-z0-9_.-]+)?");
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password|passwd|secret|token|api_?key|passphrase)");

    private static List<Tree> services() {
        return COMPOSE.keys("services").stream()
                .map(name -> COMPOSE.at("services").at(name))
                .toList();
    }

    @Test
    void allServicesAreThere() {
        assertThat(COMPOSE.keys("services"))
                .contains("engine", "backtest", "postgres", "prometheus", "alertmanager", "grafana");
        assertThat(COMPOSE.at("services").at("backtest").texts("profiles")).containsExactly("backtest");
    }

    @Test
    void everyServiceIsWatchedRestartedAndHasABoundedLog() {
        assertThat(services()).allSatisfy(service -> {
            boolean isJob = !service.texts("profiles").isEmpty();
            assertThat(service.text("restart")).isEqualTo(isJob ? "no" : "unless-stopped");
            assertThat(service.at("healthcheck").list("test").isEmpty()).isEqualTo(isJob);
            assertThat(service.at("logging").at("options").keys()).contains("max-size", "max-file");
            assertThat(service.texts("security_opt")).contains("no-new-privileges:true");
        });
        assertThat(services().stream().filter(service -> !service.where().endsWith(".postgres")))
                .allSatisfy(service -> {
                    assertThat(service.text("read_only")).isEqualTo("true");
                    assertThat(service.texts("cap_drop")).containsExactly("ALL");
                });
    }

    @Test
    void theEngineIsLeftMoreTimeThanItsEndTakes() {
        Duration left =
                Duration.parse("PT" + COMPOSE.at("services").at("engine").text("stop_grace_period"));

        assertThat(left)
                .isGreaterThanOrEqualTo(
                        OnInterrupt.longest(StoreSettings.closing(Map.of())).plusSeconds(5));
        for (Path file : Deployment.files(Deployment.ROOT.resolve("engine"), ".toml")) {
            assertThat(Deployment.text(file)).as(file.toString()).doesNotContain("close_ms");
        }
    }

    @Test
    void imagesHaveVersionsAndPortsAreForThisMachineOnly() {
        assertThat(services()).allSatisfy(service -> {
            if (!service.has("build")) {
                assertThat(service.text("image")).matches(PINNED);
            }
            assertThat(service.texts("ports")).allMatch(port -> port.startsWith("127.0.0.1:"));
        });
        assertThat(Deployment.text(Deployment.ROOT.resolve("Dockerfile"))
                        .lines()
                        .filter(line -> line.startsWith("FROM")))
                .allSatisfy(line -> assertThat(line.split(" ")[1]).matches(PINNED));
    }

    @Test
    void noPasswordStandsAnywhere() {
        Stream.of(COMPOSE, LIVE)
                .flatMap(tree -> tree.keys("services").stream()
                        .map(name -> tree.at("services").at(name)))
                .forEach(service -> service.keys("environment").stream()
                        .filter(name -> PASSWORD.matcher(name).find())
                        .forEach(name -> {
                            assertThat(name).as(service.where()).endsWith("_FILE");
                            assertThat(service.at("environment").text(name)).startsWith("/run/secrets/");
                        }));
        for (Path file : Deployment.files(Deployment.ROOT, "")) {
            Path relative = Deployment.ROOT.relativize(file);
            if (Stream.of("secrets", "reports", "backups", "data").noneMatch(relative::startsWith)) {
                assertThat(Deployment.text(file).toLowerCase(Locale.ROOT))
                        .as(file.toString())
                        .doesNotContain("admin/admin", "password: admin", "changeme", "password=postgres");
            }
        }
    }

    @Test
    void everySecretThatAServiceReadsIsOneThatPrepareMakesOrThatTheGuideAsksFor() {
        Set<String> declared = new TreeSet<>(COMPOSE.keys("secrets"));
        declared.addAll(LIVE.keys("secrets"));
        String prepare = Deployment.text(Deployment.ROOT.resolve("bin/prepare.sh"));
        String page = Deployment.text(Deployment.PAGE);

        for (Tree service : Stream.concat(
                        services().stream(), Stream.of(LIVE.at("services").at("engine")))
                .toList()) {
            assertThat(declared).containsAll(service.texts("secrets"));
            List<String> own = new ArrayList<>(service.texts("secrets"));
            if (service.where().endsWith("engine")) {
                own.addAll(COMPOSE.at("services").at("engine").texts("secrets"));
            }
            assertThat(service.at("environment").scalars().stream()
                            .map(Tree::text)
                            .filter(text -> text.startsWith("/run/secrets/"))
                            .map(text -> text.replace("/run/secrets/", "")))
                    .allSatisfy(name -> assertThat(own).contains(name));
        }
        assertThat(declared).allSatisfy(name -> assertThat(prepare + page).contains(name));
    }

    @Test
    void everyFileThatIsMountedIsThere() {
        for (Tree service : services()) {
            for (String volume : service.texts("volumes")) {
                String source = volume.substring(0, volume.indexOf(':'));
                if (source.equals("./reports")) {
                    assertThat(Deployment.text(Deployment.ROOT.resolve("bin/prepare.sh")))
                            .contains("mkdir -p data reports\n");
                } else if (source.startsWith("./")) {
                    assertThat(Deployment.ROOT.resolve(source)).exists();
                } else if (!source.startsWith("/") && !source.startsWith("$")) {
                    assertThat(COMPOSE.keys("volumes")).contains(source);
                }
            }
        }
        String dockerfile = Deployment.text(Deployment.ROOT.resolve("Dockerfile"));
        Pattern.compile("COPY --chmod=755 (\\S+)").matcher(dockerfile).results().forEach(copied -> {
            assertThat(Path.of("..").resolve(copied.group(1))).exists();
        });
        assertThat(dockerfile).contains("USER ${UID}:${UID}");
    }

    @Test
    void whatIsScrapedIsAServiceAtThePortThatItListensAt() {
        Tree prometheus = Deployment.tree(Deployment.ROOT.resolve("prometheus/prometheus.yml"));
        List<String> targets = prometheus.list("scrape_configs").stream()
                .flatMap(job -> job.list("static_configs").stream())
                .flatMap(config -> config.texts("targets").stream())
                .toList();

        assertThat(targets)
                .contains(
                        "engine:9464",
                        "node-exporter:9100",
                        "postgres-exporter:9187",
                        "alertmanager:9093",
                        "grafana:3000");
        assertThat(targets).allSatisfy(target -> {
            String host = target.substring(0, target.indexOf(':'));
            assertThat(COMPOSE.keys("services")).contains(host.equals("127.0.0.1") ? "prometheus" : host);
        });
        for (Tree service : services()) {
            for (String port : service.texts("ports")) {
                String inside = port.substring(port.lastIndexOf(':') + 1);
                assertThat(targets).anyMatch(target -> target.endsWith(":" + inside));
            }
        }
        assertThat(prometheus
                        .at("alerting")
                        .list("alertmanagers")
                        .get(0)
                        .list("static_configs")
                        .get(0)
                        .texts("targets"))
                .containsExactly("alertmanager:9093");
    }

    @Test
    void paperIsTheDefaultAndLiveWantsAPhrase() {
        assertThat(COMPOSE.at("services").at("engine").texts("command"))
                .containsSequence("--mode", "paper")
                .contains("${TTQUANT_VENUE:-binance}");
        assertThat(LIVE.at("services").at("engine").at("environment").text("TTQUANT_CONFIRM_LIVE"))
                .startsWith("${TTQUANT_CONFIRM_LIVE:?");
        assertThat(COMPOSE.scalars())
                .noneSatisfy(scalar -> assertThat(scalar.text()).contains("confirm-live"));
    }

    /** Docker mounts a tmpfs noexec unless it is told otherwise, and a library that lies there is not mapped. */
    @ParameterizedTest
    @ValueSource(strings = {"engine", "backtest"})
    void librariesThatStoresUnpackHaveRoomAndMayRun(String name) throws IOException {
        long largest = 0;
        for (String library :
                List.of("libduckdb_java.so_linux_amd64", "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so")) {
            try (InputStream in = ComposeTest.class.getClassLoader().getResourceAsStream(library)) {
                assertThat(in).as(library).isNotNull();
                largest += in.transferTo(OutputStream.nullOutputStream());
            }
        }
        String mount = COMPOSE.at("services").at(name).texts("tmpfs").get(0);
        List<String> options = List.of(mount.replace("/tmp:", "").split(","));
        String size = options.stream()
                .filter(option -> option.startsWith("size="))
                .findFirst()
                .orElseThrow()
                .replaceAll("size=(\\d+)m", "$1");

        assertThat(mount).startsWith("/tmp:");
        assertThat(options).contains("exec");
        assertThat(Long.parseLong(size) << 20).isGreaterThan(2 * largest);
    }

    @Test
    void noOtherServiceRunsWhatLiesInItsTemporaryFolder() {
        assertThat(services().stream().filter(service -> !service.has("build") && service.has("tmpfs")))
                .isNotEmpty()
                .allSatisfy(service -> assertThat(service.texts("tmpfs").get(0)).doesNotContain("exec"));
    }

    @Test
    void eachDiskOfTheMachineIsShownOnce() {
        String option = "--collector.filesystem.mount-points-exclude=";
        Pattern excluded = Pattern.compile(COMPOSE.at("services").at("node-exporter").texts("command").stream()
                .filter(argument -> argument.startsWith(option))
                .findFirst()
                .orElseThrow()
                .substring(option.length())
                .replace("$$", "$"));

        assertThat(List.of("/etc/hosts", "/etc/hostname", "/etc/resolv.conf", "/run/user/1000", "/var/lib/docker/x/y"))
                .allMatch(excluded.asPredicate());
        assertThat(List.of("/", "/boot", "/var/lib/docker", "/etc", "/etc/hosts.d", "/home/run", "/data"))
                .noneMatch(excluded.asPredicate());
    }

    /** Who asks for a larger heap must not lose what ends a process without memory. */
    @Test
    void optionsOfTheJvmThatMustStayAreOutsideTheVariableForOthers() {
        String options = COMPOSE.at("services").at("engine").at("environment").text("JAVA_TOOL_OPTIONS");

        assertThat(options.replaceAll("\\$\\{[^}]*}", ""))
                .contains("-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC")
                .doesNotContain("-Xm");
        assertThat(options).endsWith(" ${TTQUANT_JAVA_OPTIONS:--Xms512m -Xmx512m}");
    }

    @Test
    void aBacktestLeavesItsReportOnThisMachineAndTakesNothingFromAnEngine() {
        Tree backtest = COMPOSE.at("services").at("backtest");

        assertThat(backtest.texts("volumes")).contains("./reports:/reports", "backtest:/var/lib/ttquant");
        assertThat(backtest.text("working_dir")).isEqualTo("/reports");
        assertThat(backtest.has("mem_limit")).isTrue();
        assertThat(backtest.number("cpu_shares")).isLessThan(1024);
    }

    @Test
    void whatBelongsToADeploymentGoesNeitherIntoTheRepositoryNorIntoTheImage() {
        List<String> ignored =
                Deployment.text(Deployment.ROOT.resolve(".gitignore")).lines().toList();
        String image = Deployment.text(Deployment.ROOT.resolve("Dockerfile.dockerignore"));

        assertThat(ignored).contains("/.env", "/secrets/", "/data/", "/reports/", "/backups/");
        for (String folder : List.of("secrets", "data", "reports", "backups")) {
            assertThat(image.lines()).contains("ttquant-examples/deploy/" + folder);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for a POSIX shell")
    void dockerComposeTakesBothFiles(@TempDir Path folder) throws IOException {
        Program compose = Program.composes()
                .filter(program -> program.find().isPresent())
                .filter(program ->
                        program.run(folder, program.composing("version")).status() == 0)
                .findFirst()
                .orElse(Program.DOCKER);
        assumeTrue(
                compose.find().isPresent()
                        && compose.run(folder, compose.composing("version")).status() == 0,
                "Docker Compose is not here: neither the plugin of docker nor docker-compose");
        Copies.copy(Deployment.ROOT, folder);
        assertThat(Ended.run(folder, List.of("sh", "bin/prepare.sh", "--no-receivers"))
                        .status())
                .isZero();
        Ended paper = compose.run(folder, compose.composing("--profile", "backtest", "config"));
        Files.writeString(
                folder.resolve(".env"),
                "COMPOSE_FILE=compose.yaml:compose.live.yaml\nTTQUANT_CONFIRM_LIVE=\"trade real money\"\n",
                StandardOpenOption.APPEND);
        Ended live = compose.run(folder, compose.composing("config"));

        assertThat(paper.status()).as(paper.text()).isZero();
        assertThat(paper.text()).containsPattern("- --mode\\s+- paper").doesNotContain("exchange_key");
        assertThat(live.status()).as(live.text()).isZero();
        assertThat(live.text())
                .containsPattern("- --mode\\s+- live")
                .contains("TTQUANT_CONFIRM_LIVE: trade real money", "exchange_key", "database_password");
    }
}
