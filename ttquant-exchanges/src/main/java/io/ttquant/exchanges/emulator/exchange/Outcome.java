package io.ttquant.exchanges.emulator.exchange;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a command: a value, or a refusal.
 *
 * @param <T> what is given where it was accepted
 * @param value null if refused
 * @param refusal null if accepted
 */
public record Outcome<T>(@Nullable T value, @Nullable Refusal refusal) {
    /** Exactly one of them is there. */
    public Outcome {
        if ((value == null) == (refusal == null)) {
            throw new IllegalArgumentException("an outcome is a value or a refusal");
        }
    }

    static <T> Outcome<T> accepted(T value) {
        return new Outcome<>(value, null);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Outcome<>(null, refusal);
    }

    /** Whether it was done. */
    public boolean isAccepted() {
        return refusal == null;
    }

    /**
     * The value.
     *
     * @throws IllegalStateException if it was refused; the message says why
     */
    public T get() {
        if (value == null) {
            throw new IllegalStateException("refused: " + refusal);
        }
        return value;
    }

    void orElseThrow() {
        if (refusal != null) {
            throw new IllegalArgumentException(refusal.text());
        }
    }

    /**
     * Why it was refused.
     *
     * @throws NullPointerException if it was accepted
     */
    public RefusalReason reason() {
        return Objects.requireNonNull(refusal, "it was accepted").reason();
    }
}
