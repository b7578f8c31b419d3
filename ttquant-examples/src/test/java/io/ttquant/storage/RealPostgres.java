package io.ttquant.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL server of its own on a free port of this machine, in a temporary directory. It may be killed, paused and started again. It ends with
 * the JVM, however that ends: the shell that watches it reads a pipe, whose other end is ours.
 */
public final class RealPostgres implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Arguments: directory of programs, directory of data, port, whether to wait for the disk. A line "keep" stops it and leaves the data; the end of the pipe removes them. */
    private static final String WATCH = """
            "$1/postgres" -D "$2" -p "$3" -k "" -c listen_addresses=127.0.0.1 -c fsync=$4 >>"$2.log" 2>&1 &
            echo $!
            read -r line
            kill -INT $! 2>/dev/null
            wait $!
            [ "$line" = keep ] || rm -rf "$2" "$2.log"
            """;

    private static final Optional<Path> BINARIES = PostgresBinaries.find();

    private final Path binaries;
    private final boolean waitsForDisk;
    private final Path folder;
    private final int port;
    private @Nullable Process watcher;
    private long pid;

    private RealPostgres(Path binaries, Path folder, boolean waitsForDisk) throws IOException {
        this.binaries = binaries;
        this.waitsForDisk = waitsForDisk;
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    /**
     * Starts one, or skips the test where that cannot be done. It does not wait for the disk, since tests end processes, not machines: what it has committed outlives it.
     */
    public static RealPostgres start() {
        return start(null, false);
    }

    /** The same with its data below a directory, such as one on a disk of its own. */
    static RealPostgres startOn(Path parent) {
        return start(parent, false);
    }

    /** Starts one as it would be in earnest, for measurements. */
    public static RealPostgres startDurable() {
        return start(null, true);
    }

    private static RealPostgres start(@Nullable Path parent, boolean waitsForDisk) {
        Assumptions.assumeTrue(
                BINARIES.isPresent(),
                "no PostgreSQL: neither on the PATH, nor in /usr/lib/postgresql, nor as an artifact for this machine");
        try {
            Path folder = parent == null
                    ? Files.createTempDirectory("ttquant-pg-")
                    : Files.createTempDirectory(parent, "ttquant-pg-");
            RealPostgres server = new RealPostgres(BINARIES.get(), folder, waitsForDisk);
            server.initialize();
            server.startAgain();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where JDBC finds it, as a user that needs no password. */
    public String url() {
        return url(port);
    }

    /** The same through another port, behind which a proxy stands. */
    public String url(int throughPort) {
        return "jdbc:postgresql://127.0.0.1:" + throughPort + "/postgres?user=tt";
    }

    public int port() {
        return port;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    /** Runs statements that have no result. */
    public void execute(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The rows of a query, columns with a bar between them. */
    public List<String> query(String sql) {
        return query("postgres", sql);
    }

    /** The same in another database. */
    public List<String> query(String database, String sql) {
        try (Connection connection = DriverManager.getConnection(url().replace("/postgres?", "/" + database + "?"));
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(String.join("|", row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A database of its own, empty, and the URL to it through a port. */
    public String freshDatabase(String name, int throughPort) {
        execute("drop database if exists " + name + " with (force)");
        execute("create database " + name);
        return url(throughPort).replace("/postgres?", "/" + name + "?");
    }

    /** Ends all its processes at once, as a crash does; the data stay. */
    public void kill() {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (all.stream().anyMatch(RealPostgres::isRunning) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        stopWatching();
    }

    /** A process that ended is listed until its parent has asked, which the watching shell does later. */
    private static boolean isRunning(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return false;
        }
    }

    /** Stops it in order; the data stay. */
    public void stop() {
        stopWatching();
    }

    /** Starts it again after {@link #kill} or {@link #stop}. */
    public void startAgain() {
        try {
            Process shell = new ProcessBuilder(asUser(
                            "sh",
                            "-c",
                            WATCH,
                            "sh",
                            binaries.toString(),
                            data().toString(),
                            Integer.toString(port),
                            waitsForDisk ? "on" : "off"))
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            watcher = shell;
            BufferedReader said = shell.inputReader(StandardCharsets.US_ASCII);
            pid = Long.parseLong(said.readLine().trim());
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again if it gave up by itself, as without room for its log of changes. */
    void startIfItEnded() {
        if (ProcessHandle.of(pid).filter(RealPostgres::isRunning).isEmpty()) {
            stopWatching();
            startAgain();
        }
    }

    /** Freezes all its processes: connections stand, nothing answers. */
    public void pause() {
        signal("-STOP");
    }

    /** Lets them go on. */
    public void resume() {
        signal("-CONT");
    }

    @Override
    public void close() {
        Process shell = watcher;
        if (shell != null) {
            resume();
            try {
                shell.getOutputStream().close();
                await(shell);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Folders.delete(folder);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void initialize() throws IOException {
        if (isRoot()) {
            run("chown", "-R", user(), folder.toString());
        }
        run(asUser(
                binaries.resolve("initdb").toString(),
                "-D",
                data().toString(),
                "-U",
                "tt",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-locale",
                "--no-sync"));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The server refuses to run as root. */
    private static String user() throws IOException {
        return Files.readString(Path.of("/etc/passwd")).contains("\npostgres:") ? "postgres" : "nobody";
    }

    private static List<String> asUser(String... command) throws IOException {
        Stream<String> before = isRoot() ? Stream.of("runuser", "-u", user(), "--") : Stream.of();
        return Stream.concat(before, Stream.of(command)).toList();
    }

    private void run(String... command) throws IOException {
        run(List.of(command));
    }

    private void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said;
        try (InputStream output = process.getInputStream()) {
            said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
        await(process);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + " failed: " + said);
        }
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.of(pid)
                .map(server ->
                        Stream.concat(Stream.of(server), server.descendants()).toList())
                .orElse(List.of());
    }

    private void signal(String signal) {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes().forEach(process -> command.add(Long.toString(process.pid())));
        try {
            if (command.size() > 2) {
                // A process that ended in between makes kill say so; the others have had their signal.
                await(new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopWatching() {
        Process shell = watcher;
        watcher = null;
        if (shell == null) {
            return;
        }
        try {
            OutputStream tell = shell.getOutputStream();
            tell.write("keep\n".getBytes(StandardCharsets.US_ASCII));
            tell.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await(shell);
    }

    private static void await(Process process) {
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                connect().close();
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the server did not start; it says: " + log(), e);
                }
                Thread.onSpinWait();
            }
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("data.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
