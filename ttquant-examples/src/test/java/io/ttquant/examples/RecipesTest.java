package io.ttquant.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for all recipes; that they do and print what they show is with {@link JavaBlocksTest}. */
class RecipesTest {
    static final Path FOLDER = Pages.DOCS.resolve("recipes");

    private static List<Path> pages() {
        return Pages.all().stream().filter(page -> page.startsWith(FOLDER)).toList();
    }

    @Test
    void theIndexNamesEveryRecipe() {
        String index = Pages.text(Pages.DOCS.resolve("recipes.md"));
        List<String> headings = new ArrayList<>();
        for (Path page : pages()) {
            Pages.text(page)
                    .lines()
                    .filter(line -> line.startsWith("## "))
                    .map(line -> "- [" + line.substring("## ".length()) + "](recipes/" + page.getFileName() + "#")
                    .forEach(headings::add);
        }
        assertThat(headings)
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(link -> assertThat(index).contains(link));
    }

    @Test
    void everyRecipeIsOneShortClassWithWhatItPrintsAndWhatToChange() {
        for (Path page : pages()) {
            List<String> classes = Pages.blocks(page, "java");
            assertThat(classes).as("classes of %s", page).hasSameSizeAs(Pages.blocks(page, "text"));
            assertThat(Pages.text(page).lines().filter(line -> line.startsWith("## ")))
                    .as("recipes of %s", page)
                    .hasSameSizeAs(classes);
            assertThat(Pages.text(page).lines().filter(line -> line.startsWith("To change: ")))
                    .as("what to change in %s", page)
                    .hasSameSizeAs(classes);
            assertThat(classes)
                    .as("lines of a class of %s", page)
                    .allSatisfy(text -> assertThat(text.lines().count()).isLessThanOrEqualTo(65));
        }
    }
}
