package io.ttquant.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program that others made. If it is not on the {@code PATH}, it is taken out of its Debian package, into {@code target/}, as whoever runs the tests. */
public enum Program {
    PROMTOOL("promtool", "prometheus"),
    PROMETHEUS("prometheus", "prometheus"),
    /** From 0.26 on a webhook has its address in a file. */
    AMTOOL("amtool", "prometheus-alertmanager", "0.26"),
    NODE_EXPORTER("prometheus-node-exporter", "prometheus-node-exporter"),
    POSTGRES_EXPORTER("prometheus-postgres-exporter", "prometheus-postgres-exporter"),
    PSQL("psql", ""),
    GIT("git", ""),
    DOCKER("docker", ""),
    /** What the guide asks for. */
    DOCKER_COMPOSE("docker-compose", "docker-compose", "2.24");

    private static final List<String> USUAL = List.of("/usr/bin", "/usr/local/bin", "/usr/sbin");
    private static final Pattern VERSION = Pattern.compile("version v?(\\d+)\\.(\\d+)");

    private final String file;
    private final String debianPackage;
    private final String least;

    Program(String file, String debianPackage) {
        this(file, debianPackage, "");
    }

    Program(String file, String debianPackage, String least) {
        this.file = file;
        this.debianPackage = debianPackage;
        this.least = least;
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
    public Path need() {
        Optional<Path> found = find();
        assumeTrue(
                found.isPresent(),
                () -> file + (least.isEmpty() ? "" : " from " + least + " on")
                        + " is not on the PATH and could not be fetched; on Debian or Ubuntu: apt-get install "
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
        return onPath().or(() ->
                        DebianPackages.OF_THIS_MACHINE.file(debianPackage, file).filter(this::isNewEnough))
                .or(() -> least.isEmpty()
                        ? Optional.empty()
                        : DebianPackages.NEWER.file(debianPackage, file).filter(this::isNewEnough));
    }

    private Optional<Path> onPath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)), USUAL.stream())
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, file))
                .filter(Files::isExecutable)
                .filter(this::isNewEnough)
                .findFirst();
    }

    private boolean isNewEnough(Path program) {
        if (least.isEmpty()) {
            return true;
        }
        Matcher found = VERSION.matcher(Ended.run(program.getParent(), List.of(program.toString(), "--version"))
                .text());
        String[] wanted = least.split("\\.");
        return found.find() && rank(found.group(1), found.group(2)) >= rank(wanted[0], wanted[1]);
    }

    private static int rank(String major, String minor) {
        return Integer.parseInt(major) * 10_000 + Integer.parseInt(minor);
    }
}
