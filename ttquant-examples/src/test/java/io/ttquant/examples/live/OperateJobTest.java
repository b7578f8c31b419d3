package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.backtest.killswitch.KillSwitchFile;
import io.ttquant.core.file.HeldFile;
import io.ttquant.core.file.RequestFolder;
import io.ttquant.core.risk.KillLatch;
import io.ttquant.exchanges.run.OperatorRequest;
import io.ttquant.exchanges.run.RunRefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator's command where no engine is up, where none answers, and where it makes no sense. */
class OperateJobTest {
    @TempDir
    Path state;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private int run(String... args) {
        bytes.reset();
        String[] all = Stream.concat(Arrays.stream(args), Stream.of("--state", state.toString()))
                .toArray(String[]::new);
        return new OperateJob().run(new PrintStream(bytes, true, StandardCharsets.UTF_8), all);
    }

    private int byAnn(String... args) {
        return run(Stream.concat(Arrays.stream(args), Stream.of("--who", "Ann", "--why", "a test"))
                .toArray(String[]::new));
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private KillSwitchFile killSwitch(String name) {
        return KillSwitchFile.at(state.resolve(name + ".kill"));
    }

    private RequestFolder requests(String name) {
        return RequestFolder.at(state.resolve(name + ".requests"));
    }

    @Test
    void withoutAnEngineATripIsForTheNextStartAndAResetTakesItBack() {
        assertThat(byAnn("trip", "--venue", "okx", "--mode", "live")).isZero();
        assertThat(text()).startsWith("okx-live  no engine is up: the kill switch is tripped for the next start");
        KillLatch latch = Objects.requireNonNull(killSwitch("okx-live").load());
        assertThat(latch.who()).isEqualTo("Ann");
        assertThat(latch.reason()).isEqualTo("a test");
        assertThat(latch.when()).startsWith("at 20");
        List<String> waiting = requests("okx-live").pending();
        assertThat(waiting).hasSize(1).allMatch(id -> id.endsWith("-trip"));
        assertThat(OperatorRequest.parse(requests("okx-live").read(waiting.get(0)))
                        .act())
                .isEqualTo(OperatorRequest.Act.TRIP);

        assertThat(byAnn("trip")).as("once more, by what the folder has").isZero();
        assertThat(text()).contains("it was tripped before: the kill switch is TRIPPED by Ann at ");
        assertThat(run("status")).isZero();
        assertThat(text()).contains("okx-live  no engine is up; the kill switch is TRIPPED by Ann");
        assertThat(byAnn("reset")).isZero();
        assertThat(text()).contains("is reset, and the next start trades");
        assertThat(killSwitch("okx-live").load()).isNull();
        assertThat(requests("okx-live").pending()).isEmpty();
        assertThat(byAnn("reset")).isOne();
        assertThat(text()).contains("is not tripped, so Ann cannot reset it");
    }

    @Test
    void withoutAnEngineNothingIsClosedAndNobodyIsHeld() {
        assertThat(byAnn("trip", "--flatten", "--venue", "okx", "--mode", "live"))
                .isOne();
        assertThat(text()).contains("is tripped for the next start", "POSITIONS ARE NOT CLOSED");
        assertThat(killSwitch("okx-live").load()).isNotNull();
        for (String command : List.of("resume", "flatten")) {
            assertThat(byAnn(command, "grid")).isOne();
            assertThat(text()).contains("no engine is up that could " + command + " grid; nothing was done");
        }
        assertThat(byAnn("hold", "account", "--stage", "reducing")).isOne();
        assertThat(text()).contains("no engine is up that could reduce the account");
    }

    @Test
    void aResetTakesBackATripThatNoEngineHasSeen() {
        requests("okx-live").make();
        requests("okx-live").post("1", new OperatorRequest(OperatorRequest.Act.TRIP, "", "Ann", "a test", 0).format());
        assertThat(byAnn("reset")).isZero();
        assertThat(text()).contains("a request that waited for the next start is taken back");
        assertThat(requests("okx-live").pending()).isEmpty();
    }

    @Test
    void aSwitchThatCannotBeReadCountsAsTrippedAndIsNotReset() throws IOException {
        Path file = Files.writeString(state.resolve("okx-live.kill"), "Ann: the feed is wrong\n");
        assertThat(byAnn("trip")).isZero();
        assertThat(text()).contains("cannot be read and counts as TRIPPED", "okx-live.kill");
        assertThat(byAnn("reset")).isOne();
        assertThat(text()).contains("not done: ", "mend it by hand");
        assertThat(file).hasContent("Ann: the feed is wrong\n");
        assertThat(requests("okx-live").pending()).hasSize(1);
    }

    @Test
    void whoHoldsTheSwitchWithoutTakingRequestsIsNamed() {
        KillSwitchFile other = killSwitch("okx-live");
        other.hold();
        try {
            assertThat(byAnn("reset", "--venue", "okx", "--mode", "live")).isOne();
            assertThat(text()).contains("NOT DONE: the kill switch ", " is in use by another live engine");
        } finally {
            other.letGo();
        }
    }

    @Test
    void anEngineThatDoesNotAnswerEndsWithTwoAndOnlyATripStays() {
        requests("okx-live").make();
        try (HeldFile hanging = requests("okx-live").tryHold().orElseThrow()) {
            assertThat(byAnn("hold", "grid", "--stage", "halted", "--patience", "1s"))
                    .as("beside " + hanging)
                    .isEqualTo(2);
            assertThat(text()).contains("NO ANSWER within 1 s", "was taken back, and nothing was done");
            assertThat(requests("okx-live").pending()).isEmpty();
            assertThat(byAnn("trip", "--patience", "1s")).isEqualTo(2);
            assertThat(text()).contains("NO ANSWER within 1 s", "The request stays");
            assertThat(requests("okx-live").pending()).hasSize(1);
        }
    }

    @Test
    void aTripIsForAllOfTheFolderAndWhatIsForOneMustSayForWhich() {
        for (String name : List.of("okx-live", "binance-live")) {
            killSwitch(name).trip(new KillLatch("before", "Bob", 0));
        }
        assertThatThrownBy(() -> byAnn("reset"))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("there are several engines: binance-live, okx-live; nothing was done");
        assertThat(byAnn("reset", "--venue", "okx")).isZero();
        assertThat(killSwitch("okx-live").load()).isNull();
        assertThat(byAnn("trip")).isZero();
        assertThat(text()).contains("binance-live  no engine", "okx-live  no engine");
        assertThat(killSwitch("okx-live").load()).isNotNull();
    }

    @Test
    void aTripIsForLiveEnginesThatAreDownWhileAnotherIsUp() {
        for (String name : List.of("binance-live", "okx-live", "okx-paper")) {
            requests(name).make();
        }
        try (HeldFile up = requests("okx-live").tryHold().orElseThrow()) {
            assertThat(byAnn("trip", "--patience", "1s")).as("beside " + up).isEqualTo(2);
            assertThat(text())
                    .contains("binance-live  no engine is up: the kill switch is tripped for the next start")
                    .contains("okx-live  NO ANSWER")
                    .doesNotContain("okx-paper");
        }
        assertThat(killSwitch("binance-live").load()).isNotNull();
        assertThat(requests("okx-live").pending()).hasSize(1);
        assertThat(killSwitch("okx-paper").load()).isNull();
        assertThat(byAnn("trip", "--mode", "paper")).isZero();
        assertThat(killSwitch("okx-paper").load()).isNotNull();
    }

    @Test
    void aFolderThatCannotBeUsedKeepsNoOtherEngineFromBeingTripped() throws IOException {
        requests("binance-live").make();
        Files.writeString(state.resolve("okx-paper.requests"), "no folder");

        assertThat(byAnn("trip")).isOne();

        assertThat(text()).contains("binance-live  no engine is up: the kill switch is tripped", "okx-paper  NOT DONE");
        assertThat(killSwitch("binance-live").load()).isNotNull();
    }

    @Test
    void aLookMakesNothingThatALiveRunWouldTakeForItsSwitch() {
        assertThat(run("status", "--venue", "okx", "--mode", "live")).isZero();
        assertThat(state.resolve("okx-live.kill")).doesNotExist();
        assertThat(state.resolve("okx-live.kill.lock")).doesNotExist();
    }

    @Test
    void anEngineThatWasNeverThereIsNotMadeUp() {
        assertThatThrownBy(() -> byAnn("trip", "--venue", "okx"))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("no such engine was ever started", "which has none", "give --venue and --mode");
        assertThatThrownBy(() -> new OperateJob()
                        .run(
                                System.out,
                                "status",
                                "--state",
                                state.resolve("gone").toString()))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("there is no state folder");
        assertThat(state).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tirp | 'tirp' is none of status, trip, reset, hold, resume, flatten
            trip grid | 'grid' is too much: trip is for the whole engine
            hold --stage halted | hold needs the name of a strategy, or "account"
            hold grid | --stage is needed
            hold grid --stage active | --stage 'active' is neither reducing nor halted
            reset --flatten | --flatten does not go with reset
            trip --stage halted | --stage does not go with trip
            trip --mode demo | --mode 'demo' is neither paper nor live
            trip --force | '--force' is no option
            """)
    void whatMakesNoSenseIsRefusedBeforeAnythingIsDone(String command, String words) {
        assertThatThrownBy(() -> byAnn(command.split(" ")))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining(words);
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void whoAndWhyAreNeeded() {
        assertThatThrownBy(() -> run("trip", "--why", "x")).hasMessageContaining("--who is needed");
        assertThatThrownBy(() -> run("trip", "--who", "x")).hasMessageContaining("--why is needed");
        assertThatThrownBy(() -> run("trip", "--who", " ", "--why", "x"))
                .hasMessageContaining("'who' must not be blank");
        assertThatThrownBy(() -> run("trip", "--who", "Ann", "--why", "two\nlines"))
                .hasMessageContaining("'why' must be one line");
        assertThat(new OperateJob().run(new PrintStream(bytes, true, StandardCharsets.UTF_8), "--help"))
                .isZero();
        assertThat(text()).contains("trip [--flatten]", "--who NAME");
    }
}
