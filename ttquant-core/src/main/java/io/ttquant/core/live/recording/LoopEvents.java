package io.ttquant.core.live.recording;

import io.ttquant.core.live.LiveLoop;
import io.ttquant.core.live.LoopWatch;
import org.jspecify.annotations.Nullable;

/**
 * Events {@code io.ttquant.LoopTask} of Flight Recorder: one for each task of a loop that took longer than the threshold of the recording, a millisecond
 * unless it says otherwise. While nothing is recorded it costs a comparison a task.
 */
public final class LoopEvents implements LoopWatch {
    private final LiveLoop loop;
    private @Nullable LoopTask current;

    private LoopEvents(LiveLoop loop) {
        this.loop = loop;
    }

    /** Lets Flight Recorder see a loop's tasks, before it begins. Does nothing where the Java machine has no Flight Recorder. */
    public static void of(LiveLoop loop) {
        if (ModuleLayer.boot().findModule("jdk.jfr").isPresent()) {
            loop.watchedBy(new LoopEvents(loop));
        }
    }

    @Override
    public void began() {
        LoopTask task = new LoopTask();
        if (task.isEnabled()) {
            task.begin();
            current = task;
        }
    }

    @Override
    public void ended() {
        LoopTask task = current;
        if (task != null) {
            current = null;
            task.end();
            if (task.shouldCommit()) {
                task.backlog = loop.backlog();
                task.commit();
            }
        }
    }
}
