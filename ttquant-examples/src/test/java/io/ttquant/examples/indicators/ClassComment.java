package io.ttquant.examples.indicators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Javadoc of an indicator as Markdown: its formula, when it is ready, and whose it is. */
final class ClassComment {
    private static final Path SOURCES = Path.of("..", "ttquant-api/src/main/java/io/ttquant/api/indicator");
    private static final Pattern COMMENT =
            Pattern.compile("^/\\*\\*(.*?)\\*/\\s*public final class", Pattern.DOTALL | Pattern.MULTILINE);

    private ClassComment() {}

    static String of(String name) {
        Matcher comment = COMMENT.matcher(source(name));
        if (!comment.find()) {
            throw new IllegalStateException("indicator " + name + " has no Javadoc: write one above its class");
        }
        return markdown(comment.group(1));
    }

    static String markdown(String javadoc) {
        return javadoc.replaceAll("\\n \\* ?", "\n")
                .strip()
                .replaceAll("<p>", "")
                .replaceAll("\\{@link\\s+#?([^}]*?)(?:\\(\\))?}", "`$1`")
                .replaceAll("\\{@code ([^}]*)}", "`$1`");
    }

    private static String source(String name) {
        try {
            return Files.readString(SOURCES.resolve(name + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
