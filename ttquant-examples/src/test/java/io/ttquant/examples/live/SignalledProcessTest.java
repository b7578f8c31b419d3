package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A process that is told to end while its orders are open. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be asked to end there, only be ended")
class SignalledProcessTest {
    @Test
    void aSignalToTerminateEndsALiveRunInOrder() throws Exception {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.ttquant.examples.LiveDemo",
                        "--for",
                        "10m")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader reader = child.inputReader(StandardCharsets.UTF_8)) {
            List<String> before = until(reader, " filled: ");
            // The process itself would close its streams too.
            child.toHandle().destroy();
            List<String> after = until(reader, null);

            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).as("128 and the number of the signal").isEqualTo(143);
            String text = String.join("\n", before) + "\n" + String.join("\n", after);
            assertThat(after).as(text).anyMatch(line -> line.endsWith("stopping: interrupted"));
            assertThat(after).as(text).anyMatch(line -> line.contains("  cancelling "));
            assertThat(after).as(text).anyMatch(line -> line.contains("  stopped: "));
            assertThat(after.get(after.size() - 1)).as(text).contains("agree to the last digit");
        } finally {
            child.destroyForcibly();
        }
    }

    /** The lines up to the first one with a text, or all. */
    private static List<String> until(BufferedReader reader, @Nullable String text) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
            if (text != null && line.contains(text)) {
                return lines;
            }
        }
        assertThat(text).as("never came; what came: " + lines).isNull();
        return lines;
    }
}
