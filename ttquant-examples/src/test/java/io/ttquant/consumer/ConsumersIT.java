package io.ttquant.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two projects of users, in {@code src/it}, are built and tested outside of the reactor, with nothing of TTQuant but what stands in a local repository of their
 * own. All else they take from this build's local repository, and nothing from the network.
 */
class ConsumersIT {
    private static final Path PROJECTS = Path.of("src", "it");
    private static final Path FOLDER = Path.of("target", "consumers").toAbsolutePath();
    private static final Pattern VERSION = Pattern.compile("<version>([^<]{2,})</version>");

    @BeforeAll
    static void install() throws IOException {
        Path repository = FOLDER.resolve("repository");
        Installed.remove(repository.resolve("io").resolve("ttquant"));
        Installed.into(repository);
        Files.writeString(FOLDER.resolve("settings.xml"), """
                <settings>
                  <localRepository>%s</localRepository>
                  <mirrors>
                    <mirror>
                      <id>this-machine</id>
                      <mirrorOf>*</mirrorOf>
                      <url>%s</url>
                    </mirror>
                  </mirrors>
                </settings>
                """.formatted(
                        repository, MavenRun.repository().toUri()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"class-path", "module-path"})
    void aProjectOfAUserBuildsAndItsTestsPass(String name) throws IOException, InterruptedException {
        Path project = FOLDER.resolve(name);
        Installed.remove(project);
        Installed.copyTree(PROJECTS.resolve(name), project);
        String settings = FOLDER.resolve("settings.xml").toString();

        // Also where MAVEN_OPTS names another one, which would win over the settings.
        String repository = "-Dmaven.repo.local=" + FOLDER.resolve("repository");

        String said = MavenRun.in(
                project, MavenRun.testingJdk(), List.of("-s", settings, "-gs", settings, repository, "test"));

        assertThat(said).contains("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"class-path", "module-path"})
    void aProjectOfAUserNeedsNoOtherVersionsThanThisBuild(String name) {
        String pom = Installed.text(PROJECTS.resolve(name).resolve("pom.xml"));
        String parent = Installed.text(Installed.ROOT.resolve("pom.xml"));
        List<String> versions = VERSION.matcher(pom)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();

        assertThat(versions)
                .contains(Installed.version())
                .allSatisfy(version -> assertThat(parent)
                        .as("the parent pom, which has every version that src/it/%s may name", name)
                        .contains(">" + version + "<"));
    }
}
