package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.exchange.ExchangeEvent;
import io.ttquant.exchanges.emulator.exchange.Fill;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command brings about that is being answered: fills for the answer, and the name that a cancel goes by. */
final class Recent {
    private final List<Fill> fills = new ArrayList<>();
    private @Nullable String cancelId;

    void begin(@Nullable String idOfCancel) {
        fills.clear();
        cancelId = idOfCancel;
    }

    void see(ExchangeEvent event) {
        if (event instanceof ExchangeEvent.Filled filled) {
            fills.add(filled.fill());
        }
    }

    /** Ends the command, so that later events are not taken for its. */
    void end() {
        fills.clear();
        cancelId = null;
    }

    List<Fill> fills(long orderId) {
        return fills.stream().filter(fill -> fill.orderId() == orderId).toList();
    }

    @Nullable
    String cancelId() {
        return cancelId;
    }
}
