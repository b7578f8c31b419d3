package io.ttquant.core.engine;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Notes the commands; answers them as they were meant when asked to. */
final class PartsVenue implements ExecutionSession {
    final List<String> sent = new ArrayList<>();
    private final List<Consumer<Engine>> answers = new ArrayList<>();
    private final Set<Capability> capabilities = EnumSet.allOf(Capability.class);

    PartsVenue(Capability... lacks) {
        capabilities.removeAll(List.of(lacks));
    }

    /** Answers all that was sent, and what is sent because of that. */
    void answer(Engine engine) {
        while (!answers.isEmpty()) {
            answers.remove(0).accept(engine);
        }
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public void submit(Order order) {
        sent.add("submit " + order.sequence() + (order.parent() == null ? "" : " of " + order.rawQuantity()));
        answers.add(engine -> engine.reports().accepted(order, 2));
    }

    @Override
    public void cancel(Order order) {
        sent.add("cancel " + order.sequence());
        answers.add(engine -> engine.reports().canceled(order, "", 2));
    }

    @Override
    public void amend(Order order, Amendment amendment) {
        sent.add("amend " + order.sequence() + " to " + amendment.rawQuantity());
        answers.add(engine -> engine.reports()
                .updated(
                        order,
                        amendment.rawQuantity() == 0 ? order.rawQuantity() : amendment.rawQuantity(),
                        amendment.rawPrice() == 0 ? order.rawPrice() : amendment.rawPrice(),
                        order.rawTrigger(),
                        2));
    }
}
