package io.ttquant.exchanges.emulator.exchange;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dead man's switches: an account's orders end unless it goes on renewing. */
final class Countdowns {
    private final Core core;
    private final OrderDesk desk;
    private final Map<Scope, Agenda.Task> running = new LinkedHashMap<>();

    Countdowns(Core core, OrderDesk desk) {
        this.core = core;
        this.desk = desk;
    }

    /** Starts anew, or stops with zero; gives the moment at which it runs out, 0 if stopped. */
    long set(AccountState account, @Nullable String symbol, @Nullable String tag, Duration wait) {
        if (symbol != null) {
            core.market(symbol);
        }
        Scope scope = new Scope(account.id(), symbol, tag);
        Agenda.Task before = running.remove(scope);
        if (before != null) {
            before.cancel();
        }
        if (wait.isZero()) {
            return 0;
        }
        if (wait.isNegative()) {
            throw new Refused(RefusalReason.TIME, "a countdown must not be negative");
        }
        long end = Math.addExact(core.now(), wait.toNanos());
        running.put(scope, core.agenda.at(end, () -> runOut(account, scope)));
        return end;
    }

    private void runOut(AccountState account, Scope scope) {
        running.remove(scope);
        for (LiveOrder order : List.copyOf(account.open.values())) {
            boolean isMeant = (scope.symbol == null || scope.symbol.equals(order.request.symbol()))
                    && (scope.tag == null || scope.tag.equals(order.request.tag()));
            if (isMeant) {
                desk.end(order, OrderStatus.CANCELED, OrderReason.COUNTDOWN);
            }
        }
    }

    private record Scope(
            String account,
            @Nullable String symbol,
            @Nullable String tag) {}
}
