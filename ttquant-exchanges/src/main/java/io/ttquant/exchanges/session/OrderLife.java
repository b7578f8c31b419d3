package io.ttquant.exchanges.session;

import io.ttquant.api.account.Balance;
import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything between an engine and a venue's orders: it sends commands, takes their answers and the news of the account's stream in whatever order they
 * come, asks for what is not known, and tells the engine what is proved, once. No create is ever sent again, no order ends without evidence, and each
 * fill is told once. Deterministic; to be used on the engine's thread, from which it takes its time.
 *
 * <p>The rules and periods are in {@code docs/concepts/order-life.md}.
 */
public final class OrderLife implements AccountNews, AutoCloseable {
    private final LifeParts life;

    OrderLife(LifeParts life) {
        this.life = life;
    }

    /**
     * The life of a session's orders. It does nothing before {@link #start}.
     *
     * @param desk the way to the venue
     * @param thread the engine's; its {@link EngineThread#first} lane is used
     * @param sink where reports go
     * @param listener hears whether new orders may be sent, and why not; only {@link SessionListener#trading} is called
     * @param terms the venue's words in ours
     * @param opening the account from which the engine was built: its open orders are adopted, what was filled before is not told again
     * @param settings periods and deadlines
     */
    public static OrderLife of(
            VenueDesk desk,
            EngineThread thread,
            AccountSink sink,
            SessionListener listener,
            VenueTerms terms,
            AccountSnapshot opening,
            OrderLifeSettings settings) {
        return new OrderLife(new LifeParts(desk, thread, sink, listener, terms, opening, settings, new LifeRules()));
    }

    /**
     * Begins: the orders that were open are adopted, and those that the engine recalls are looked for. New orders are
     * refused until the stream is up and what was missed is known.
     */
    public void start() {
        life.recalls.begin();
        life.opening.positions().forEach(position -> {
            Instrument instrument = life.terms.instrument(position.instrument().symbol());
            if (instrument != null) {
                life.ledger.touch(instrument);
            }
        });
        // The stream may never come up, and an exit of an earlier run may fill by then.
        life.lookout.begin();
    }

    /** An instrument is traded or watched: its fills are asked for in each audit, so that one of an order of which nothing was heard is no transfer. */
    public void watch(Instrument instrument) {
        life.ledger.touch(instrument);
    }

    /** Ends: nothing is asked or told from here on, and orders are left as they are. Idempotent. */
    @Override
    public void close() {
        life.isClosed = true;
        life.audit.stop();
    }

    /** The session has failed: no news come any more, so that only cancels and smaller quantities are sent until the end. */
    public void failed(String why) {
        if (!life.isClosed) {
            life.audit.failed(why);
        }
    }

    /**
     * Sends a new order, once. While {@link #isTrading} is false it is reported as rejected instead, and certainly did not leave; but for one of a derivative that
     * the venue lets make a position smaller and nothing else, which is sent if only news is missing.
     *
     * @throws IllegalStateException if it was sent before
     */
    public void submit(Order order) {
        submitAll(List.of(order));
    }

    /** Sends new orders in as few requests as the venue allows; each has an outcome of its own. As {@link #submit}. */
    public void submitAll(List<? extends Order> orders) {
        life.creates.send(orders);
    }

    /** Asks to cancel an order, at all times. Nothing is sent while a cancel of it is under way. */
    public void cancel(Order order) {
        cancelAll(List.of(order));
    }

    /** Asks to cancel orders. As {@link #cancel}. */
    public void cancelAll(List<? extends Order> orders) {
        life.cancels.ask(orders);
    }

    /** Asks to change an order, after the changes of it that are under way. While {@link #isTrading} is false only a smaller quantity is sent. */
    public void amend(Order order, Amendment amendment) {
        life.amends.ask(order, amendment);
    }

    /**
     * The venue's clock was read again: while it is too far off, new orders are not sent, since their times would be wrong.
     *
     * @param objection why not to trade by the clocks as they are; null if nothing speaks against it
     */
    public void clockRead(@Nullable String objection) {
        if (!life.isClosed) {
            life.audit.clock(objection == null ? "" : objection);
        }
    }

    /** Whether new orders are sent. */
    public boolean isTrading() {
        return life.audit.isTrading();
    }

    /** Sets what runs each time {@link #isTrading} turns true, before new orders can be sent. */
    public void whenTrading(Runnable task) {
        life.whenTrading = task;
    }

    /** Whether an order of ours is open, or may be. */
    public boolean hasOpenOrders() {
        return life.orders.any(known -> known.isOurs && known.isOpen());
    }

    /** Whether an order of ours is open, or may be, that the venue lets make a position smaller and nothing else. */
    public boolean hasOpenExits() {
        return life.orders.any(known -> isOpenOfOurs(known) && life.rules.isHarmlessBlind(known.order.sent()));
    }

    /** Whether an order of ours is open, or may be, that the venue lets do anything else. */
    public boolean hasOpenEntries() {
        return life.orders.any(known -> isOpenOfOurs(known) && !life.rules.isHarmlessBlind(known.order.sent()));
    }

    private static boolean isOpenOfOurs(KnownOrder known) {
        return known.isOurs && known.isOpen() && !known.isUnsent;
    }

    /**
     * The venue's symbols in which an order of ours is open, or may be; those of an earlier run that the engine recalls
     * are ours.
     */
    public Set<String> symbolsWithOpenOrders() {
        Set<String> symbols = new LinkedHashSet<>();
        life.orders.all(known -> known.isOurs && known.isOpen()).forEach(known -> symbols.add(known.symbol()));
        return symbols;
    }

    /**
     * The venue's id of an order that is not ours: the name that it certainly has, since others may give none of their own, or one that no request of ours may
     * carry. Empty for an order of ours, which has our id, and for one that is not known.
     */
    public String foreignId(Order order) {
        KnownOrder known = life.orders.of(order);
        return known == null || known.isOurs ? "" : first(known);
    }

    private static String first(KnownOrder known) {
        return known.venueIds.isEmpty() ? "" : known.venueIds.iterator().next();
    }

    /** The venue's id of an order as it is there now: of a triggered one that of what came of it. Empty if not known. */
    public String exchangeId(Order order) {
        KnownOrder known = life.orders.of(order);
        VenueOrder latest = latest(order);
        if (latest == null) {
            return known == null ? "" : first(known);
        }
        return latest.childId().isEmpty() ? latest.venueId() : latest.childId();
    }

    /** What the venue said last of an order; null if it said nothing yet. */
    public @Nullable VenueOrder latest(Order order) {
        KnownOrder known = life.orders.of(order);
        return known == null ? null : known.latest;
    }

    @Override
    public void connected() {
        if (!life.isClosed) {
            life.audit.connected();
        }
    }

    @Override
    public void disconnected(String why) {
        if (!life.isClosed) {
            life.audit.disconnected(why);
        }
    }

    @Override
    public void order(VenueOrder order) {
        if (!life.isClosed) {
            life.activity++;
            String what = "news of order " + order.venueId();
            life.guarded(what, () -> life.take(order, false), () -> life.audit.unreadable(what));
        }
    }

    @Override
    public void fill(VenueFill fill) {
        if (!life.isClosed) {
            life.activity++;
            String what = "fill " + fill.tradeId() + " of " + fill.symbol();
            life.guarded(what, () -> life.fills.take(fill), () -> life.audit.unreadable(what));
        }
    }

    @Override
    public void balance(Balance balance, long tsEvent) {
        if (!life.isClosed) {
            life.sink.balance(balance, tsEvent);
        }
    }

    @Override
    public void unreadable(String what) {
        if (!life.isClosed) {
            life.audit.unreadable(what);
        }
    }
}
