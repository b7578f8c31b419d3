package io.ttquant.exchanges.scenario;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.emulator.exchange.ExchangeEvent;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.util.ArrayList;
import java.util.List;

/** What happened in a scenario, in order, for whoever has to find out why. */
final class Story {
    private static final int LINES = 400;
    private static final int REQUESTS = 60;

    private final SimulatedTime time;
    private final List<Object> happened = new ArrayList<>();

    Story(SimulatedTime time) {
        this.time = time;
    }

    void add(String line) {
        happened.add(EpochNanos.format(time.nanos()) + " " + line);
    }

    /** Its words are made only if somebody reads them. */
    void add(ExchangeEvent event) {
        happened.add(event);
    }

    /** The last of it, and the last requests. */
    String last(String title, RequestLog log) {
        StringBuilder text = new StringBuilder("\n" + title + "; what happened last:\n");
        happened.subList(Math.max(0, happened.size() - LINES), happened.size())
                .forEach(line -> text.append("  ").append(words(line)).append('\n'));
        log.calls().stream()
                .skip(Math.max(0, log.calls().size() - REQUESTS))
                .forEach(entry -> text.append("  request ")
                        .append(EpochNanos.format(entry.nanos()))
                        .append(' ')
                        .append(entry.call())
                        .append(" -> ")
                        .append(entry.status())
                        .append('\n'));
        return text.toString();
    }

    private static String words(Object line) {
        return line instanceof ExchangeEvent event
                ? EpochNanos.format(event.time()) + " exchange " + event
                : line.toString();
    }
}
