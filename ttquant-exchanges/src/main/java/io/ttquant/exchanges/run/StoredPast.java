package io.ttquant.exchanges.run;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.engine.Inheritance;
import io.ttquant.core.engine.Inheritance.OwnOrder;
import io.ttquant.core.engine.Inheritance.OwnPosition;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.storage.tap.LastKnown;
import io.ttquant.core.storage.tap.StoreTap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run knew last, as the strategies of the next one get it back; with a line for people about each thing. */
final class StoredPast {
    private final LastKnown last;
    private final AccountSnapshot now;
    private final Map<InstrumentId, Instrument> instruments;
    private final Set<String> strategies;
    private final List<OwnPosition> positions = new ArrayList<>();
    private final List<OwnOrder> orders = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private StoredPast(LastKnown last, AccountSnapshot now, List<Instrument> known, Set<String> strategies) {
        this.last = last;
        this.now = now;
        this.instruments = known.stream()
                .collect(Collectors.toMap(Instrument::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        this.strategies = strategies;
    }

    /**
     * What they get back.
     *
     * @param strategies those that are configured
     * @param lines takes the lines
     */
    static Inheritance of(
            LastKnown last,
            AccountSnapshot now,
            List<Instrument> instruments,
            Set<String> strategies,
            List<String> lines) {
        StoredPast past = new StoredPast(last, now, instruments, strategies);
        last.positions().forEach(past::position);
        last.openOrders().forEach(past::order);
        lines.addAll(past.lines);
        return new Inheritance(past.positions, past.orders, past.states());
    }

    /** The instruments that it is about; not those in which it only was once. */
    static Set<InstrumentId> instruments(LastKnown last) {
        return Stream.concat(
                        last.positions().stream()
                                .filter(held -> held.quantity().signum() != 0)
                                .map(RunEntry.PositionAt::instrument),
                        last.openOrders().stream().map(RunEntry.OrderChange::instrument))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Why a strategy gets nothing back; null if it does. */
    private @Nullable String objection(String strategy, InstrumentId instrument) {
        if (!strategies.contains(strategy)) {
            return "no strategy of that name runs now, so that it counts as the account's";
        }
        return instruments.containsKey(instrument)
                ? null
                : "the exchange does not list " + instrument.symbol() + " now, so that nothing of it is given back";
    }

    private void position(RunEntry.PositionAt held) {
        if (held.strategyId().equals(Ledger.EXTERNAL)) {
            return;
        }
        String what = "by the store " + held.strategyId() + " held "
                + held.quantity().toPlainString() + " " + held.instrument().symbol() + ": ";
        String objection = objection(held.strategyId(), held.instrument());
        if (held.quantity().signum() == 0) {
            if (objection == null) {
                flat(held, instruments.get(held.instrument()));
            }
            return;
        }
        if (objection != null) {
            lines.add(what + objection);
            return;
        }
        try {
            positions.add(own(held, instruments.get(held.instrument())));
            lines.add(what + "it has that back, as far as the exchange has it");
        } catch (ArithmeticException e) {
            lines.add(what + "that is no quantity of the instrument as it is listed now (" + e.getMessage()
                    + "), so that it counts as the account's");
        }
    }

    /** There is nothing to lose where it cannot count on, so that nobody need hear of it, start after start. */
    private void flat(RunEntry.PositionAt flat, @Nullable Instrument i) {
        boolean isSame = i != null
                && isOfTheMode(flat, i)
                && flat.currency().code().equals(i.settlement().code());
        if (i == null || !isSame) {
            return;
        }
        positions.add(own(flat, i, BigDecimal.ZERO));
        lines.add("by the store " + flat.strategyId() + " had realised "
                + flat.realized().toPlainString() + " " + flat.currency() + " with "
                + flat.instrument().symbol() + ": it counts on from there");
    }

    private boolean isOfTheMode(RunEntry.PositionAt held, Instrument i) {
        boolean hasLegs = i.kind().isDerivative() && now.positionMode() == PositionMode.HEDGING;
        return hasLegs != (held.side() == PositionSide.NET);
    }

    private OwnPosition own(RunEntry.PositionAt held, @Nullable Instrument i) {
        if (i == null || held.averagePrice() == null || held.averagePrice().signum() <= 0) {
            throw new ArithmeticException("its price is not known");
        }
        if (!isOfTheMode(held, i)) {
            throw new ArithmeticException("the account is in position mode " + now.positionMode() + " now");
        }
        return own(held, i, held.averagePrice());
    }

    private static OwnPosition own(RunEntry.PositionAt held, Instrument i, BigDecimal price) {
        return new OwnPosition(
                held.strategyId(),
                i.id(),
                held.side(),
                FixedPoint.toRaw(held.quantity(), i.quantityScale()),
                price,
                FixedPoint.toRaw(held.realized(), i.settlement().scale(), RoundingMode.HALF_EVEN));
    }

    private void order(RunEntry.OrderChange order) {
        ExternalOrder open = now.openOrders().stream()
                .filter(each -> each.clientId().equals(order.clientId()))
                .findFirst()
                .orElse(null);
        Instrument i = instruments.get(order.instrument());
        String what = "by the store " + order.strategyId() + " had an order " + order.clientId() + " (" + order.side()
                + " " + order.quantity().toPlainString() + " "
                + order.instrument().symbol() + ", " + order.status() + "): the exchange has it open"
                + (open == null ? " no more, and " : ", and ");
        String objection = objection(order.strategyId(), order.instrument());
        if (objection == null && open == null && now.positionMode() == PositionMode.HEDGING) {
            objection = "the store does not say for which of two positions it was, so that it counts as the account's";
        }
        if (objection != null || i == null) {
            lines.add(what + objection);
            return;
        }
        try {
            orders.add(new OwnOrder(order.strategyId(), known(order, open, i)));
            lines.add(what + (open == null ? "it is asked for" : "it is " + order.strategyId() + "'s again"));
        } catch (ArithmeticException e) {
            lines.add(what + "its figures do not fit the instrument as it is listed now (" + e.getMessage()
                    + "), so that it counts as the account's");
        }
    }

    private ExternalOrder known(RunEntry.OrderChange order, @Nullable ExternalOrder open, Instrument i) {
        long rawFilled =
                FixedPoint.toRaw(last.filled().getOrDefault(order.clientId(), BigDecimal.ZERO), i.quantityScale());
        OrderRequest request = open == null ? request(order, i) : open.request();
        return new ExternalOrder(order.clientId(), "", request, state(rawFilled), rawFilled, order.tsInit());
    }

    private static OrderStatus state(long rawFilled) {
        return rawFilled > 0 ? OrderStatus.PARTIALLY_FILLED : OrderStatus.SUBMITTED;
    }

    private static OrderRequest request(RunEntry.OrderChange order, Instrument i) {
        return new OrderRequest(
                i,
                order.side(),
                order.type(),
                FixedPoint.toRaw(order.quantity(), i.quantityScale()),
                raw(order.price(), i),
                raw(order.trigger(), i),
                order.timeInForce(),
                EpochNanos.NEVER,
                false,
                false,
                "");
    }

    private static long raw(@Nullable BigDecimal price, Instrument i) {
        return price == null ? 0 : FixedPoint.toRaw(price, i.priceScale());
    }

    private Map<String, Map<String, String>> states() {
        Map<String, Map<String, String>> all = new HashMap<>();
        for (RunEntry.StrategyState state : last.states()) {
            boolean isOwn =
                    strategies.contains(state.strategyId()) && !state.key().equals(StoreTap.STATE);
            if (isOwn && !state.value().isEmpty()) {
                all.computeIfAbsent(state.strategyId(), id -> new HashMap<>()).put(state.key(), state.value());
            }
        }
        all.forEach((strategy, its) -> lines.add("by the store " + strategy + " kept " + its.size()
                + (its.size() == 1 ? " text" : " texts") + ", which it has back"));
        return all;
    }
}
