package io.ttquant.core.metrics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The catalogue as tables for people, in Markdown. */
final class CatalogueText {
    private CatalogueText() {}

    /** A heading and a table for each group. */
    static String tables() {
        return Catalogue.groups().entrySet().stream()
                .map(group -> "### " + group.getKey() + "\n\n" + table(group.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String table(List<Meter> meters) {
        return "| name | kind | unit | labels | what it is |\n|---|---|---|---|---|\n"
                + meters.stream().map(CatalogueText::row).collect(Collectors.joining());
    }

    private static String row(Meter meter) {
        return "| `" + meter.name() + "` | " + meter.kind().name().toLowerCase(Locale.ROOT) + " | " + meter.unit()
                + " | "
                + meter.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(" "))
                + " | " + meter.description() + " |\n";
    }
}
