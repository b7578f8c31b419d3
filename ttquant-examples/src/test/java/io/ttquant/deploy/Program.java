package io.ttquant.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that others made. If it is not on the {@code PATH}, it is taken out of its Debian package, into {@code target/}, as whoever runs the tests. */
enum Program {
    PROMTOOL("promtool", "prometheus"),
    PROMETHEUS("prometheus", "prometheus"),
    AMTOOL("amtool", "prometheus-alertmanager"),
    NODE_EXPORTER("prometheus-node-exporter", "prometheus-node-exporter"),
    POSTGRES_EXPORTER("prometheus-postgres-exporter", "prometheus-postgres-exporter"),
    PSQL("psql", ""),
    DOCKER("docker", ""),
    DOCKER_COMPOSE("docker-compose", "");

    private static final Path PROGRAMS = Path.of("target", "programs").toAbsolutePath();
    private static final List<String> USUAL = List.of("/usr/bin", "/usr/local/bin", "/usr/sbin");
    /** What became of each package, so that one that cannot be had is asked for once. */
    private static final Map<String, Boolean> FETCHED = new HashMap<>();

    private final String file;
    private final String debianPackage;

    Program(String file, String debianPackage) {
        this.file = file;
        this.debianPackage = debianPackage;
    }

    /** The ways to have Docker Compose. */
    static Stream<Program> composes() {
        return Stream.of(DOCKER, DOCKER_COMPOSE);
    }

    /** Arguments of Compose, for the plugin of docker or the program of its own. */
    String[] composing(String... args) {
        return this == DOCKER_COMPOSE
                ? args
                : Stream.concat(Stream.of("compose"), Arrays.stream(args)).toArray(String[]::new);
    }

    /** The program; the test is skipped with a message if there is none. */
    Path need() {
        Optional<Path> found = find();
        assumeTrue(
                found.isPresent(),
                () -> file + " is not on the PATH and could not be fetched; on Debian or Ubuntu: apt-get install "
                        + debianPackage + "; elsewhere put it on the PATH");
        return found.orElseThrow();
    }

    /** Runs it to its end. */
    Ended run(Path folder, String... args) {
        List<String> command = new ArrayList<>(List.of(need().toString()));
        command.addAll(Arrays.asList(args));
        return Ended.run(folder, command);
    }

    Optional<Path> find() {
        Optional<Path> there = onPath().or(this::unpacked);
        return there.isPresent() || debianPackage.isEmpty() || !fetch(debianPackage) ? there : unpacked();
    }

    private Optional<Path> onPath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), USUAL.stream())
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, file))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Optional<Path> unpacked() {
        return Optional.of(PROGRAMS.resolve("usr/bin").resolve(file)).filter(Files::isExecutable);
    }

    private static synchronized boolean fetch(String name) {
        return FETCHED.computeIfAbsent(name, Program::download);
    }

    private static boolean download(String name) {
        if (Stream.of("apt-get", "dpkg-deb")
                .anyMatch(needed -> USUAL.stream().noneMatch(bin -> Files.isExecutable(Path.of(bin, needed))))) {
            return false;
        }
        try {
            Path folder = Files.createDirectories(PROGRAMS.resolve("packages/" + name));
            // The lists of the machine may be missing or old, and only root may renew those; ours are our own.
            if (apt(folder, "download", name).status() != 0
                    && (aptWithLists(folder, "update").status() != 0
                            || aptWithLists(folder, "download", name).status() != 0)) {
                return false;
            }
            for (Path file : Deployment.files(folder, ".deb")) {
                if (Ended.run(folder, List.of("dpkg-deb", "-x", file.toString(), PROGRAMS.toString()))
                                .status()
                        != 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ended apt(Path folder, String... args) {
        List<String> command = new ArrayList<>(List.of("apt-get", "-q", "-o", "APT::Sandbox::User="));
        command.addAll(Arrays.asList(args));
        return Ended.run(folder, command);
    }

    private static Ended aptWithLists(Path folder, String... args) throws IOException {
        Path lists = PROGRAMS.resolve("apt/lists");
        Path cache = PROGRAMS.resolve("apt/cache");
        Files.createDirectories(lists.resolve("partial"));
        Files.createDirectories(cache.resolve("archives/partial"));
        List<String> all = new ArrayList<>(List.of("-o", "Dir::State::Lists=" + lists, "-o", "Dir::Cache=" + cache));
        all.addAll(Arrays.asList(args));
        return apt(folder, all.toArray(String[]::new));
    }
}
