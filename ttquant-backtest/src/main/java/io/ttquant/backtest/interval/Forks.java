package io.ttquant.backtest.interval;

import java.util.Arrays;

/** Tells a step that may have several outcomes which one to take: the step is done once more for each that is left. */
final class Forks {
    private int[] taken = new int[4];
    private int[] counts = new int[4];
    private int known;
    private int at;

    /** The step begins. */
    void begin() {
        at = 0;
    }

    /** Which of so many outcomes to take, from 0. */
    int choose(int count) {
        if (at == known) {
            if (known == taken.length) {
                taken = Arrays.copyOf(taken, known * 2);
                counts = Arrays.copyOf(counts, known * 2);
            }
            taken[known] = 0;
            counts[known++] = count;
        }
        return taken[at++];
    }

    /** Goes on to other choices after a step; false if all were taken, and the next step is a new one. */
    boolean next() {
        while (known > 0 && taken[known - 1] + 1 == counts[known - 1]) {
            known--;
        }
        if (known > 0) {
            taken[known - 1]++;
        }
        return known > 0;
    }
}
