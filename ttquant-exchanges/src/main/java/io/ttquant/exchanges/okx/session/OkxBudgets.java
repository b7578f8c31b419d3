package io.ttquant.exchanges.okx.session;

import io.ttquant.api.time.Clock;
import io.ttquant.core.live.MachineClock;
import io.ttquant.exchanges.transport.budget.Quota;
import io.ttquant.exchanges.transport.budget.RequestBudget;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The budgets of sessions of one address, one for each host: the venue counts public requests by address, whichever session sends them. */
final class OkxBudgets {
    private static final Duration GUARD = Duration.ofMillis(250);

    private final Map<String, RequestBudget> byHost = new HashMap<>();
    private final UnaryOperator<Clock> clock;

    private OkxBudgets(UnaryOperator<Clock> clock) {
        this.clock = clock;
    }

    /** For sessions by the machine's clock, which is there longer than any of them. */
    static OkxBudgets live() {
        Clock machine = MachineClock.start();
        return new OkxBudgets(any -> machine);
    }

    /** For sessions that share a clock, such as a simulated one. */
    static OkxBudgets simulated() {
        return new OkxBudgets(own -> own);
    }

    synchronized RequestBudget of(String host, Clock own, List<Quota> quotas) {
        return byHost.computeIfAbsent(host, any -> new RequestBudget(clock.apply(own), GUARD, quotas));
    }
}
