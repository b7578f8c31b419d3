package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.AccountSnapshot.HeldPosition;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.core.storage.tap.LastKnown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a run knew last beside what its exchange says now, in lines for people. The exchange is right. */
final class Comparison {
    private Comparison() {}

    static List<String> lines(LastKnown last, AccountSnapshot now, List<Instrument> instruments) {
        List<String> lines = new ArrayList<>();
        Set<String> open =
                now.openOrders().stream().map(ExternalOrder::clientId).collect(Collectors.toSet());
        for (RunEntry.OrderChange order : last.openOrders()) {
            lines.add("by the store " + order.strategyId() + " had an order " + order.clientId() + " ("
                    + order.side() + " " + order.quantity().toPlainString() + " "
                    + order.instrument().symbol() + ", "
                    + order.status() + "): the exchange "
                    + (open.contains(order.clientId())
                            ? "has it open; it counts in the limits of the account"
                            : "has it open no more"));
        }
        Map<InstrumentId, BigDecimal> kept = new LinkedHashMap<>();
        for (RunEntry.PositionAt position : last.positions()) {
            lines.add("by the store " + position.strategyId() + " held "
                    + position.quantity().toPlainString() + " "
                    + position.instrument().symbol());
            kept.merge(position.instrument(), position.quantity(), BigDecimal::add);
        }
        kept.forEach((id, quantity) -> held(id, now, instruments)
                .filter(other -> other.compareTo(quantity) != 0)
                .ifPresent(other -> lines.add("DIFFERS: the exchange has " + other.toPlainString() + " " + id.symbol()
                        + ", the store had " + quantity.toPlainString() + "; the exchange counts")));
        return lines;
    }

    /** What the exchange says of a derivative; nothing of what is spot, where there are balances only. */
    private static Optional<BigDecimal> held(InstrumentId id, AccountSnapshot now, List<Instrument> instruments) {
        return instruments.stream()
                .filter(instrument -> instrument.id().equals(id) && instrument.kind() != InstrumentKind.SPOT)
                .findFirst()
                .map(instrument -> FixedPoint.toDecimal(
                        now.positions().stream()
                                .filter(position -> position.instrument().equals(id))
                                .mapToLong(HeldPosition::rawQuantity)
                                .reduce(0, Math::addExact),
                        instrument.quantityScale()));
    }
}
