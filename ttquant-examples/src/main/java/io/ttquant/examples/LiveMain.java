package io.ttquant.examples;

import io.ttquant.core.config.ConfigurationException;
import io.ttquant.exchanges.run.RunRefusedException;
import java.io.PrintStream;
import java.util.function.Consumer;

/** What the mains of live trading have in common: an orderly end on Ctrl-C, and mistakes told without a stack trace. */
final class LiveMain {
    private LiveMain() {}

    /** A job that runs until it is told to end. */
    @FunctionalInterface
    interface Job {
        /**
         * Runs it.
         *
         * @param onInterrupt takes what is to run when the process is told to end
         * @return the status
         */
        int run(PrintStream out, Consumer<Runnable> onInterrupt);
    }

    static void run(Job job) {
        int status = run(job, System.out, System.err, LiveMain::atShutdown);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** A process that is told to end runs this first: Ctrl-C, or a signal to terminate. */
    private static void atShutdown(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
    }

    static int run(Job job, PrintStream out, PrintStream err, Consumer<Runnable> onInterrupt) {
        try {
            return job.run(out, onInterrupt);
        } catch (RunRefusedException | ConfigurationException e) {
            err.println(e.getMessage());
            return 1;
        }
    }
}
