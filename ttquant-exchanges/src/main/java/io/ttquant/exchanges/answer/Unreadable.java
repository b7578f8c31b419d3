package io.ttquant.exchanges.answer;

/** An answer that cannot be read. It proves nothing: what it answers is unknown. */
public final class Unreadable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** An answer that cannot be read, with what was expected. */
    public Unreadable(String message) {
        super(message);
    }
}
