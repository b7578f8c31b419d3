package io.ttquant.examples.live;

import io.ttquant.exchanges.emulator.LocalAccount;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The strategy engine in a process of its own, to be ended by force. */
final class EngineProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 300;

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private boolean isOver;

    private EngineProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "lines of a process");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it with a file of configuration and one of keys. */
    static EngineProcess start(Path configuration, Path keys, Path state) {
        LiveBefore.in(state);
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.ttquant.examples.StrategyEngine",
                "--config",
                configuration.toString(),
                "--env",
                keys.toString(),
                "--state",
                state.toString(),
                "--confirm-live");
        try {
            return new EngineProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keys of the local exchange's account, as nobody else may read them. */
    static Path keys(Path folder, LocalAccount account) throws IOException {
        Path file = Files.writeString(
                folder.resolve("keys.env"),
                "BINANCE_API_KEY=" + account.key() + "\nBINANCE_API_SECRET=" + account.secret() + "\n");
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("its lines ended: " + e);
        }
        end();
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        isOver = true;
        notifyAll();
    }

    /** Waits until so many of its lines are so; the process must go on meanwhile. */
    synchronized void await(int count, Predicate<String> line) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (lines.stream().filter(line).count() < count) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0 || isOver) {
                throw new AssertionError("did not come; what came:\n" + String.join("\n", lines));
            }
            wait(left);
        }
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** Tells it to end, as {@code docker stop} does, and waits until it has; its status. */
    int terminate() throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("does not end; what came:\n" + String.join("\n", lines()));
        }
        awaitLastLine();
        return process.exitValue();
    }

    private synchronized void awaitLastLine() throws InterruptedException {
        while (!isOver) {
            wait();
        }
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
