package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the engine is started, and that the next "docker compose up" is of the same mind. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for a POSIX shell")
class StartScriptTest {
    private static final String YES = "live\ntrade real money\n";

    @TempDir
    Path root;

    private Shell shell;

    @BeforeEach
    void prepare() throws Exception {
        shell = Shell.in(root);
        assertThat(shell.prepare().status()).isZero();
    }

    private Ended start(String answers, String... args) throws Exception {
        return shell.run("bin/start-strategy-engine.sh", answers, Map.of(), args);
    }

    private String env() throws IOException {
        return Files.readString(shell.deploy(".env"));
    }

    private void keys() throws IOException {
        for (String name : List.of("exchange_key", "exchange_secret", "exchange_passphrase")) {
            mode(shell.write("secrets/" + name, "x"), "rw-------");
        }
        String uid = "TTQUANT_UID=" + uid(shell.deploy("secrets/exchange_key"));
        shell.write(".env", env().replaceAll("TTQUANT_UID=\\d+", uid));
    }

    private static Object uid(Path file) throws IOException {
        return Files.getAttribute(file, "unix:uid");
    }

    private static void mode(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private void refuses(Ended ended, String words) {
        assertThat(ended.status()).as(ended.text()).isOne();
        assertThat(ended.text()).contains(words).doesNotContain("<");
    }

    @Test
    void enterTwiceIsPaperAtBinance() throws Exception {
        Ended paper = start("\n\n", "--build");

        assertThat(paper.text()).endsWith("<compose>\n<up>\n<-d>\n<--build>\n").contains("[binance]", "[paper]");
        assertThat(env()).contains("TTQUANT_VENUE=binance\n").doesNotContain("COMPOSE_FILE=", "TTQUANT_CONFIRM_LIVE=");
    }

    @Test
    void theVenueIsThatOfTheFileAndAnAnswerIsKeptInIt() throws Exception {
        shell.write(".env", env().replace("TTQUANT_VENUE=binance", "TTQUANT_VENUE=okx"));
        assertThat(start("\n\n").text()).contains("[okx]", "<up>");
        assertThat(env()).contains("TTQUANT_VENUE=okx\n");

        start("binance-usdm\n\n");
        assertThat(env()).contains("TTQUANT_VENUE=binance-usdm\n").doesNotContain("okx\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                TTQUANT_VENUE="okx" # the account of the family
                TTQUANT_VENUE='okx'
                export TTQUANT_VENUE = okx
                TTQUANT_VENUE=okx   # no longer binance
                """)
    void aLineOfTheFileIsReadAsComposeReadsIt(String line) throws Exception {
        shell.write(".env", line + "\nTTQUANT_UID=1\n");
        assertThat(start("\n\n").text()).contains("[okx]");
        assertThat(env()).isEqualTo("TTQUANT_VENUE=okx\nTTQUANT_UID=1\n");
    }

    @Test
    void allElseOfTheFileStaysWithItsRights() throws Exception {
        String own = "# TTQUANT_VENUE=kraken\nMINE=a\\b  \n\nTTQUANT_VENUE=okx\nTTQUANT_VENUE=binance\nLAST=1";
        mode(shell.write(".env", own), "rw-r-----");
        start("okx\n\n");

        assertThat(env()).isEqualTo("# TTQUANT_VENUE=kraken\nMINE=a\\b  \n\nTTQUANT_VENUE=okx\nLAST=1\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shell.deploy(".env"))))
                .isEqualTo("rw-r-----");
        try (var files = Files.list(shell.deploy())) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(".env")))
                    .containsExactlyInAnyOrder(".env", ".env.example");
        }
    }

    @Test
    void aDiskThatIsFullLeavesTheOldFileAndStartsNothing() throws Exception {
        String before = env();
        shell.program("awk", "echo half; exit 2");
        Ended failed = start("okx\n\n");

        assertThat(failed.status()).isNotZero();
        assertThat(failed.text()).doesNotContain("<");
        assertThat(env()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kraken\n", "okx\ntestnet\n"})
    void otherAnswersStartNothingAndChangeNothing(String answers) throws Exception {
        String before = env();
        refuses(start(answers), "nothing was started");
        assertThat(env()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TTQUANT_VENUE", "COMPOSE_FILE", "TTQUANT_CONFIRM_LIVE"})
    void whatTheShellSaysOverTheFileIsRefused(String name) throws Exception {
        refuses(shell.run("bin/start-strategy-engine.sh", "\n\n", Map.of(name, "")), name + " is set in this shell");
    }

    @Test
    void liveWantsKeysThatTheEngineCanReadAndNobodyElse() throws Exception {
        String answers = "okx\n" + YES;
        refuses(start(answers), "secrets/exchange_key is not there");
        keys();
        Path secret = shell.deploy("secrets/exchange_secret");
        mode(secret, "rw-r--r--");
        refuses(start(answers), "chmod 600 ");
        mode(secret, "rw-------");
        shell.write("secrets/exchange_passphrase", "");
        refuses(start(answers), "secrets/exchange_passphrase is empty");
        assertThat(start("binance\n" + YES).text()).contains("<up>");
    }

    @Test
    void keysOfSomebodyElseAreRefusedBeforeTheEngineCannotReadThem() throws Exception {
        keys();
        shell.write(".env", env().replaceAll("TTQUANT_UID=\\d+", "TTQUANT_UID=54321"));
        refuses(start("okx\n" + YES), "sudo chown 54321");
    }

    @Test
    void liveWantsThePhraseAndIsKept() throws Exception {
        keys();
        String before = env();
        refuses(start("okx\nlive\nyes\n"), "Not confirmed");
        assertThat(env()).isEqualTo(before);

        assertThat(start("okx\n" + YES, "--build").text()).endsWith("<compose>\n<up>\n<-d>\n<--build>\n");
        assertThat(env())
                .contains(
                        "TTQUANT_VENUE=okx\n",
                        "COMPOSE_FILE=compose.yaml:compose.live.yaml\n",
                        "TTQUANT_CONFIRM_LIVE=\"trade real money\"\n");

        String live = env();
        refuses(start("\n\n\n"), "Not confirmed");
        assertThat(start("\n\ntrade real money\n").text()).contains("[okx]", "[live]", "<up>");
        assertThat(env()).isEqualTo(live);
    }

    @Test
    void liveIsLeftOnlyWhenThatIsSaid() throws Exception {
        keys();
        start("okx\n" + YES);
        String live = env();

        for (String answers : List.of("\npaper\n", "\npaper\nyes\n", "binance\n" + YES, "binance\npaper\n\n")) {
            Ended refused = start(answers);
            refuses(refused, "trades live at okx");
            assertThat(env()).isEqualTo(live);
        }

        assertThat(start("\npaper\nleave live\n").text()).contains("<up>");
        assertThat(env()).contains("TTQUANT_VENUE=okx\n").doesNotContain("COMPOSE_FILE=", "TTQUANT_CONFIRM_LIVE=");
    }

    /** Docker of which the volume of the engine has no kill switch; what it is asked to make is in a file. */
    private void newVolume() {
        shell.program("docker", """
                case " $* " in
                  *" --entrypoint test "*) exit 1 ;;
                  *" --entrypoint mkdir "* | *" --entrypoint touch "*) echo "$*" >>made ;;
                  *) for arg in "$@"; do echo "<$arg>"; done ;;
                esac""");
    }

    @Test
    void aLiveRunInANewVolumeWantsToBeToldThatItIsTheFirst() throws Exception {
        keys();
        newVolume();
        String before = env();
        for (String answers : List.of("okx\n" + YES, "okx\n" + YES + "\n", "okx\n" + YES + "yes\n")) {
            Ended refused = start(answers);
            refuses(refused, "nobody can tell whether the kill switch was tripped");
            assertThat(refused.text()).contains("engine.tar", "Not confirmed; nothing was started");
            assertThat(env()).isEqualTo(before);
            assertThat(shell.deploy("made")).doesNotExist();
        }

        assertThat(start("okx\n" + YES + "first live run\n").text()).endsWith("<compose>\n<up>\n<-d>\n");
        assertThat(shell.deploy("made")).hasContent("""
                compose run --rm --no-deps -T --entrypoint mkdir engine -p /var/lib/ttquant/state
                compose run --rm --no-deps -T --entrypoint touch engine /var/lib/ttquant/state/okx-live.kill
                """);
        assertThat(env()).as("what the engine asks for").contains("TTQUANT_CONFIRM_LIVE=\"trade real money\"\n");
    }

    /** The checklist wants a run on paper first, which makes the folder. */
    @Test
    void theFolderThatARunOnPaperMadeIsNoSignOfALiveOne() throws Exception {
        keys();
        shell.program("docker", """
                case " $* " in
                  *" --entrypoint test "*okx-live.kill*) exit 1 ;;
                  *" --entrypoint "*) ;;
                  *) for arg in "$@"; do echo "<$arg>"; done ;;
                esac""");
        refuses(start("okx\n" + YES), "no /var/lib/ttquant/state/okx-live.kill");
        assertThat(start("binance\n" + YES).text())
                .as("a live run of another venue")
                .contains("<up>");
    }

    @Test
    void onPaperANewVolumeIsNoQuestion() throws Exception {
        newVolume();
        assertThat(start("\n\n").text()).contains("<up>").doesNotContain("kill switch");
        assertThat(shell.deploy("made")).doesNotExist();
    }

    /** What an image has in the folder of a volume is copied into a new one. */
    @Test
    void theImageHasNoStateThatANewVolumeCouldBeMadeOf() {
        assertThat(Deployment.text(Deployment.ROOT.resolve("Dockerfile"))
                        .lines()
                        .filter(line -> !line.startsWith("#")))
                .anyMatch(line -> line.contains("mkdir") && line.contains(" /var/lib/ttquant "))
                .noneMatch(line -> line.contains("/var/lib/ttquant/state"));
    }

    @Test
    void filesOfOnesOwnStay() throws Exception {
        keys();
        shell.write("compose.override.yaml", "services: {}\n");
        start("okx\n" + YES);
        assertThat(env()).contains("COMPOSE_FILE=compose.yaml:compose.override.yaml:compose.live.yaml\n");
        start("\npaper\nleave live\n");
        assertThat(env()).doesNotContain("COMPOSE_FILE=");

        shell.write(".env", env() + "COMPOSE_FILE=compose.yaml:mine.yaml\n");
        start("\n" + YES);
        assertThat(env()).contains("COMPOSE_FILE=compose.yaml:mine.yaml:compose.live.yaml\n");
        start("\npaper\nleave live\n");
        assertThat(env()).contains("COMPOSE_FILE=compose.yaml:mine.yaml\n");
    }
}
