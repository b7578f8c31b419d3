package io.ttquant.architecture.offending.core.order;

/** Keeps and gives money as a double. */
final class Inexact {
    private final double[] amounts = {1};

    double amount() {
        return amounts[0];
    }
}
