package io.ttquant.core.live;

/** Measures the tasks of a loop. Called on the loop's thread, around each task: it must cost next to nothing. */
public interface LoopWatch {
    /** A task begins. */
    void began();

    /** The task has ended, with all that the engine did because of it. */
    void ended();

    /** Both, this one first. */
    default LoopWatch and(LoopWatch other) {
        LoopWatch one = this;
        return new LoopWatch() {
            @Override
            public void began() {
                one.began();
                other.began();
            }

            @Override
            public void ended() {
                other.ended();
                one.ended();
            }
        };
    }
}
