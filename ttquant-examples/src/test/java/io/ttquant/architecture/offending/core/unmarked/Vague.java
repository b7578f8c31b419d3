package io.ttquant.architecture.offending.core.unmarked;

/** Lives where null may mean anything. */
final class Vague {
    private Vague() {}
}
