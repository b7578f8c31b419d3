package io.ttquant.backtest.junit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.exchange.EngineThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeskThreadTest {
    private final DeskThread thread = new DeskThread(1000);
    private final List<String> done = new ArrayList<>();

    private EngineThread.Timeout after(long nanos, String what) {
        return thread.schedule(Duration.ofNanos(nanos), () -> done.add(what + "@" + thread.nanos()));
    }

    @Test
    void nothingRunsUntilTimeIsLetPassThenTasksBeforeTimersInTheirOrder() {
        after(20, "late");
        after(10, "b");
        after(10, "c");
        thread.execute(() -> done.add("task"));
        assertThat(done).isEmpty();

        thread.advanceTo(1015);

        assertThat(done).containsExactly("task", "b@1015", "c@1015");
        thread.advanceTo(1020);
        assertThat(done).endsWith("late@1020");
    }

    @Test
    void whatATaskOrTimerAsksForAtOnceIsDoneTheNextTime() {
        thread.execute(() -> {
            thread.execute(() -> done.add("second"));
            after(0, "timer");
        });
        after(0, "first");

        thread.advanceTo(1000);
        assertThat(done).containsExactly("first@1000");
        thread.advanceTo(1000);
        assertThat(done).containsExactly("first@1000", "second", "timer@1000");
    }

    @Test
    void aTimerThatWasTakenBackDoesNotRunEvenByOneDueAtTheSameTime() {
        List<EngineThread.Timeout> second = new ArrayList<>();
        thread.schedule(Duration.ofNanos(5), () -> second.get(0).cancel());
        second.add(after(5, "never"));

        thread.advanceTo(1005);

        assertThat(done).isEmpty();
        second.get(0).cancel();
    }

    @Test
    void aDelayInThePastIsRefused() {
        assertThatThrownBy(() -> after(-1, "past"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use zero for at once");
    }
}
