package io.ttquant.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The README and the pages of the documentation. */
final class Pages {
    private static final Path ROOT = Path.of("..");
    static final Path README = ROOT.resolve("README.md");
    static final Path DOCS = ROOT.resolve("docs");

    private Pages() {}

    static List<Path> all() {
        try (Stream<Path> docs = Files.walk(DOCS);
                Stream<Path> top = Files.list(ROOT);
                Stream<Path> examples = Files.walk(Path.of("src", "main"))) {
            return Stream.of(top, docs, examples)
                    .flatMap(paths -> paths)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fenced blocks of a language on a page. */
    static List<String> blocks(Path page, String language) {
        Pattern fence = Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
        return fence.matcher(text(page)).results().map(match -> match.group(1)).toList();
    }
}
