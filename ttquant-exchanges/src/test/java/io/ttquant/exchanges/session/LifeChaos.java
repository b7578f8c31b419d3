package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.session.VenueTruth.Entry;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One run: an engine and a venue with everything going wrong between them, then quiet, and then both must have the same. */
final class LifeChaos implements EngineBook.Judge, SessionListener {
    /** What a planted defect replaces. */
    static class Defect {
        LifeRules rules() {
            return new LifeRules();
        }

        /** Whether a new order that leaves while the stream is down gives it away. */
        boolean isGateJudged() {
            return true;
        }

        VenueDesk desk(VenueDesk desk, LifeChaos run) {
            return desk;
        }

        AccountNews news(AccountNews news, LifeChaos run) {
            return news;
        }
    }

    private static final long START = 1_700_000_000_000_000_000L;
    private static final int FAULTY_SECONDS = 60;

    final SimulatedTime time = new SimulatedTime(START);
    final List<EngineOrder> ours = new ArrayList<>();
    final EngineBook book = new EngineBook(this);
    final OrderLife life;
    private final Chance chance;
    private final FaultyWire wire;
    private final VenueTruth truth;
    private final FaultyDesk desk;
    private final Map<EngineOrder, Integer> version = new HashMap<>();
    private final boolean hasReducing;
    private boolean isTrading;

    LifeChaos(long seed, Defect defect) {
        this(seed, defect, false);
    }

    /** One in which some orders are reduce-only, which leave while news is missing too. */
    LifeChaos(long seed, Defect defect, boolean hasReducing) {
        this.hasReducing = hasReducing;
        chance = new Chance(seed);
        wire = new FaultyWire(time, chance);
        truth = new VenueTruth(time::nanos, wire);
        desk = new FaultyDesk(time, chance, truth, chance.in100(70));
        before();
        AccountSnapshot opening = truth.account();
        opening.positions().forEach(p -> book.positions.put(p.instrument().symbol(), p.rawQuantity()));
        book.rawCash = truth.rawCash;
        time.run(Duration.ofMillis(chance.upTo(3_000)));
        life = new OrderLife(new LifeParts(
                defect.desk(desk, this), time, book, this, truth, opening, OrderLifeSettings.DEFAULT, defect.rules()));
        wire.news = defect.news(life, this);
        desk.beforePlace = orders -> {
            boolean isMeant = orders.stream().allMatch(order -> order.sent().isReduceOnly());
            if (!isMeant && defect.isGateJudged() && (!isTrading || !wire.isKnownUp)) {
                throw new AssertionError("a new order leaves while news of the account is missing");
            }
        };
    }

    /** What was there before the session. */
    private void before() {
        for (int i = chance.upTo(4); i > 0; i--) {
            Entry e = external();
            time.run(Duration.ofMillis(3));
            if (chance.in100(60)) {
                truth.fill(e, 1 + chance.upTo((int) e.quantity));
            }
            time.run(Duration.ofMillis(3));
        }
    }

    void go() {
        life.start();
        time.schedule(Duration.ofMillis(chance.upTo(1_000)), wire::connect);
        long end = time.nanos() + Duration.ofSeconds(FAULTY_SECONDS).toNanos();
        while (time.nanos() < end) {
            time.run(Duration.ofMillis(20 + chance.upTo(600)));
            act();
        }
        chance.isFaulty = false;
        wire.connect();
        time.run(Duration.ofMinutes(4));
        if (!wire.isUp) {
            throw new AssertionError("the stream is down");
        }
        time.run(Duration.ofMinutes(20));
        same();
    }

    private void act() {
        int what = chance.upTo(100);
        if (what < 30) {
            market();
        } else if (what < 60) {
            submit();
        } else if (what < 72) {
            cancel();
        } else if (what < 82) {
            amend();
        } else if (what < 88) {
            external();
        } else if (what < 92) {
            liquidate();
        } else if (what < 95) {
            if (chance.in100(30)) {
                desk.breakDown(Duration.ofSeconds(5 + chance.upTo(40)));
            }
            if (chance.in100(70)) {
                wire.cut();
            }
        }
    }

    private void market() {
        List<Entry> open = truth.open();
        if (open.isEmpty()) {
            return;
        }
        Entry e = chance.of(open);
        if (chance.in100(15)) {
            truth.end(e, chance.in100(50) ? OrderStatus.CANCELED : OrderStatus.EXPIRED);
            return;
        }
        for (int i = 1 + chance.upTo(3); i > 0 && e.isOpen(); i--) {
            long left = e.quantity - e.filled;
            truth.fill(e, chance.in100(40) ? left : 1 + chance.upTo((int) left));
        }
    }

    private Instrument instrument() {
        return chance.in100(50) ? VenueTruth.AAA : VenueTruth.BBB;
    }

    private Side side() {
        return chance.in100(50) ? Side.BUY : Side.SELL;
    }

    private void submit() {
        List<EngineOrder> batch = new ArrayList<>();
        for (int i = chance.in100(70) ? 1 : 3; i > 0; i--) {
            OrderRequest request = request(hasReducing && chance.in100(40));
            batch.add(new EngineOrder("own" + ours.size(), ours.size(), request));
            ours.add(batch.get(batch.size() - 1));
        }
        life.submitAll(batch);
    }

    private OrderRequest request(boolean isReduceOnly) {
        return new OrderRequest(
                instrument(),
                side(),
                OrderType.LIMIT,
                1 + chance.upTo(50),
                9_000 + chance.upTo(2_000),
                0,
                TimeInForce.GTC,
                EpochNanos.NEVER,
                false,
                isReduceOnly,
                "");
    }

    private @Nullable EngineOrder anyOpen() {
        List<EngineOrder> open = new ArrayList<>(ours);
        open.addAll(book.adopted);
        open.removeIf(EngineOrder::isClosed);
        return open.isEmpty() ? null : chance.of(open);
    }

    private void cancel() {
        EngineOrder order = anyOpen();
        if (order != null) {
            order.askCancel();
            life.cancel(order);
        }
    }

    private void amend() {
        EngineOrder order = anyOpen();
        if (order != null && order.status != OrderStatus.PENDING_CANCEL) {
            order.askUpdate();
            long quantity = chance.in100(60) ? order.rawFilled + 1 + chance.upTo(60) : 0;
            long price = quantity == 0 || chance.in100(30) ? 9_000 + chance.upTo(2_000) : 0;
            life.amend(order, new Amendment(quantity, price, 0));
        }
    }

    private Entry external() {
        String clientId = chance.in100(50) ? "" : "hand" + truth.entries.size();
        return truth.create(instrument(), clientId, side(), "LIMIT", 1 + chance.upTo(50), 9_000 + chance.upTo(2_000));
    }

    private void liquidate() {
        Entry e = truth.create(instrument(), "", side(), "LIQUIDATION", 1 + chance.upTo(20), 8_000);
        truth.fill(e, e.quantity);
    }

    // What the venue knows and the engine must not contradict, whenever it is told something.

    @Override
    public void ended(EngineOrder order) {
        requireOne(order);
        Entry e = desk.entry(order);
        if (e == null) {
            require(order.status == OrderStatus.REJECTED, "ended, but never was at the venue", order);
            return;
        }
        require(order.status != OrderStatus.REJECTED, "refused, but is at the venue", order);
        require(!e.isOpen(), "ended, but is open at the venue", order);
        require(order.rawFilled == e.filled, "ended before all its fills were told", order);
    }

    @Override
    public void updated(EngineOrder order) {
        requireOne(order);
        Entry e = desk.entry(order);
        require(e != null, "changed, but is not at the venue", order);
        if (e == null || e.type.equals("LIQUIDATION")) {
            return;
        }
        int from = version.getOrDefault(order, 0);
        for (int i = from; i < e.figures.size(); i++) {
            long[] figures = e.figures.get(i);
            if (figures[0] == order.rawQuantity && figures[1] == order.rawPrice) {
                version.put(order, i);
                return;
            }
        }
        throw new AssertionError("figures go back, or were never those of the venue: " + order);
    }

    @Override
    public void cancelRefused(EngineOrder order) {
        long asked = desk.canceledNanos.getOrDefault(order, 0L);
        require(desk.answeredNanos.getOrDefault(order, 0L) > asked, "cancel refused without asking for it", order);
    }

    @Override
    public void audited(EngineBook told, AccountSnapshot account) {
        Map<String, Long> held = new TreeMap<>();
        account.positions().forEach(p -> held.put(p.instrument().symbol(), p.rawQuantity()));
        Map<String, Long> known = new TreeMap<>(told.positions);
        known.values().removeIf(raw -> raw == 0);
        long cash = account.balances().get(0).rawTotal() - truth.startCash();
        if (!held.equals(known) || cash != told.rawCash) {
            throw new AssertionError("an account was handed over that holds what was not told: " + held + " " + cash
                    + ", but told was " + known + " " + told.rawCash);
        }
    }

    private static void require(boolean condition, String why, Object what) {
        if (!condition) {
            throw new AssertionError(why + ": " + what);
        }
    }

    private void requireOne(EngineOrder order) {
        require(!order.isOurs || truth.named(order.clientId()).size() <= 1, "more than one order of one intent", order);
    }

    private void same() {
        for (EngineOrder order : ours) {
            requireOne(order);
            same(order, desk.entry(order));
        }
        for (Entry e : truth.entries) {
            EngineOrder adopted = book.adoptedBy.get(e.instrument.id().symbol() + " " + e.venueId);
            if (!e.clientId.startsWith("own") && (adopted != null || e.isOpen())) {
                require(adopted != null, "not adopted", e.now());
                same(adopted, e);
            }
        }
        truth.positions.values().removeIf(raw -> raw == 0);
        book.positions.values().removeIf(raw -> raw == 0);
        require(truth.positions.equals(book.positions), "positions " + truth.positions, book.positions);
        require(truth.rawCash == book.rawCash, "cash " + truth.rawCash, book.rawCash);
        require(isTrading, "trading did not go on", "");
        AccountSnapshot last = book.lastAudit;
        boolean isAudited = last != null
                && last.tsEvent() > time.nanos() - Duration.ofMinutes(11).toNanos();
        require(isAudited, "no account was handed over", "");
        require(time.pending() < 20, "timers are left", time.pending());
    }

    private void same(@Nullable EngineOrder order, @Nullable Entry e) {
        if (order == null) {
            return;
        }
        if (e == null) {
            require(order.status == OrderStatus.REJECTED, "never was at the venue", order);
            return;
        }
        boolean isOfFillsOnly = !order.isOurs && order.request().rawPrice() == 0;
        if (isOfFillsOnly) {
            // Nothing but fills was ever told of it, and it had ended by then: its size is what was filled. Positions
            // and cash are compared apart.
            require(order.isClosed() && !e.isOpen(), "differs from " + e.now(), order);
            return;
        }
        boolean isEqual = e.isOpen()
                ? order.isOpen() && order.rawQuantity == e.quantity && order.rawPrice == e.price
                : order.status == e.status;
        require(isEqual && order.rawFilled == e.filled, "differs from " + e.now(), order);
        require(!order.isUnknown && !order.status.isInFlight(), "still pending", order);
    }

    @Override
    public void ready() {}

    @Override
    public void trading(boolean mayTrade, String why) {
        isTrading = mayTrade;
        book.log.add((time.nanos() - START) / 1_000_000 + " trading " + mayTrade + ": " + why);
    }

    @Override
    public void marketData(InstrumentId instrument, Capability kind, boolean isLive) {}

    @Override
    public void failed(String reason) {}

    @Nullable
    Entry entry(Order order) {
        return desk.entry(order);
    }
}
