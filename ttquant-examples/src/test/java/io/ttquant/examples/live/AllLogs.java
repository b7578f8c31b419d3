package io.ttquant.examples.live;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Hears every logger at its finest level, exceptions and all, and looks for canaries in what they say. */
final class AllLogs extends Handler implements AutoCloseable {
    private final Canaries canaries;
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Handler[] others = root.getHandlers();
    /** By the first two words of a logger's name. */
    private final Map<String, AtomicLong> records = new ConcurrentHashMap<>();

    private final List<String> found = new CopyOnWriteArrayList<>();

    private AllLogs(Canaries canaries) {
        this.canaries = canaries;
        setLevel(Level.ALL);
        for (Handler other : others) {
            root.removeHandler(other);
        }
        root.addHandler(this);
        root.setLevel(Level.ALL);
    }

    static AllLogs heardBy(Canaries canaries) {
        return new AllLogs(canaries);
    }

    @Override
    public void publish(LogRecord line) {
        StringWriter text = new StringWriter();
        text.append(Thread.currentThread().getName()).append(' ').append(formatter.formatMessage(line));
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(text));
        }
        String name = String.valueOf(line.getLoggerName());
        String[] words = name.split("\\.", 3);
        String family = words.length > 1 ? words[0] + "." + words[1] : name;
        records.computeIfAbsent(family, any -> new AtomicLong()).incrementAndGet();
        canaries.in(text.toString()).forEach(form -> found.add(name + " logs " + form + ": " + text));
    }

    /** How many records the loggers wrote whose names begin so: two words. */
    long count(String family) {
        AtomicLong count = records.get(family);
        return count == null ? 0 : count.get();
    }

    List<String> found() {
        return found;
    }

    @Override
    public String toString() {
        return records.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
        for (Handler other : others) {
            root.addHandler(other);
        }
    }
}
