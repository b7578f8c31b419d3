package io.ttquant.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** A real Prometheus, and what can be asked of it. */
final class PrometheusServer implements AutoCloseable {
    private final Server server;
    private final String address;

    /** A series at one instant, and its value as Prometheus writes it. */
    record Sample(Map<String, String> labels, String value) {
        double number() {
            return PrometheusServer.number(value);
        }
    }

    private PrometheusServer(Server server, String address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Starts one that scrapes each second, with the rules of the deployment.
     *
     * @param jobs by name of the job the addresses to scrape, {@code host:port}
     */
    static PrometheusServer start(Path folder, Map<String, String> jobs) {
        return start(folder, jobs, Deployment.RULES);
    }

    /** With the rules of another folder. */
    static PrometheusServer start(Path folder, Map<String, String> jobs, Path rules) {
        String here = "127.0.0.1:" + Server.freePort();
        Map<String, String> all = new LinkedHashMap<>(jobs);
        all.put("prometheus", here);
        StringBuilder text = new StringBuilder("global: {scrape_interval: 1s, evaluation_interval: 1s}\n");
        text.append("rule_files: ['").append(rules).append("/*.yml']\nscrape_configs:\n");
        all.forEach((job, target) -> text.append("  - job_name: ")
                .append(job)
                .append("\n    static_configs: [{targets: ['")
                .append(target)
                .append("']}]\n"));
        try {
            Path file = Files.writeString(folder.resolve("prometheus.yml"), text);
            Server server = Server.start(
                    folder,
                    "http://" + here + "/-/ready",
                    Map.of(),
                    List.of(
                            Program.PROMETHEUS.need().toString(),
                            "--config.file=" + file,
                            "--storage.tsdb.path=" + folder.resolve("data"),
                            "--web.listen-address=" + here));
            return new PrometheusServer(server, "http://" + here);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers. */
    String address() {
        return address;
    }

    /** Waits until a query has a result. */
    void awaitSome(String query) {
        Waiting.until(
                Duration.ofSeconds(60),
                "result of " + query,
                () -> !query(query).isEmpty());
    }

    /** What an instant query gives now; a scalar is one sample without labels. */
    List<Sample> query(String query) {
        Tree data = ask("/api/v1/query", "query=" + encoded(query));
        if (data.text("resultType").equals("scalar")) {
            return List.of(new Sample(Map.of(), data.list("result").get(1).text()));
        }
        return data.list("result").stream()
                .map(each -> new Sample(
                        labels(each.at("metric")), each.list("value").get(1).text()))
                .toList();
    }

    /** A series over time, and its values. */
    record Series(Map<String, String> labels, List<Double> values) {}

    /** What a range query gives over the last so many seconds. */
    List<Series> range(String query, int seconds) {
        long now = System.currentTimeMillis() / 1000;
        return ask(
                        "/api/v1/query_range",
                        "query=" + encoded(query) + "&start=" + (now - seconds) + "&end=" + now + "&step=1")
                .list("result")
                .stream()
                .map(each -> new Series(
                        labels(each.at("metric")),
                        each.list("values").stream()
                                .map(value -> number(value.list().get(1).text()))
                                .toList()))
                .toList();
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** The values that a label has, {@code __name__} for the names of the metrics. */
    List<String> values(String label) {
        return ask("/api/v1/label/" + label + "/values", "").list().stream()
                .map(Tree::text)
                .toList();
    }

    private static Map<String, String> labels(Tree metric) {
        Map<String, String> all = new TreeMap<>();
        metric.keys().forEach(key -> all.put(key, metric.text(key)));
        return all;
    }

    private Tree ask(String path, String form) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
        if (!form.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        String body = Server.send(request.build()).body();
        Tree answer = new Tree("answer", new Yaml().load(body));
        if (!answer.text("status").equals("success")) {
            throw new AssertionError("Prometheus refuses " + java.net.URLDecoder.decode(form, StandardCharsets.UTF_8)
                    + ": " + answer.text("error"));
        }
        return answer.at("data");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
