package io.ttquant.examples.job;

/** The command line asks for something that cannot be done; the message says what and what to write instead. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With its message. */
    public UsageException(String message) {
        super(message);
    }
}
