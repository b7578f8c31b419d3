package io.ttquant.exchanges.scenario;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.engine.AccountNotice;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.exchanges.emulator.exchange.Balance;
import io.ttquant.exchanges.emulator.exchange.Bill;
import io.ttquant.exchanges.emulator.exchange.BillKind;
import io.ttquant.exchanges.emulator.exchange.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Holds what the engine believes against what the exchange knows. It takes the engine's word for nothing, and lets no difference be too small. */
final class Judge {
    private final Scenario world;
    private final TradingProcess life;
    private final Truth truth;
    private final List<String> wrongs = new ArrayList<>();
    private int transfers;
    private boolean isPositionTaken;
    private boolean areFillsLate;

    private Judge(Scenario world) {
        this.world = world;
        this.life = world.life();
        world.exchange().tick();
        this.truth = Truth.of(world.exchange(), Scenario.ACCOUNT);
    }

    static Judge of(Scenario world) {
        return new Judge(world);
    }

    /** How often money came or went by other ways than those that were reported: anything else is a fill that was missed or made up. */
    Judge transfers(int count) {
        transfers = count;
        return this;
    }

    /** A position was taken away by the venue in a way of which its streams and lists tell nothing. */
    Judge positionTaken() {
        isPositionTaken = true;
        return this;
    }

    /**
     * Fills were told after later ones: by average cost, what was gained then differs from the venue's as long as the position is open, and an audit says so. The
     * fills themselves are held against the venue's one by one all the same.
     */
    Judge fillsLate() {
        areFillsLate = true;
        return this;
    }

    boolean isAtRest() {
        compare();
        boolean isAtRest = wrongs.isEmpty();
        wrongs.clear();
        return isAtRest;
    }

    void judge() {
        compare();
        corrections();
        sentOnce();
        failures();
        try {
            world.exchange().assertConservation();
        } catch (IllegalStateException e) {
            wrongs.add("the exchange itself is wrong: " + e.getMessage());
        }
        if (!wrongs.isEmpty()) {
            throw new AssertionError(wrongs.size() + " differences:\n  " + String.join("\n  ", wrongs) + world.story());
        }
    }

    private void compare() {
        if (life.engine == null) {
            wrongs.add("the engine was not built: " + life.failure + " " + life.tradingNews);
            return;
        }
        life.record.orders.values().forEach(this::order);
        missing();
        fills();
        fundings();
        balances();
        positions();
    }

    // Orders

    private void order(Order order) {
        Truth.Entry its = truth.entries.get(order.clientId());
        boolean neverLeft = order.status() == OrderStatus.DENIED || order.status() == OrderStatus.REJECTED;
        if (neverLeft) {
            check(
                    order.status() != OrderStatus.DENIED || world.isDenyingExpected(),
                    "denied: " + order + " " + why(order));
            // A conditional order whose own order was refused when it fired never was in the book.
            check(its == null || its.isRefused(), order + " is " + order.status() + ", but the exchange has " + its);
            return;
        }
        if (order.isHeld() || order.isEmulated()) {
            return;
        }
        if (its == null) {
            // One that the engine held until its end never was at the exchange.
            check(order.isClosed() && !wasSent(order), "the exchange does not know " + order);
            return;
        }
        check(!order.isOutcomeUnknown(), "the outcome is unknown of " + order);
        check(!order.status().isInFlight(), "something is still under way of " + order);
        check(order.isOpen() == its.isOpen(), "engine: " + order + ", exchange: " + its);
        check(
                (order.status() == OrderStatus.FILLED) == its.isFilled(),
                "filled or not? " + order + ", exchange: " + its);
        same("filled of " + order, quantity(order, order.rawFilled()), its.filled());
        if (its.isOpen()) {
            open(order, its);
        }
    }

    private String why(Order order) {
        return life.record.events.stream()
                .filter(event -> event.order() == order && event instanceof OrderEvent.Denied)
                .map(OrderEvent::toString)
                .findFirst()
                .orElse("");
    }

    private boolean wasSent(Order order) {
        return world.log().calls().stream()
                .anyMatch(entry -> world.venue().created(entry.call()).contains(order.clientId()));
    }

    private void open(Order order, Truth.Entry its) {
        var real = its.order();
        if (real != null) {
            same("quantity of " + order, quantity(order, order.rawQuantity()), real.quantity());
            BigDecimal price = real.price();
            if (price != null) {
                same("price of " + order, price(order.instrument(), order.rawPrice()), price);
            }
        }
    }

    private void missing() {
        for (Truth.Entry its : truth.entries.values()) {
            boolean isOfBefore = !its.isOpen() && its.updated() <= life.readyNanos;
            check(isOfBefore || find(its) != null, "the engine does not know " + its);
        }
    }

    private Order find(Truth.Entry its) {
        Order byName = life.record.orders.get(its.name);
        if (byName != null || its.order() == null) {
            return byName;
        }
        return life.record.orders.get(Long.toString(its.order().id()));
    }

    // Fills

    private void fills() {
        Map<String, Fill> booked = new HashMap<>();
        for (Fill fill : life.record.fills) {
            String key = fill.instrument().id().symbol() + ' ' + fill.side() + ' ' + fill.tradeId();
            check(booked.put(key, fill) == null, "booked twice: " + fill);
        }
        Set<String> real = new HashSet<>();
        for (var fill : truth.fills) {
            String key = fill.symbol() + ' ' + fill.side() + ' ' + world.venue().tradeId(fill);
            real.add(key);
            Fill its = booked.get(key);
            if (its != null) {
                fill(its, fill);
            } else {
                check(fill.time() <= life.readyNanos, "not booked: " + fill);
            }
        }
        booked.forEach((key, fill) -> check(real.contains(key), "made up: " + fill));
    }

    private void fill(Fill booked, io.ttquant.exchanges.emulator.exchange.Fill real) {
        Instrument instrument = booked.instrument();
        same("quantity of " + booked, instrument(instrument, booked.rawQuantity()), real.quantity());
        same("price of " + booked, price(instrument, booked.rawPrice()), real.price());
        same(
                "fee of " + booked,
                FixedPoint.toDecimal(booked.rawFee(), booked.feeCurrency().scale()),
                real.fee());
        check(
                real.fee().signum() == 0 || booked.feeCurrency().code().equals(real.feeAsset()),
                "fee in " + booked.feeCurrency() + " rather than " + real.feeAsset() + " of " + booked);
        check((booked.liquidity() == LiquiditySide.MAKER) == real.maker(), "maker or taker? " + booked + ", " + real);
        Truth.Entry owner = truth.entries.values().stream()
                .filter(each -> each.fills.contains(real))
                .findFirst()
                .orElseThrow();
        check(find(owner) == booked.order(), "booked to another order: " + booked + ", real: " + real);
    }

    // Money

    /** Each payment of funding is booked once as such, with its amount, and none is made up; strategies may bear parts of it. */
    private void fundings() {
        Map<String, BigDecimal> booked = new HashMap<>();
        life.record.flows.stream()
                .filter(flow -> flow.kind() == CashFlow.Kind.FUNDING)
                .forEach(flow -> booked.merge(
                        flow.instrument().symbol() + ' ' + flow.tsEvent() / 1_000_000,
                        FixedPoint.toDecimal(flow.rawAmount(), flow.currency().scale()),
                        BigDecimal::add));
        for (Bill bill : world.exchange().accounts().bills(Scenario.ACCOUNT, 0)) {
            if (bill.kind() == BillKind.FUNDING) {
                BigDecimal its = booked.remove(bill.symbol() + ' ' + bill.time() / 1_000_000);
                if (its != null) {
                    same("funding " + bill, its, bill.amount());
                } else {
                    check(bill.time() <= life.readyNanos, "not booked as funding: " + bill);
                }
            }
        }
        check(booked.isEmpty(), "funding that was made up: " + booked);
    }

    private void balances() {
        Ledger ledger = life.engine().ledger();
        Set<String> assets = new HashSet<>();
        for (Balance real : world.exchange().accounts().balances(Scenario.ACCOUNT)) {
            assets.add(real.asset());
            var booked = ledger.balance(real.asset());
            same(
                    "balance of " + real.asset(),
                    FixedPoint.toDecimal(booked.rawTotal(), booked.currency().scale()),
                    real.total());
        }
        ledger.balances().stream()
                .filter(booked -> booked.rawTotal() != 0)
                .forEach(booked -> check(assets.contains(booked.currency().code()), "made up: " + booked));
    }

    private void positions() {
        Map<String, BigDecimal> real = new HashMap<>();
        for (Position position : world.exchange().accounts().positions(Scenario.ACCOUNT)) {
            real.merge(position.symbol() + ' ' + position.side().name(), position.quantity(), BigDecimal::add);
        }
        if (!world.venue().isDerivative()) {
            return;
        }
        for (InstrumentId id : world.traded()) {
            for (PositionSide side :
                    world.isHedging() ? List.of(PositionSide.LONG, PositionSide.SHORT) : List.of(PositionSide.NET)) {
                var booked = life.engine().ledger().netPosition(id, side);
                BigDecimal is = Objects.requireNonNullElse(real.get(id.symbol() + ' ' + side.name()), BigDecimal.ZERO);
                same("position " + id + " " + side, instrument(booked.instrument(), booked.rawQuantity()), is);
            }
        }
    }

    // What must not have been needed

    private void corrections() {
        long booked = life.record.flows.stream()
                .filter(flow -> flow.kind() == CashFlow.Kind.TRANSFER)
                .count();
        check(
                booked == transfers || areFillsLate,
                booked + " transfers were booked where " + transfers + " happened: " + life.record.flows);
        for (AccountNotice notice : life.record.notices) {
            check(
                    (isPositionTaken || notice.kind() != AccountNotice.Kind.EXTERNAL_POSITION)
                            && notice.kind() != AccountNotice.Kind.FILL_NOT_BOOKED,
                    notice.toString());
        }
    }

    private void sentOnce() {
        Map<String, Integer> sent = new HashMap<>();
        world.log()
                .calls()
                .forEach(entry -> world.venue().created(entry.call()).forEach(id -> sent.merge(id, 1, Integer::sum)));
        world.log().texts().forEach(text -> world.venue().created(text).forEach(id -> sent.merge(id, 1, Integer::sum)));
        sent.forEach((id, times) -> check(times == 1, "create of " + id + " was sent " + times + " times"));
        truth.entries.values().forEach(its -> check(its.creations() == 1, "created more than once: " + its));
        for (TradingProcess each : world.lives()) {
            each.record.orders.values().stream()
                    .filter(order -> order.status() == OrderStatus.DENIED)
                    .forEach(order -> check(!sent.containsKey(order.clientId()), "denied and sent: " + order));
        }
    }

    private void failures() {
        for (TradingProcess each : world.lives()) {
            for (Throwable thrown : each.turns.failures()) {
                wrongs.add("thrown on the engine's thread: " + thrown + " at "
                        + List.of(thrown.getStackTrace()).subList(0, Math.min(8, thrown.getStackTrace().length)));
            }
        }
    }

    private static BigDecimal quantity(Order order, long raw) {
        return instrument(order.instrument(), raw);
    }

    private static BigDecimal instrument(Instrument instrument, long raw) {
        return FixedPoint.toDecimal(raw, instrument.quantityScale());
    }

    private static BigDecimal price(Instrument instrument, long raw) {
        return FixedPoint.toDecimal(raw, instrument.priceScale());
    }

    private void same(String what, BigDecimal engine, BigDecimal exchange) {
        check(
                engine.compareTo(exchange) == 0,
                what + ": engine " + engine.toPlainString() + ", exchange " + exchange.toPlainString());
    }

    private void check(boolean isRight, String wrong) {
        if (!isRight) {
            wrongs.add(wrong);
        }
    }
}
