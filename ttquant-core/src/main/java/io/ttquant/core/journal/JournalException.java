package io.ttquant.core.journal;

import java.io.Serial;

/** A journal that cannot be read: it is none, is of a newer version, or is damaged. The message says where and what to do. */
public final class JournalException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** With what is wrong, where, and what to do. */
    public JournalException(String message) {
        super(message);
    }
}
