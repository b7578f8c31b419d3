package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script for Maven asks of it, with a Maven that only says so. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for a POSIX shell")
class MavenScriptTest {
    private static final String QUIET =
            "-Dorg.slf4j.simpleLogger.log.org.apache.maven.plugin.compiler.CompilerMojo=error";

    @TempDir
    Path root;

    @BeforeEach
    void copy() throws IOException {
        Files.copy(Path.of("..", "mvnw"), root.resolve("mvnw"));
        String wrapper = ".mvn/wrapper/maven-wrapper.properties";
        Files.createDirectories(root.resolve(".mvn/wrapper"));
        Files.copy(Path.of("..", wrapper), root.resolve(wrapper));
        Path maven = Files.writeString(
                Files.createDirectories(root.resolve("bin")).resolve("mvn"),
                "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'Apache Maven 3.99.0'; exit; fi\n"
                        + "echo \"$MAVEN_OPTS\"\nfor arg in \"$@\"; do echo \"<$arg>\"; done\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    private List<String> run(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "mvnw"));
        command.addAll(List.of(args));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment()
                .merge("PATH", root.resolve("bin").toString(), (path, first) -> first + File.pathSeparator + path);
        builder.environment().put("MAVEN_OPTS", "-Xmx1g");
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return text.lines().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Prun", "-Plive"})
    void aJobThatIsRunShowsNoWarningsOfTheCompiler(String profile) throws Exception {
        assertThat(run("-q", profile, "-Dexec.args=--data my file.csv"))
                .containsExactly("-Xmx1g " + QUIET, "<-q>", "<" + profile + ">", "<-Dexec.args=--data my file.csv>");
    }

    @Test
    void aBuildShowsThemAll() throws Exception {
        assertThat(run("-q", "verify")).containsExactly("-Xmx1g", "<-q>", "<verify>");
    }
}
