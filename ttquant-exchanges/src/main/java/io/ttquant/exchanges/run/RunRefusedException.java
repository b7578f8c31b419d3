package io.ttquant.exchanges.run;

/** A run that is not begun; the message says all that is missing or wrong, and what to write. */
public final class RunRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message for people. */
    public RunRefusedException(String message) {
        super(message);
    }
}
