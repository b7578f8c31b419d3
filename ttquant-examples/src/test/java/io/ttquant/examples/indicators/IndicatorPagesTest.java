package io.ttquant.examples.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.ttquant.api.indicator.Indicator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * That docs/indicators shows every indicator as it is. With the system property {@code ttquant.update=true} pages and pictures are written instead of
 * compared: {@code ./mvnw test -Dttquant.update=true -Dtest=IndicatorPagesTest}.
 */
class IndicatorPagesTest {
    private static final String UPDATE = "ttquant.update";
    private static final Path FOLDER = Path.of("..", "docs", "indicators");
    private static final int MOST_BYTES = 8 * 1024;

    private static Stream<Picture> pictures() {
        return Arrays.stream(Family.values()).flatMap(family -> family.pictures().stream());
    }

    private static Map<String, String> files() {
        Sample sample = Sample.seeded(11);
        Map<String, String> files = new TreeMap<>();
        pictures().forEach(picture -> files.put(picture.file(), picture.svg(sample)));
        for (Family family : Family.values()) {
            files.put(family.file(), family.page());
        }
        return files;
    }

    @Test
    void everyPublicIndicatorHasAPicture() {
        List<String> indicators = new ClassFileImporter()
                .importPackages("io.ttquant.api.indicator").stream()
                        .filter(type -> type.isAssignableTo(Indicator.class) && !type.isInterface())
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.endsWith("History"))
                        .toList();

        assertThat(pictures().map(Picture::name)).containsExactlyInAnyOrderElementsOf(indicators);
    }

    @Test
    void pagesAndPicturesAreThoseOfTheCode() throws IOException {
        Map<String, String> files = files();
        if (Boolean.getBoolean(UPDATE)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = FOLDER.resolve(file.getKey());
            assertThat(Files.exists(path) ? Files.readString(path) : "no such file")
                    .as("%s is made from the code; if it should be another, write it with -D%s=true", path, UPDATE)
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void thereIsNoPictureOfSomethingElse() throws IOException {
        try (Stream<Path> found = Files.list(FOLDER)) {
            assertThat(found.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(files().keySet());
        }
    }

    @Test
    void everyPictureIsSmallAndReadableOnLightAndDark() {
        files().forEach((name, text) -> {
            if (name.endsWith(".svg")) {
                assertThat(text.getBytes(StandardCharsets.UTF_8)).as(name).hasSizeLessThanOrEqualTo(MOST_BYTES);
                assertThat(text).as(name).doesNotContain("NaN", "Infinity", "<rect", "#000", "#fff", "black", "white");
            }
        });
    }

    @Test
    void theTableLeadsToEachAndIsMadeWithTheSame() throws IOException {
        String table = Files.readString(Path.of("..", "docs", "indicators.md"));
        for (Family family : Family.values()) {
            for (Picture picture : family.pictures()) {
                String anchor = picture.name().toLowerCase(Locale.ROOT);
                assertThat(table)
                        .contains("](indicators/" + family.file() + "#" + anchor + ") | `" + picture.code() + "` |");
            }
        }
    }

    @Test
    void aJavadocBecomesMarkdown() {
        assertThat(ClassComment.markdown(
                        "\n * One {@code a + b}: {@link Ema} and\n * {@link #up()}.\n *\n * <p>Two.\n "))
                .isEqualTo("One `a + b`: `Ema` and\n`up`.\n\nTwo.");
    }
}
