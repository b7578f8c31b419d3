package io.ttquant.exchanges.emulator.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/** All events in order. They are handed over when the command that caused them is done, so a listener may give commands itself. */
final class Tape {
    private final Agenda agenda;
    private final List<Consumer<ExchangeEvent>> listeners = new ArrayList<>();
    private final Queue<ExchangeEvent> pending = new ArrayDeque<>();
    private long sequence;
    private boolean isDelivering;

    Tape(Agenda agenda) {
        this.agenda = agenda;
    }

    void listen(Consumer<ExchangeEvent> listener) {
        listeners.add(listener);
    }

    void ignore(Consumer<ExchangeEvent> listener) {
        listeners.remove(listener);
    }

    void write(Entry entry) {
        pending.add(entry.at(++sequence, agenda.now()));
    }

    void deliver() {
        if (isDelivering) {
            return;
        }
        isDelivering = true;
        try {
            for (ExchangeEvent event = pending.poll(); event != null; event = pending.poll()) {
                for (Consumer<ExchangeEvent> listener : List.copyOf(listeners)) {
                    listener.accept(event);
                }
            }
        } finally {
            isDelivering = false;
        }
    }

    /** An event that lacks its place. */
    interface Entry {
        ExchangeEvent at(long sequence, long time);
    }
}
