package io.ttquant.examples;

import io.ttquant.core.config.ConfigurationException;
import io.ttquant.examples.live.OnInterrupt;
import io.ttquant.exchanges.run.RunRefusedException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the mains of live trading have in common: an orderly end on Ctrl-C, and mistakes told without a stack trace. */
final class LiveMain {
    /** Held here, since a logger that nobody holds is forgotten with its level. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("io.ttquant"), Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"));

    private LiveMain() {}

    /** A process that is told to end, by Ctrl-C or a signal to terminate, ends the job first, and waits until it has closed its store and said its last line. */
    private static final class AtShutdown implements OnInterrupt {
        private final CountDownLatch over;
        private volatile Duration closing = Duration.ZERO;

        AtShutdown(CountDownLatch over) {
            this.over = over;
        }

        @Override
        public void closing(Duration most) {
            closing = most;
        }

        @Override
        public void accept(Runnable stop) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop), "stop"));
        }

        private void end(Runnable stop) {
            stop.run();
            try {
                if (!over.await(closing.plus(LAST_LINES).toMillis(), TimeUnit.MILLISECONDS)) {
                    System.err.println("The job did not end by itself.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A job that runs until it is told to end. */
    @FunctionalInterface
    interface Job {
        /**
         * Runs it.
         *
         * @param onInterrupt takes what is to run when the process is told to end
         * @return the status
         */
        int run(PrintStream out, OnInterrupt onInterrupt);
    }

    static void run(Job job) {
        quiet();
        CountDownLatch over = new CountDownLatch(1);
        int status;
        try {
            status = run(job, System.out, System.err, new AtShutdown(over));
        } finally {
            over.countDown();
        }
        if (status != 0) {
            System.exit(status);
        }
    }

    /** What matters is a line of the job; the libraries' own news are shown if somebody configures {@code java.util.logging}. */
    private static void quiet() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        }
    }

    static int run(Job job, PrintStream out, PrintStream err, OnInterrupt onInterrupt) {
        try {
            return job.run(out, onInterrupt);
        } catch (RunRefusedException | ConfigurationException e) {
            err.println(e.getMessage());
            return 1;
        }
    }
}
