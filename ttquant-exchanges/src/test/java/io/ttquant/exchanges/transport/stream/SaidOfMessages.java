package io.ttquant.exchanges.transport.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What this thread writes into the log of messages that cannot be read, until it is closed. */
public final class SaidOfMessages extends Handler implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(UnreadableLog.class.getName());

    private final SimpleFormatter formatter = new SimpleFormatter();
    private final long thread = Thread.currentThread().getId();
    private final Level before = LOGGER.getLevel();
    private final List<String> lines = new ArrayList<>();

    /** Hears from now on. */
    @SuppressWarnings("this-escape")
    public SaidOfMessages() {
        setLevel(Level.ALL);
        LOGGER.setLevel(Level.WARNING);
        LOGGER.addHandler(this);
    }

    /** The lines so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        if (Thread.currentThread().getId() == thread) {
            lines.add(formatter.formatMessage(line));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOGGER.removeHandler(this);
        LOGGER.setLevel(before);
    }
}
