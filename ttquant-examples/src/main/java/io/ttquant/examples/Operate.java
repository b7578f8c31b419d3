package io.ttquant.examples;

import io.ttquant.examples.live.OperateJob;

/** What an operator does to a strategy engine from outside: the kill switch, stages, and a look at how it stands. */
public final class Operate {
    private Operate() {}

    /** Does it; {@code --help} lists the arguments. Ends the JVM with status 1 if it was not done, and with 2 if no engine answered. */
    public static void main(String... args) {
        LiveMain.run((out, onInterrupt) -> new OperateJob().run(out, args));
    }
}
