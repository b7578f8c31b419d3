package io.ttquant.deploy;

import java.util.List;

/** The dashboards of {@code deploy/}. */
final class Dashboards {
    private Dashboards() {}

    /**
     * A panel that shows something.
     *
     * @param dashboard the name of its file, without its ending
     */
    record Panel(String dashboard, Tree tree) {
        String title() {
            return tree.text("title");
        }

        String type() {
            return tree.text("type");
        }

        boolean isSql() {
            return tree.at("datasource").text("type").equals("postgres");
        }

        List<Tree> targets() {
            return tree.list("targets");
        }

        @Override
        public String toString() {
            return dashboard + ": " + title();
        }
    }

    static List<Tree> all() {
        return Deployment.files(Deployment.DASHBOARDS, ".json").stream()
                .map(Deployment::tree)
                .toList();
    }

    static List<Panel> panels() {
        return all().stream()
                .flatMap(board -> board.list("panels").stream()
                        .filter(panel -> !panel.text("type").equals("row"))
                        .map(panel -> new Panel(board.where().replace(".json", ""), panel)))
                .toList();
    }

    /** A PromQL expression with the variables of Grafana replaced as Grafana does when everything is chosen. */
    static String filled(String expression) {
        return expression
                .replace("$__rate_interval", "20s")
                .replace("$__range", "1m")
                .replace("$engine", ".*");
    }
}
