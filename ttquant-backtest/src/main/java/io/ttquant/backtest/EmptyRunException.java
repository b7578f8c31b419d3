package io.ttquant.backtest;

import java.io.Serial;

/** A backtest whose data holds nothing in the time that it should run over. The message says what the data holds and what was asked for. */
public final class EmptyRunException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    EmptyRunException(String message) {
        super(message);
    }
}
