package io.ttquant.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server of others that runs on this machine, until it is closed. */
final class Server implements AutoCloseable {
    private static final int SECONDS = 60;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final Path log;

    private Server(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it, and returns once it answers at this address. */
    static Server start(Path folder, String address, Map<String, String> environment, List<String> command) {
        Path log = folder.resolve(Path.of(command.get(0)).getFileName() + ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            Server server = new Server(builder.start(), log);
            try {
                server.awaitReady(address);
            } catch (RuntimeException | AssertionError e) {
                server.close();
                throw e;
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(String address) {
        Waiting.until(Duration.ofSeconds(SECONDS), "an answer from " + address, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("ended before it answered at " + address + ": " + Deployment.text(log));
            }
            return answers(address);
        });
    }

    private static boolean answers(String address) {
        try {
            return get(address).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    static HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(20))
                .build());
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + request.uri(), e);
        }
    }

    /** A port of the loopback interface that nobody has at this moment. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    String log() {
        return Files.exists(log) ? Deployment.text(log) : "";
    }
}
