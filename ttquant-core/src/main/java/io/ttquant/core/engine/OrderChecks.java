package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderFilters;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.order.OrderRules;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.order.TrackedOrder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What must hold before a command leaves: the strategy's state, the instrument's, the order's own rules, the position, the funds. */
final class OrderChecks {
    private final Engine engine;
    private final OrderFunds funds;
    private final VenueRules venue;
    private final RiskDesk risk;
    private final BoughtCoins coins;

    OrderChecks(Engine engine, OrderFunds funds, VenueRules venue, RiskDesk risk) {
        this.venue = venue;
        this.engine = engine;
        this.funds = funds;
        this.risk = risk;
        this.coins = new BoughtCoins(engine, this);
    }

    @Nullable
    Refusal check(StrategySlot slot, InstrumentChannel channel, TrackedOrder order, Sender from) {
        OrderRequest request = order.request();
        Sender sender = coins.sender(slot, order, order.rawQuantity(), from);
        long reference = channel.rawReferencePrice(request.side());
        Refusal refusal = state(slot, sender.isClosing(request));
        if (refusal == null) {
            refusal = trading(channel, request);
        }
        if (refusal == null) {
            refusal = reference(request, reference);
        }
        if (refusal == null) {
            refusal = OrderRules.check(request, reference, engine.now());
        }
        if (refusal == null) {
            refusal = venue.check(request, order.isLinked());
        }
        if (refusal == null) {
            refusal = positionSide(request);
        }
        if (refusal == null && request.isReducing()) {
            refusal = reduceOnly(order);
        }
        if (refusal == null && sender != Sender.GUARD) {
            refusal = beside(slot, channel, order);
        }
        if (refusal == null && sender != Sender.GUARD) {
            refusal = venue.reducing().check(order, channel.open(slot));
        }
        if (refusal == null) {
            refusal = openOrders(channel, request);
        }
        if (refusal == null && sender != Sender.GUARD) {
            refusal = risk.check(slot, channel, order, sender, reference);
        }
        return refusal != null ? refusal : funds(order, order.rawQuantity(), () -> funds.hold(order));
    }

    /** What is too large to compute is refused, and holds nothing back. */
    private static @Nullable Refusal funds(
            TrackedOrder order, long rawQuantity, Supplier<@Nullable Refusal> judgement) {
        try {
            return judgement.get();
        } catch (ArithmeticException e) {
            return RiskDesk.tooLarge(order, rawQuantity);
        }
    }

    /** Judges an order that is to be held by its own rules; the state of the market and the funds are judged when it is released. */
    @Nullable
    Refusal checkHeld(TrackedOrder order, long rawParentQuantity) {
        return heldRules(order.request(), rawParentQuantity);
    }

    private @Nullable Refusal heldRules(OrderRequest request, long rawParentQuantity) {
        OrderRequest whole = request.rawQuantity() == 0 ? request.withQuantity(rawParentQuantity) : request;
        Refusal refusal = OrderRules.check(whole, 0, engine.now());
        if (refusal == null) {
            refusal = venue.check(whole, true);
        }
        return refusal != null ? refusal : positionSide(whole);
    }

    /** What of a quantity may be closed beside a strategy's own orders that are still open, where nobody else sees to it that they only reduce. */
    long rawCloseable(StrategySlot slot, InstrumentChannel channel, PositionSide leg, Side side, long rawQuantity) {
        long held = Math.abs(channel.positions().of(slot, leg).rawQuantity());
        return venue.reducing().rawCloseable(channel.instrument(), channel.open(slot), leg, side, held, rawQuantity);
    }

    /** True if an order is for less than its instrument takes, in quantity or in value, so that it is dust. */
    boolean isDust(OrderRequest request) {
        long reference = engine.channel(request.instrument().id()).rawReferencePrice(request.side());
        Refusal refusal = OrderRules.check(request, reference, engine.now());
        return refusal != null
                && (refusal.reason() == RejectReason.NOTIONAL_BELOW_MINIMUM
                        || refusal.reason() == RejectReason.QUANTITY_BELOW_MINIMUM);
    }

    /** What of a quantity of spot can be sold with so many coins, at their own scale, fee included; in whole lots. */
    long rawSellable(Instrument instrument, long rawCoins, long rawQuantity) {
        return funds.rawSellable(instrument, rawCoins, rawQuantity);
    }

    /** True if an order is one that its instrument takes now, whatever funds and position are. */
    boolean keepsRules(OrderRequest request) {
        long reference = engine.channel(request.instrument().id()).rawReferencePrice(request.side());
        return OrderRules.check(request, reference, engine.now()) == null;
    }

    @Nullable
    Refusal checkHeldAmendment(TrackedOrder order, Amendment amendment, OrderRequest revised, long rawParentQuantity) {
        Refusal refusal = shape(order, amendment, Long.MAX_VALUE);
        return refusal != null ? refusal : heldRules(revised, rawParentQuantity);
    }

    /** What closes or protects a position is sent whatever became of its strategy. */
    private @Nullable Refusal state(StrategySlot slot, boolean isClosing) {
        if (engine.state().isEnded()) {
            return new Refusal(
                    RejectReason.NOT_RUNNING, "the engine is " + engine.state() + "; it takes no order any more");
        }
        if (isClosing) {
            return null;
        }
        return switch (slot.state()) {
            case RUNNING, STOPPING -> null;
            case WARMING ->
                new Refusal(
                        RejectReason.WARMING_UP,
                        "strategy " + slot.id + " is still warming up; its orders start after that");
            default ->
                new Refusal(
                        RejectReason.NOT_RUNNING,
                        "strategy " + slot.id + " is " + slot.state()
                                + "; orders are taken from its first event until it has stopped");
        };
    }

    private @Nullable Refusal trading(InstrumentChannel channel, OrderRequest request) {
        Instrument i = channel.instrument();
        if (engine.now() >= i.expiryNanos()) {
            return new Refusal(
                    RejectReason.INSTRUMENT_NOT_TRADING,
                    i + " expired at " + EpochNanos.format(i.expiryNanos()) + "; trade a later contract");
        }
        return status(channel, request);
    }

    private static @Nullable Refusal status(InstrumentChannel channel, OrderRequest request) {
        TradingStatus status = channel.status();
        Instrument i = channel.instrument();
        boolean trades = status == TradingStatus.TRADING || (status == TradingStatus.POST_ONLY && request.isPostOnly());
        return trades
                ? null
                : new Refusal(
                        RejectReason.INSTRUMENT_NOT_TRADING,
                        i + " is " + status + "; wait for onStatus to say TRADING");
    }

    private static @Nullable Refusal reference(OrderRequest request, long rawReference) {
        boolean isMarket = request.type() == OrderType.MARKET || request.type() == OrderType.MARKET_TO_LIMIT;
        return isMarket && request.rawQuantity() == 0 && rawReference == 0
                ? new Refusal(
                        RejectReason.NO_REFERENCE_PRICE,
                        "no price of " + request.instrument()
                                + " is known yet, so no value can be turned into a quantity; wait for the first trade, quote"
                                + " or bar, or give a quantity")
                : null;
    }

    private @Nullable Refusal beside(StrategySlot slot, InstrumentChannel channel, TrackedOrder order) {
        Exit exit = engine.risk().exits().passedBy(slot, channel, order);
        return exit == null
                ? null
                : new Refusal(
                        RejectReason.REDUCE_ONLY_WOULD_INCREASE,
                        "an exit of " + exit.guard + " is closing the position of " + slot.id + " in "
                                + order.instrument()
                                + ", and with this order both could take it past flat; wait until the exit has ended");
    }

    private @Nullable Refusal positionSide(OrderRequest r) {
        return engine.ledger().takes(r.instrument(), r.positionSide())
                ? null
                : new Refusal(
                        RejectReason.UNSUPPORTED_COMBINATION,
                        "position side " + r.positionSide() + " of " + r.instrument()
                                + " does not go with an account in mode "
                                + engine.ledger().positionMode()
                                + "; it is NET in netting mode and for spot, and LONG or SHORT for derivatives in hedge mode");
    }

    private static @Nullable Refusal reduceOnly(TrackedOrder order) {
        long held = order.position().rawQuantity();
        boolean reduces = order.side() == Side.SELL ? held > 0 : held < 0;
        if (reduces && order.rawQuantity() <= Math.abs(held)) {
            return null;
        }
        OrderRequest request = order.request();
        if (request.isClosing()) {
            return beyondSide(order, held);
        }
        return new Refusal(
                RejectReason.REDUCE_ONLY_WOULD_INCREASE,
                "a reduce-only " + order.side() + " of " + order.instrument().formatQuantity(order.rawQuantity())
                        + " does not only reduce the position of "
                        + order.instrument().formatQuantity(held) + " "
                        + order.instrument() + "; ask for at most what is held, on the other side");
    }

    private static Refusal beyondSide(TrackedOrder order, long rawHeld) {
        Instrument i = order.instrument();
        return new Refusal(
                RejectReason.REDUCE_ONLY_WOULD_INCREASE,
                "a " + order.side() + " of " + i.formatQuantity(order.rawQuantity()) + " closes more than the "
                        + order.request().positionSide() + " position of " + i.formatQuantity(rawHeld) + " " + i
                        + "; ask for at most what is held, and open the other side with an order of its own");
    }

    private static @Nullable Refusal openOrders(InstrumentChannel channel, OrderRequest request) {
        OrderFilters filters = channel.instrument().filters();
        if (filters.maxOpenOrders() != Integer.MAX_VALUE && channel.orders().size() >= filters.maxOpenOrders()) {
            return tooMany(channel.instrument(), filters.maxOpenOrders(), "orders");
        }
        boolean isLimited = request.type().hasTrigger() && filters.maxOpenStopOrders() != Integer.MAX_VALUE;
        return isLimited && channel.orders().stops() >= filters.maxOpenStopOrders()
                ? tooMany(channel.instrument(), filters.maxOpenStopOrders(), "stop orders")
                : null;
    }

    private static Refusal tooMany(Instrument i, int limit, String what) {
        return new Refusal(
                RejectReason.TOO_MANY_OPEN_ORDERS,
                limit + " " + what + " of " + i + " are open, the most its exchange takes; cancel one first");
    }

    @Nullable
    Refusal checkAmendment(StrategySlot slot, TrackedOrder order, Sender sender, Amendment amendment) {
        if (!order.isOpen() || order.status() == OrderStatus.PENDING_CANCEL) {
            return new Refusal(
                    RejectReason.ORDER_NOT_OPEN,
                    "order " + order.clientId() + " is " + order.status()
                            + ", so it cannot be amended; send a new order instead");
        }
        InstrumentChannel channel = engine.channel(order.instrument().id());
        Refusal refusal = status(channel, order.request());
        if (refusal == null) {
            refusal = venue.checkAmendment(order, amendment);
        }
        if (refusal == null) {
            refusal = shape(order, amendment, order.rawQuantityAfter(amendment));
        }
        if (refusal != null) {
            return refusal;
        }
        long quantity = order.rawQuantityAfter(amendment);
        long price = order.rawPriceAfter(amendment);
        long trigger = order.rawTriggerAfter(amendment);
        refusal = OrderRules.checkAmended(order.request(), quantity, price, trigger);
        if (refusal == null) {
            refusal = venue.reducing().checkGrowth(order, channel.open(slot), quantity - order.rawQuantity());
        }
        if (refusal == null) {
            Sender as = coins.sender(slot, order, quantity - order.rawQuantity(), sender);
            refusal = risk.checkAmendment(slot, channel, order, as, amendment);
        }
        return refusal != null
                ? refusal
                : funds(order, quantity, () -> funds.extend(order, price, trigger, quantity - order.rawFilled()));
    }

    private static @Nullable Refusal shape(TrackedOrder order, Amendment a, long quantity) {
        if (a.rawQuantity() < 0 || a.rawPrice() < 0 || a.rawTrigger() < 0) {
            return invalid(text(order, a) + " has a figure below zero; give what changes, and 0 for what stays");
        }
        if (a.rawQuantity() == 0 && a.rawPrice() == 0 && a.rawTrigger() == 0) {
            return invalid("the amendment of order " + order.clientId()
                    + " changes nothing; give a new quantity, price or trigger price");
        }
        if (order.request().isByValue()) {
            return invalid("order " + order.clientId()
                    + " spends an amount and has no quantity of its own to amend; cancel it" + " and send another");
        }
        // What is left of a market-to-limit order, and a triggered trailing stop-limit, have a limit that they were not
        // sent with.
        boolean hasPrice = order.type().hasPrice() || order.rawPrice() != 0;
        if ((a.rawPrice() != 0 && !hasPrice)
                || (a.rawTrigger() != 0 && !order.type().hasTrigger())) {
            return invalid(text(order, a) + " changes a price that a " + order.type()
                    + " order does not have; send a new order instead");
        }
        if (quantity <= order.rawFilled()) {
            return invalid("quantity " + order.instrument().formatQuantity(quantity) + " is not above the "
                    + order.instrument().formatQuantity(order.rawFilled()) + " already filled; cancel instead");
        }
        return null;
    }

    private static String text(TrackedOrder order, Amendment a) {
        Instrument i = order.instrument();
        return "the amendment to quantity " + i.formatQuantity(a.rawQuantity()) + ", price "
                + i.formatPrice(a.rawPrice()) + ", trigger price " + i.formatPrice(a.rawTrigger());
    }

    private static Refusal invalid(String message) {
        return new Refusal(RejectReason.INVALID_AMENDMENT, message);
    }
}
