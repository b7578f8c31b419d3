package io.ttquant.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The Maven that runs this build, started once more in another folder. The system properties that tell where it is come from this module's pom. */
final class MavenRun {
    private MavenRun() {}

    /** The local repository of this build; a test that needs it is skipped outside of Maven. */
    static Path repository() {
        return property("ttquant.repository");
    }

    /** The JDK that compiled what is tested, which is not always the one that runs the tests. */
    static Path compilingJdk() {
        return property("ttquant.jdk");
    }

    static Path testingJdk() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Runs to the end; returns what Maven said, and fails with that if it failed. */
    static String in(Path folder, Path jdk, List<String> arguments) throws IOException, InterruptedException {
        Path home = property("ttquant.maven");
        boolean isWindows = File.separatorChar == '\\';
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve(isWindows ? "mvn.cmd" : "mvn").toString());
        command.add("-B");
        command.addAll(arguments);
        // Without a folder .mvn of its own, Maven would take the options of this repository.
        Files.createDirectories(folder.resolve(".mvn"));
        Path log = folder.resolve("maven.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", jdk.toString());
        List.of("MAVEN_ARGS", "MAVEN_CMD_LINE_ARGS", "MAVEN_CONFIG", "MAVEN_PROJECTBASEDIR", "MAVEN_BASEDIR")
                .forEach(environment::remove);
        Process process = builder.start();
        boolean isDone = process.waitFor(15, TimeUnit.MINUTES);
        if (!isDone) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String said = Files.readString(log);
        assertThat(isDone)
                .as("Maven in %s did not end; it said%n%s", folder, said)
                .isTrue();
        assertThat(process.exitValue())
                .as("Maven failed in %s; it said%n%s", folder, said)
                .isZero();
        return said;
    }

    private static Path property(String name) {
        String value = System.getProperty(name, "");
        assumeThat(value).as("%s says nothing; run by ./mvnw verify", name).isNotEmpty();
        return Path.of(value);
    }
}
