package io.ttquant.backtest;

import java.io.Serial;

/**
 * A backtest that was to be kept in a store and is not: because another run is kept under its name, or the store does
 * not take it. The message says which, and what to do.
 */
public final class NotKeptException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotKeptException(String message) {
        super(message);
    }

    NotKeptException(String message, Throwable cause) {
        super(message, cause);
    }
}
