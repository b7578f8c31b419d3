package io.ttquant.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageLinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:)([^)#\\s]*)(?:#([^)\\s]*))?\\)");

    @Test
    void everyRelativeLinkLeadsSomewhere() {
        List<String> broken = Pages.all().stream()
                .flatMap(page -> LINK.matcher(Pages.text(page))
                        .results()
                        .filter(link -> !leads(page, link.group(1), link.group(2)))
                        .map(link -> page + ": " + link.group()))
                .toList();

        assertThat(broken).isEmpty();
    }

    private static boolean leads(Path page, String file, String heading) {
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        return Files.exists(target) && (heading == null || hasHeading(target, heading));
    }

    private static boolean hasHeading(Path page, String anchor) {
        return Pages.text(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .anyMatch(anchor::equals);
    }
}
