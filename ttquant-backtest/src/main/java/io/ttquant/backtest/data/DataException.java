package io.ttquant.backtest.data;

import java.io.Serial;

/**
 * Market data that was refused, or could not be found or read. The message names the file, the line where there is one, the value, the
 * rule and the remedy.
 */
public final class DataException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;

    /**
     * A refusal. Readers of formats of your own throw it too.
     *
     * @param file the file, as messages call it
     * @param line the line in it, counted from 1; 0 if the refusal is about the whole file
     * @param message the value, the rule that it breaks, and what to do
     */
    public DataException(String file, long line, String message) {
        super(file + (line > 0 ? ", line " + line : "") + ": " + message);
        this.file = file;
        this.line = line;
    }

    DataException(String file, String message, Throwable cause) {
        super(file + ": " + message, cause);
        this.file = file;
        this.line = 0;
    }

    /** The file, or the place where files were looked for. */
    public String file() {
        return file;
    }

    /** The line in it, counted from 1; 0 if the refusal is about the whole file. */
    public long line() {
        return line;
    }
}
