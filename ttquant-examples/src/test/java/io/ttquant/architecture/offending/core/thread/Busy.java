package io.ttquant.architecture.offending.core.thread;

/** Starts a thread. */
final class Busy {
    private Busy() {}

    static void go(Runnable work) {
        new Thread(work).start();
    }
}
