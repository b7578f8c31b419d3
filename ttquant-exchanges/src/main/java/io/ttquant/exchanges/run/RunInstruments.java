package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The instruments of a run. */
final class RunInstruments {
    private RunInstruments() {}

    /**
     * What strategies trade, and what the account holds or has orders in beside that: its limits count those too. And
     * what the run before was about, as far as the
     * exchange lists it still.
     *
     * @throws RunRefusedException if the exchange does not list what is traded
     */
    static List<Instrument> of(ExchangeSession open, VenuePlan plan, Set<InstrumentId> before, String source) {
        Set<InstrumentId> ids = new LinkedHashSet<>(plan.instruments());
        open.account().positions().forEach(held -> ids.add(held.instrument()));
        open.account()
                .openOrders()
                .forEach(order -> ids.add(order.request().instrument().id()));
        List<Instrument> listed = open.instruments();
        before.stream().filter(id -> find(id, listed).isPresent()).forEach(ids::add);
        return ids.stream()
                .map(id -> find(id, listed)
                        .orElseThrow(() -> new RunRefusedException(plan.venue() + " lists no instrument '" + id.symbol()
                                + "', which a strategy of " + source + " trades; " + Similar.to(id, listed))))
                .toList();
    }

    private static Optional<Instrument> find(InstrumentId id, List<Instrument> listed) {
        return listed.stream().filter(instrument -> instrument.id().equals(id)).findFirst();
    }
}
