package io.ttquant.exchanges.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.time.Clock;
import io.ttquant.core.config.ExchangeSettings;
import io.ttquant.core.file.RequestFolder;
import io.ttquant.core.live.LiveLoop;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.exchanges.run.OperatorRequest.Act;
import io.ttquant.exchanges.transport.live.LoopThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that a disk does not give, before there is an engine, on made-up time. */
class OperatorDeskFilesTest {
    private static final long START = 1_700_000_000_000_000_000L;

    private final List<String> lines = new ArrayList<>();
    private final KillSwitchStore killSwitch = KillSwitchStore.inMemory();
    private long nanos = START;
    private final LiveLoop loop = LiveLoop.of((Clock) () -> nanos);
    private final EngineThread thread = LoopThread.of(loop);
    private boolean isFailing;
    private int asked;

    @TempDir
    Path state;

    private RequestFolder requests;

    @BeforeEach
    void begin() {
        requests = RequestFolder.at(state.resolve("okx-live.requests"));
        OperatorDesk desk = new OperatorDesk(
                requests,
                this::read,
                new VenuePlan("okx", new ExchangeSettings("okx", "okx", Map.of()), List.of()),
                killSwitch,
                thread,
                lines::add);
        desk.begin(() -> null);
        pass(Duration.ofSeconds(1));
    }

    private String read(String id) {
        if (isFailing) {
            throw new UncheckedIOException(new IOException("Input/output error"));
        }
        return requests.read(id);
    }

    private String post(Act act) {
        OperatorRequest request = new OperatorRequest(act, "", "Ann", "a test", nanos);
        String id = request.id("0" + ++asked);
        requests.post(id, request.format());
        return id;
    }

    private void pass(Duration time) {
        long end = nanos + time.toNanos();
        while (nanos < end) {
            turn();
            nanos = Math.min(end, Math.max(nanos + 1, loop.nextDueNanos()));
        }
        turn();
    }

    private void turn() {
        while (loop.turn()) {
            // What waits is done before time goes on.
        }
    }

    private OperatorAnswer answer(String id) {
        return OperatorAnswer.parse(requests.answer(id).orElseThrow(() -> new AssertionError(lines)));
    }

    @Test
    void whatTheDiskDoesNotGiveIsTriedAgainAndSaidOnce() {
        isFailing = true;
        String id = post(Act.RESET);
        pass(Duration.ofSeconds(5));
        assertThat(requests.pending()).containsExactly(id);
        assertThat(requests.answer(id)).isEmpty();
        assertThat(lines)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("OPERATOR: a request cannot be read now, which is tried again every second: ")
                .contains("Input/output error");

        isFailing = false;
        pass(Duration.ofSeconds(1));
        assertThat(requests.pending()).isEmpty();
        assertThat(answer(id).text()).isEqualTo("the kill switch is not tripped, so Ann cannot reset it");
    }

    @Test
    void whatCanBeReadOnlyWhenItIsOldIsNotDone() {
        isFailing = true;
        post(Act.TRIP);
        pass(Duration.ofSeconds(3));
        String id = post(Act.RESET);
        pass(OperatorDesk.FRESH.plusSeconds(1));
        isFailing = false;
        pass(Duration.ofSeconds(1));
        assertThat(answer(id).text()).contains("is older than 10 s");
        assertThat(killSwitch.load()).isNotNull();
    }

    @Test
    void aTripThatTheDiskDoesNotGiveTwiceIsObeyedForItsName() {
        isFailing = true;
        String id = post(Act.TRIP_AND_FLATTEN);
        pass(Duration.ofSeconds(1));
        assertThat(killSwitch.load()).as("a disk may err once").isNull();
        pass(Duration.ofSeconds(30));
        assertThat(Objects.requireNonNull(killSwitch.load()).reason())
                .isEqualTo("a request to trip cannot be read, and is known by its name: 01-trip");
        assertThat(answer(id).isDone()).as("it was to close positions too").isFalse();
        assertThat(answer(id).text())
                .endsWith("; POSITIONS ARE NOT CLOSED, if that was asked for, because the request cannot be read");
        assertThat(requests.pending()).as("for the engine that comes").containsExactly(id);
        assertThat(lines).hasSize(3);
    }

    @Test
    void aTripThatIsReadLaterIsDoneAsItWasAsked() {
        isFailing = true;
        post(Act.TRIP);
        pass(Duration.ofSeconds(1));
        isFailing = false;
        pass(Duration.ofSeconds(1));
        assertThat(Objects.requireNonNull(killSwitch.load()).who()).isEqualTo("Ann");
    }

    @Test
    void aTripThatIsTakenBackMeanwhileIsNone() {
        isFailing = true;
        String id = post(Act.TRIP);
        pass(Duration.ofSeconds(1));
        assertThat(requests.take(id)).isTrue();
        pass(Duration.ofSeconds(5));
        assertThat(killSwitch.load()).isNull();
        assertThat(lines).hasSize(1);
    }
}
