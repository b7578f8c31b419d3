package io.ttquant.examples.bench.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A client in a process of its own. What it says is passed on, but for its figures. */
final class WireClient {
    private final Process process;
    private final Thread reader;
    private volatile double[] engine = {Double.NaN, Double.NaN};

    private WireClient(Process process) {
        this.process = process;
        reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
    }

    static WireClient start(String kind, int port) throws IOException {
        String main = kind.startsWith("own") ? "OwnClient" : "XChangeClient";
        List<String> command =
                new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xms512m", "-Xmx512m"));
        command.addAll(List.of(System.getProperty("wire.jvm", "-XX:+UseG1GC").split(" ", -1)));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "io.ttquant.examples.bench.wire." + main,
                Integer.toString(port),
                kind));
        return new WireClient(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(WireToWire.ENGINE)) {
                    engine = List.of(line.substring(WireToWire.ENGINE.length()).split(" ")).stream()
                            .mapToDouble(Double::parseDouble)
                            .toArray();
                } else {
                    System.out.println(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it, and waits for its figures. */
    void end() throws InterruptedException {
        // Not by the process itself, which would close the stream that its figures are on.
        process.toHandle().destroy();
        process.waitFor(10, TimeUnit.SECONDS);
        process.destroyForcibly();
        reader.join(TimeUnit.SECONDS.toMillis(10));
    }

    /** A figure of its engine's thread, nanoseconds: 0 the median, 1 the 99th percentile; NaN if it told none. */
    double engine(int figure) {
        return engine[figure];
    }
}
