package io.ttquant.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The jars hold all that they should, and another build of the same sources, in another folder, gives the same bytes. */
class RebuildIT {
    private static final List<String> MODULES = Installed.MODULES;
    private static final Path AGAIN = Path.of("target", "again").toAbsolutePath();
    private static final boolean IS_RELEASE = Boolean.getBoolean("ttquant.release");

    @ParameterizedTest
    @FieldSource("MODULES")
    void theJarHasTheClassesOfEverySource(String module) throws IOException {
        Set<String> entries = entries(module, "");

        assertThat(entries).contains("META-INF/maven/io.ttquant/" + module + "/pom.xml");
        for (String source : sources(module)) {
            if (!source.endsWith("package-info.java")) {
                assertThat(entries).contains(source.replaceFirst("\\.java$", ".class"));
            }
        }
    }

    @EnabledIfSystemProperty(named = "ttquant.release", matches = "true", disabledReason = "not in profile release")
    @ParameterizedTest
    @FieldSource("MODULES")
    void aReleaseHasEverySourceAndAPageForEveryPublicType(String module) throws IOException {
        assertThat(entries(module, "-sources")).containsAll(sources(module));
        List<String> pages = PublicSources.typesOf(module).stream()
                .map(type -> PublicSources.moduleName(module) + "/" + type + ".html")
                .toList();
        if (!pages.isEmpty()) {
            assertThat(entries(module, "-javadoc")).containsAll(pages);
        }
    }

    @Test
    void anotherBuildGivesTheSameBytes() throws IOException, InterruptedException {
        // Classes of an earlier state would stay in the copy's target.
        Installed.remove(AGAIN);
        copySources();
        List<String> arguments = new ArrayList<>(List.of(
                "-q",
                "-o",
                "-Dfast",
                "-Dmaven.test.skip=true",
                "-Dmaven.repo.local=" + MavenRun.repository(),
                "-pl",
                String.join(",", MODULES)));
        if (IS_RELEASE) {
            arguments.add("-Prelease");
        }
        arguments.add("package");

        MavenRun.in(AGAIN, MavenRun.compilingJdk(), arguments);

        for (String module : MODULES) {
            List<Path> first = current(Installed.ROOT, module);
            List<Path> second = current(AGAIN, module);
            assertThat(second.stream().map(Path::getFileName))
                    .as("jars of " + module)
                    .containsExactlyElementsOf(
                            first.stream().map(Path::getFileName).toList());
            for (int i = 0; i < first.size(); i++) {
                assertSame(first.get(i), second.get(i));
            }
        }
    }

    /** Names the entry that differs before it says that the files do. */
    private static void assertSame(Path first, Path second) throws IOException {
        try (ZipFile a = new ZipFile(first.toFile());
                ZipFile b = new ZipFile(second.toFile())) {
            for (var entry : a.stream().toList()) {
                var other = b.getEntry(entry.getName());
                assertThat(other)
                        .as("%s of %s in the second build", entry.getName(), first.getFileName())
                        .isNotNull();
                assertThat(b.getInputStream(other).readAllBytes())
                        .as("%s of %s", entry.getName(), first.getFileName())
                        .isEqualTo(a.getInputStream(entry).readAllBytes());
            }
        }
        assertThat(Files.mismatch(first, second))
                .as("first byte of %s that differs", first.getFileName())
                .isEqualTo(-1);
    }

    private static void copySources() {
        Installed.copy(Installed.ROOT.resolve("pom.xml"), AGAIN.resolve("pom.xml"));
        for (String module : List.of("ttquant-bom", "ttquant-examples")) {
            Installed.copy(
                    Installed.ROOT.resolve(module).resolve("pom.xml"),
                    AGAIN.resolve(module).resolve("pom.xml"));
        }
        for (String module : MODULES) {
            Path from = Installed.ROOT.resolve(module);
            Installed.copy(from.resolve("pom.xml"), AGAIN.resolve(module).resolve("pom.xml"));
            Installed.copyTree(
                    from.resolve("src").resolve("main"),
                    AGAIN.resolve(module).resolve("src").resolve("main"));
        }
    }

    /** The jars of this version: a release build left its own in target, where they outlive it. */
    private static List<Path> current(Path root, String module) {
        return Installed.jars(root, module).stream()
                .filter(jar -> IS_RELEASE || jar.endsWith(module + "-" + Installed.version() + ".jar"))
                .toList();
    }

    private static Set<String> entries(String module, String classifier) throws IOException {
        Path jar = Installed.ROOT
                .resolve(module)
                .resolve("target")
                .resolve(module + "-" + Installed.version() + classifier + ".jar");
        assertThat(jar).exists();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Set<String> names = new HashSet<>();
            zip.stream().forEach(entry -> names.add(entry.getName()));
            return names;
        }
    }

    /** The sources of a module, as paths from the folder of sources with slashes. */
    private static Set<String> sources(String module) {
        Path folder = PublicSources.folder(module);
        Set<String> names = new TreeSet<>();
        for (Path file : Installed.files(folder)) {
            names.add(folder.relativize(file).toString().replace('\\', '/'));
        }
        return names;
    }
}
