package io.ttquant.core.engine;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.order.OpenOrders;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.risk.InstrumentScope;
import io.ttquant.core.risk.PreTrade;
import io.ttquant.core.risk.Proposal;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.RiskScope;
import io.ttquant.core.risk.TradingStage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts orders and amendments before the risk rules: first the strategy's, then the account's. */
final class RiskDesk {
    private final Engine engine;
    private final RiskScope account;
    private final RiskScope[] strategies;
    private final boolean hasLimits;
    private final TradingGate gate;

    RiskDesk(Engine engine, Ledger ledger, RiskPolicy policy, List<String> ownerIds, TradingGate gate) {
        this.engine = engine;
        this.hasLimits = !policy.equals(RiskPolicy.NONE);
        this.account = new RiskScope("", policy.account(), ledger);
        this.gate = gate;
        this.strategies = ownerIds.stream()
                .map(id -> new RiskScope(id, limits(policy, id), ledger))
                .toArray(RiskScope[]::new);
    }

    /** The limits of each strategy are not meant for what others do. */
    private static RiskLimits limits(RiskPolicy policy, String id) {
        return id.equals(Ledger.EXTERNAL) ? RiskLimits.NONE : policy.limits(id);
    }

    boolean hasLimits() {
        return hasLimits;
    }

    RiskScope account() {
        return account;
    }

    RiskScope strategy(int slot) {
        return strategies[slot];
    }

    @Nullable
    Refusal check(StrategySlot slot, InstrumentChannel channel, TrackedOrder order, Sender sender, long rawReference) {
        if (isFree(slot)) {
            return null;
        }
        rollDay();
        OrderRequest request = order.request();
        OpenOrders open = channel.open(slot);
        open.refresh();
        boolean isAtMarket = request.type() == OrderType.MARKET || request.type() == OrderType.MARKET_TO_LIMIT;
        PositionSide leg = order.position().side();
        if (request.isByValue() && !request.isReducing()) {
            Refusal unbounded = channel.orders().scope(slot, leg).unbounded(request);
            unbounded = unbounded != null
                    ? unbounded
                    : channel.orders().accountScope(leg).unbounded(request);
            if (unbounded != null) {
                return unbounded;
            }
        }
        try {
            return check(
                    slot,
                    channel.orders().scope(slot, leg),
                    channel.orders().accountScope(leg),
                    new Proposal(
                            request.instrument(),
                            request.side() == Side.BUY,
                            false,
                            request.isReducing(),
                            !request.isByValue() && isWithinHeld(order, request.rawQuantity()),
                            sender.isProtecting(request),
                            request.rawQuantity(),
                            request.rawPrice(),
                            request.rawTrigger(),
                            isAtMarket,
                            true,
                            rawReference,
                            PriceWatch.nanosOf(channel),
                            engine.risk().handled().nanos(),
                            engine.risk().handled().isBar(),
                            engine.now(),
                            open.rawReach(order),
                            open.rawReachWith(order, request.rawQuantity(), request.rawQuantity())));
        } catch (ArithmeticException e) {
            return tooLarge(order, request.rawQuantity());
        }
    }

    @Nullable
    Refusal checkAmendment(
            StrategySlot slot, InstrumentChannel channel, TrackedOrder order, Sender sender, Amendment amendment) {
        if (isFree(slot)) {
            return null;
        }
        rollDay();
        OrderRequest request = order.request();
        OpenOrders open = channel.open(slot);
        open.refresh();
        long quantity = order.rawQuantityAfter(amendment);
        long price = order.rawPriceAfter(amendment);
        long trigger = order.rawTriggerAfter(amendment);
        boolean isMoved = quantity > order.rawQuantity() || price != order.rawPrice() || trigger != order.rawTrigger();
        PositionSide leg = order.position().side();
        try {
            return check(
                    slot,
                    channel.orders().scope(slot, leg),
                    channel.orders().accountScope(leg),
                    new Proposal(
                            request.instrument(),
                            request.side() == Side.BUY,
                            true,
                            request.isReducing(),
                            isWithinHeld(order, quantity - order.rawFilled()),
                            sender == Sender.PROTECTING
                                    || (sender == Sender.GROUP && (!isMoved || request.isReducing())),
                            quantity,
                            price,
                            trigger,
                            false,
                            isMoved,
                            channel.rawReferencePrice(request.side()),
                            PriceWatch.nanosOf(channel),
                            engine.risk().handled().nanos(),
                            engine.risk().handled().isBar(),
                            engine.now(),
                            open.rawReach(order),
                            open.rawReachWith(order, quantity - order.rawFilled(), quantity)));
        } catch (ArithmeticException e) {
            return tooLarge(order, quantity);
        }
    }

    private static boolean isWithinHeld(TrackedOrder order, long rawOpen) {
        return rawOpen <= Math.abs(order.position().rawQuantity());
    }

    /**
     * What of a quantity the engine may close of a position that it is closing. It may do so whatever the limits say, but for this: closing what
     * is held must not make room for orders that then take the other side past the largest position.
     */
    long rawCloseable(StrategySlot slot, InstrumentChannel channel, PositionSide leg, Side side, long rawQuantity) {
        if (!hasLimits) {
            return rawQuantity;
        }
        OpenOrders open = channel.open(slot);
        open.refresh();
        boolean isBuy = side == Side.BUY;
        long own = channel.orders().scope(slot, leg).rawOver(isBuy);
        long all = channel.orders().accountScope(leg).rawOver(isBuy);
        return open.rawCloseable(leg, side, rawQuantity, Math.max(own, all));
    }

    /** True if no limit is set and nobody holds the strategy or the account. */
    private boolean isFree(StrategySlot slot) {
        return !hasLimits
                && gate.isOpen()
                && account.stage() == TradingStage.ACTIVE
                && strategies[slot.index].stage() == TradingStage.ACTIVE;
    }

    private void rollDay() {
        GuardDesk guards = engine.risk().guards();
        if (guards != null) {
            guards.beginDay();
        }
    }

    private @Nullable Refusal check(StrategySlot slot, InstrumentScope own, InstrumentScope all, Proposal proposal) {
        Refusal refusal = proposal.mayLose() ? gate.check(proposal.instrument()) : null;
        if (refusal == null) {
            refusal = PreTrade.check(proposal, own);
        }
        if (refusal == null) {
            refusal = PreTrade.check(proposal, all);
        }
        GuardDesk guards = engine.risk().guards();
        return refusal != null || guards == null || !proposal.mayLose() ? refusal : guards.unseen(slot);
    }

    static Refusal tooLarge(TrackedOrder order, long rawQuantity) {
        return new Refusal(
                RejectReason.ARITHMETIC_OVERFLOW,
                order.instrument().formatQuantity(rawQuantity) + " of " + order.instrument()
                        + " with what is held and open is too large to compute exactly; ask for less");
    }

    /** Counts a message that left. */
    void sent(int slot, boolean isOrder) {
        if (hasLimits) {
            strategies[slot].sent(isOrder, engine.now());
            account.sent(isOrder, engine.now());
        }
    }
}
