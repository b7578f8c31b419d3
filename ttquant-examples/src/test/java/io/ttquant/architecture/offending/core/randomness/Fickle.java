package io.ttquant.architecture.offending.core.randomness;

import java.util.Random;

/** Draws numbers that no seed of the run decides. */
final class Fickle {
    private Fickle() {}

    static double draw() {
        return new Random().nextDouble();
    }
}
