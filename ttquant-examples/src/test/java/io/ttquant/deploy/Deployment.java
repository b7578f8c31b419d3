package io.ttquant.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The files of {@code deploy/}. */
final class Deployment {
    static final Path ROOT = Path.of("deploy").toAbsolutePath();
    static final Path RULES = ROOT.resolve("prometheus/rules");
    static final Path RULE_TESTS = ROOT.resolve("prometheus/tests");
    static final Path DASHBOARDS = ROOT.resolve("grafana/dashboards");
    static final Path PAGE = Path.of("..", "docs", "deploy.md");

    private Deployment() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of YAML, or of JSON; a key that comes twice is refused. */
    static Tree tree(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(200);
        return new Tree(file.getFileName().toString(), new Yaml(options).load(text(file)));
    }

    /** The files of a folder and below whose names end so, by name. */
    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
