package io.ttquant.core.live.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.live.LiveLoop;
import io.ttquant.core.live.MachineClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopEventsTest {
    @TempDir
    Path folder;

    private final LiveLoop loop = LiveLoop.of(MachineClock.start());

    private List<RecordedEvent> record(Duration threshold, Runnable... tasks) throws IOException {
        LoopEvents.of(loop);
        Path file = folder.resolve("loop.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("io.ttquant.LoopTask").withThreshold(threshold);
            recording.start();
            for (Runnable task : tasks) {
                loop.execute(task);
            }
            while (loop.turn()) {
                // Until all are done.
            }
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file);
    }

    private static void work(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aTaskThatTakesLongIsRecordedWithWhatWaitedBehindIt() throws IOException {
        List<RecordedEvent> events =
                record(Duration.ofMillis(10), () -> work(Duration.ofMillis(20)), () -> {}, () -> {});

        assertThat(events).hasSize(1);
        assertThat(events.get(0).getEventType().getName()).isEqualTo("io.ttquant.LoopTask");
        assertThat(events.get(0).getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(20));
        assertThat(events.get(0).getInt("backlog")).isEqualTo(2);
    }

    @Test
    void everyTaskIsRecordedIfTheRecordingAsksForIt() throws IOException {
        assertThat(record(Duration.ZERO, () -> {}, () -> {}, () -> {})).hasSize(3);
    }

    @Test
    void withoutARecordingTasksAreDoneAsEver() {
        LoopEvents.of(loop);
        loop.execute(() -> {});

        assertThat(loop.turn()).isTrue();
        assertThat(loop.tasks()).isEqualTo(1);
    }
}
