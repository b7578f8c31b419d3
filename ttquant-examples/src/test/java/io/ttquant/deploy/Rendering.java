package io.ttquant.deploy;

import io.ttquant.deploy.Dashboards.Panel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page that shows what a dashboard would show, for people to judge: a sketch, where there is no Grafana. It is written to {@code target/dashboards}. */
final class Rendering {
    private static final Path FOLDER = Path.of("target", "dashboards");
    private static final Pattern LABEL = Pattern.compile("\\{\\{(\\w+)}}");
    private static final int COLUMN = 60;
    private static final int ROW = 34;
    private static final int MOST_LINES = 12;

    private Rendering() {}

    /** A line of a panel: what its legend says, and its values in the order of time, of which the last is the newest. */
    record Line(String legend, List<Double> values) {
        double last() {
            return values.get(values.size() - 1);
        }
    }

    static String legend(String format, Map<String, String> labels) {
        Matcher matcher = LABEL.matcher(format);
        String text = matcher.replaceAll(
                found -> Matcher.quoteReplacement(labels.getOrDefault(found.group(1), "?" + found.group(1))));
        return text.isBlank() ? labels.toString() : text;
    }

    /**
     * Writes the page of a dashboard.
     *
     * @param content of a panel, as HTML
     */
    static void write(Tree board, Function<Panel, String> content) {
        StringBuilder html = new StringBuilder(
                "<!doctype html><meta charset=utf-8><style>body{background:#111;color:#ddd;font:11px sans-serif;margin:8px;position:relative}"
                        + "div{position:absolute;box-sizing:border-box;border:1px solid #333;padding:4px;overflow:hidden}h2{font-size:12px;margin:0 0 3px}"
                        + "b{float:right}td,th{padding:1px 5px;border-bottom:1px solid #333;text-align:left}i{color:#888}</style>");
        String name = board.where().replace(".json", "");
        for (Tree tree : board.list("panels")) {
            Tree at = tree.at("gridPos");
            html.append(String.format(
                    Locale.ROOT,
                    "<div style='left:%dpx;top:%dpx;width:%dpx;height:%dpx'>",
                    at.number("x") * COLUMN,
                    at.number("y") * ROW,
                    at.number("w") * COLUMN,
                    at.number("h") * ROW));
            html.append("<h2>").append(escaped(tree.text("title"))).append("</h2>");
            if (!tree.text("type").equals("row")) {
                html.append("<i>").append(escaped(tree.text("description"))).append("</i>");
                html.append(content.apply(new Panel(name, tree)));
            }
            html.append("</div>");
        }
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name + ".html"), html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String lines(Panel panel, List<Line> lines) {
        StringBuilder html = new StringBuilder();
        if (panel.type().equals("timeseries")) {
            html.append(chart(lines));
        }
        lines.stream()
                .limit(MOST_LINES)
                .forEach(line -> html.append("<p style='margin:1px'>")
                        .append(escaped(line.legend()))
                        .append(" <b>")
                        .append(escaped(shown(panel, line.last())))
                        .append("</b></p>"));
        return html.append(lines.isEmpty() ? "<p>No data</p>" : "").toString();
    }

    private static String chart(List<Line> lines) {
        double least = lines.stream()
                .flatMap(line -> line.values().stream())
                .mapToDouble(v -> v)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        double most = lines.stream()
                .flatMap(line -> line.values().stream())
                .mapToDouble(v -> v)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double height = most > least ? most - least : 1;
        StringBuilder svg =
                new StringBuilder("<svg width=100% height=70 viewBox='0 0 100 70' preserveAspectRatio=none>");
        for (int i = 0; i < lines.size(); i++) {
            List<Double> values = lines.get(i).values();
            svg.append("<polyline fill=none vector-effect=non-scaling-stroke stroke='hsl(")
                    .append(i * 67 % 360)
                    .append(",70%,60%)' points='");
            for (int j = 0; j < values.size(); j++) {
                if (Double.isFinite(values.get(j))) {
                    svg.append(String.format(
                            Locale.ROOT,
                            "%.1f,%.1f ",
                            100.0 * j / Math.max(1, values.size() - 1),
                            68 - 66 * (values.get(j) - least) / height));
                }
            }
            svg.append("'/>");
        }
        return svg.append("</svg>").toString();
    }

    static String table(List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<table>");
        rows.stream().limit(MOST_LINES).forEach(row -> {
            html.append("<tr>");
            row.forEach(cell ->
                    html.append("<td>").append(escaped(String.valueOf(cell))).append("</td>"));
            html.append("</tr>");
        });
        return html.append("</table>").toString();
    }

    /** As Grafana writes a value with the unit of the panel, roughly. */
    private static String shown(Panel panel, double value) {
        Tree defaults = panel.tree().at("fieldConfig").at("defaults");
        for (Tree mapping : defaults.list("mappings")) {
            Tree option = mapping.at("options").at(String.valueOf(Math.round(value)));
            if (option.isThere()) {
                return option.text("text");
            }
        }
        return switch (defaults.text("unit")) {
            case "percentunit" -> String.format(Locale.ROOT, "%.2f %%", value * 100);
            case "s" ->
                value < 0.001
                        ? String.format(Locale.ROOT, "%.0f µs", value * 1e6)
                        : value < 1
                                ? String.format(Locale.ROOT, "%.2f ms", value * 1e3)
                                : String.format(Locale.ROOT, "%.1f s", value);
            case "bytes" -> String.format(Locale.ROOT, "%.1f MiB", value / (1 << 20));
            case "ops", "reqps", "rowsps" -> String.format(Locale.ROOT, "%.2f /s", value);
            default -> String.format(Locale.ROOT, "%.8g", value);
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
