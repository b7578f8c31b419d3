package io.ttquant.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every public type of an exported package has documentation, and so has what users see of it. */
class PublicDocsTest {
    private static final List<String> MODULES = Installed.MODULES;

    @ParameterizedTest
    @FieldSource("MODULES")
    void everythingPublicIsDocumented(String module) {
        assertThat(PublicSources.undocumentedOf(module)).isEmpty();
    }

    @Test
    void whatHasNoWordsIsFound(@TempDir Path folder) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("shown")).resolve("Told.java"), """
                package shown;
                /** Said. */
                public class Told {
                    public int untoldField;
                    int hiddenField;
                    protected void untoldMethod() {}
                    /** Said. */
                    public void toldMethod() {}
                    @Override public String toString() { return ""; }
                    public interface Untold { void untoldToo(); }
                    private static class Hidden { public void inside() {} }
                    /** Said. */
                    public record Pair(int a, int b) { public Pair {} }
                }
                """);
        Files.writeString(
                Files.createDirectories(folder.resolve("kept")).resolve("Inside.java"),
                "package kept; public class Inside {}");

        assertThat(PublicSources.undocumentedIn(folder, List.of("shown")))
                .containsExactly(
                        "shown/Told#untoldField",
                        "shown/Told#untoldMethod",
                        "shown/Told.Untold",
                        "shown/Told.Untold#untoldToo");
    }
}
