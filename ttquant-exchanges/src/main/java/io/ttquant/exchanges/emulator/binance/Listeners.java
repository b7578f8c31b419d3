package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.ExchangeEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Who hears the events of which account. */
final class Listeners {
    private final AccountEvents events;
    private final Map<String, List<Consumer<ObjectNode>>> byAccount = new HashMap<>();

    Listeners(AccountEvents events) {
        this.events = events;
    }

    void add(String account, Consumer<ObjectNode> listener) {
        byAccount.computeIfAbsent(account, id -> new ArrayList<>()).add(listener);
    }

    void remove(String account, Consumer<ObjectNode> listener) {
        byAccount.getOrDefault(account, List.of()).remove(listener);
    }

    void see(ExchangeEvent event) {
        if (!(event instanceof ExchangeEvent.OfAccount ofAccount)) {
            return;
        }
        List<Consumer<ObjectNode>> all = byAccount.getOrDefault(ofAccount.account(), List.of());
        if (all.isEmpty()) {
            return;
        }
        for (ObjectNode message : events.of(ofAccount)) {
            List.copyOf(all).forEach(listener -> listener.accept(message));
        }
    }
}
