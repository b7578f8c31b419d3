package io.ttquant.backtest.interval;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.OrderRequest;
import java.util.ArrayList;
import java.util.List;

/** What one strategy told the exchange to do in one instrument. */
final class Script {
    final String strategyId;
    final Instrument instrument;
    /** All orders, in the order in which they were made. */
    final List<PlacedOrder> orders = new ArrayList<>();
    /** The commands that are bound to a time, in the order in which they were given. */
    final List<Command> commands = new ArrayList<>();

    final List<Fill> fills = new ArrayList<>();

    Script(String strategyId, Instrument instrument) {
        this.strategyId = strategyId;
        this.instrument = instrument;
    }

    PlacedOrder order(OrderRequest request) {
        PlacedOrder order = new PlacedOrder(orders.size(), request);
        orders.add(order);
        return order;
    }

    /** Binds a command to its time. */
    void add(Command command, boolean isWithPrevious) {
        command.index = commands.size();
        command.callback = isWithPrevious ? commands.get(command.index - 1).callback : command.index;
        commands.add(command);
        if (command.kind == Command.Kind.PLACE) {
            command.order.releaseIndex = command.index;
        } else {
            command.order.timed.add(command);
        }
    }
}
