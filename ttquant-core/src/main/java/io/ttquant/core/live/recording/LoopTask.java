package io.ttquant.core.live.recording;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** A task of an engine's thread, from its begin to its end. */
@Name("io.ttquant.LoopTask")
@Label("Task of an engine")
@Description("A message or a wait, with all that the engine did because of it")
@Category("TTQuant")
@StackTrace(false)
@Threshold("1 ms")
final class LoopTask extends Event {
    @Label("Backlog")
    @Description("Tasks that waited when it ended")
    int backlog;
}
