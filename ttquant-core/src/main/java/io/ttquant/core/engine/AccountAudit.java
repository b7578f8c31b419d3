package io.ttquant.core.engine;

import io.ttquant.api.account.Balance;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.AccountSnapshot.HeldPosition;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.HeldPositions;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what an exchange says an account holds with the ledger, and books what differs, so that both are the same to the last digit afterwards. Orders
 * are not looked at: that one is missing on a side proves nothing about it.
 */
final class AccountAudit {
    private final Engine engine;
    private final Ledger ledger;
    private final TradingGate gate;
    private final StrategySlot external;
    private final TakenParts taken;
    private final Set<HeldPosition> unknown = new HashSet<>();
    private long lastNanos = Long.MIN_VALUE;

    AccountAudit(Engine engine, Ledger ledger, TradingGate gate, StrategySlot external, TakenParts taken) {
        this.engine = engine;
        this.ledger = ledger;
        this.gate = gate;
        this.external = external;
        this.taken = taken;
    }

    /**
     * One that is older than the one before says nothing any more.
     *
     * @param areSharesKnown whether all is known that strategies did, so that what is missing of a position is missing to
     *     them
     */
    void audit(AccountSnapshot account, boolean areSharesKnown) {
        if (account.tsEvent() < lastNanos) {
            return;
        }
        lastNanos = account.tsEvent();
        boolean isSameMode = account.positionMode() == ledger.positionMode();
        if (isSameMode) {
            positions(account, areSharesKnown);
        } else if (!account.positions().isEmpty()) {
            modeChanged(account);
        }
        balances(account);
        gate.trust();
    }

    private void modeChanged(AccountSnapshot account) {
        String why = "the account is in position mode " + account.positionMode()
                + " and this engine keeps its books in " + ledger.positionMode();
        if (gate.block(why)) {
            notice(
                    account,
                    AccountNotice.Kind.POSITION_MODE_CHANGED,
                    null,
                    why + "; its positions are not compared any"
                            + " more, and nothing that adds risk is sent until a restart");
        }
    }

    private record Place(InstrumentId instrument, PositionSide side) {}

    private void positions(AccountSnapshot account, boolean areSharesKnown) {
        Map<Place, HeldPosition> held = new LinkedHashMap<>();
        account.positions().forEach(each -> held.put(new Place(each.instrument(), each.side()), each));
        for (InstrumentChannel channel : engine.channels()) {
            Instrument i = channel.instrument();
            for (PositionSide side : PositionSide.values()) {
                if (i.kind().isDerivative() && ledger.takes(i, side)) {
                    compare(account, channel, side, held.remove(new Place(i.id(), side)), areSharesKnown);
                }
            }
        }
        held.values().forEach(each -> unknown(account, each));
    }

    private void compare(
            AccountSnapshot account,
            InstrumentChannel channel,
            PositionSide side,
            @Nullable HeldPosition held,
            boolean areSharesKnown) {
        Instrument i = channel.instrument();
        PositionState part = channel.positions().of(external, side);
        long rawOwnBefore = part.rawQuantity();
        long rawBefore = ledger.netPosition(i.id(), side).rawQuantity();
        long rawNow = held == null ? 0 : held.rawQuantity();
        if (rawBefore == rawNow) {
            return;
        }
        String what = "the " + side + " position in " + i + " is " + i.formatQuantity(rawNow)
                + " at the exchange and was " + i.formatQuantity(rawBefore) + " by all that was reported";
        try {
            HeldPositions.set(part, rawNow, held == null ? BigDecimal.ZERO : held.entryPrice());
        } catch (IllegalArgumentException | ArithmeticException e) {
            gate.block(what + ", which cannot be booked: " + e.getMessage());
            notice(
                    account,
                    AccountNotice.Kind.EXTERNAL_POSITION,
                    i.id(),
                    what + ", which cannot be booked: " + e.getMessage()
                            + "; nothing that adds risk is sent until a restart");
            return;
        }
        channel.open(external).watch(side);
        notice(
                account,
                AccountNotice.Kind.EXTERNAL_POSITION,
                i.id(),
                what + "; the difference of "
                        + i.formatQuantity(Math.subtractExact(rawNow, rawBefore))
                        + " is booked beside the strategies: look at who else trades on the account");
        if (areSharesKnown) {
            taken.missing(channel, side, rawOwnBefore, rawBefore, rawNow);
        }
    }

    private void unknown(AccountSnapshot account, HeldPosition held) {
        if (unknown.add(held)) {
            notice(
                    account,
                    AccountNotice.Kind.EXTERNAL_POSITION,
                    held.instrument(),
                    "the account holds a " + held.side() + " position in " + held.instrument() + " (raw quantity "
                            + held.rawQuantity() + "), of which this engine keeps no books; no limit counts it. Add the"
                            + " instrument, or close the position by hand");
        }
    }

    private void balances(AccountSnapshot account) {
        Map<String, Balance> stated = new LinkedHashMap<>();
        account.balances().forEach(each -> stated.put(each.currency().code(), each));
        for (Balance own : ledger.balances()) {
            Balance its = stated.remove(own.currency().code());
            compare(
                    account,
                    its == null ? own.currency() : its.currency(),
                    own.rawTotal(),
                    its == null ? 0 : its.rawTotal());
        }
        stated.values().forEach(each -> compare(account, each.currency(), 0, each.rawTotal()));
    }

    private void compare(AccountSnapshot account, Currency currency, long rawBefore, long rawNow) {
        long rawDifference = Math.subtractExact(rawNow, rawBefore);
        if (rawDifference == 0) {
            return;
        }
        ledger.pay(currency, rawDifference);
        String why = "the exchange has " + text(rawNow, currency) + ", and by all that was reported it should be "
                + text(rawBefore, currency) + "; the difference of " + text(rawDifference, currency)
                + " is booked as a transfer";
        engine.taps()
                .cashFlow(new CashFlow(
                        account.tsEvent(), CashFlow.Kind.TRANSFER, "", null, currency, rawDifference, why));
        notice(account, AccountNotice.Kind.EXTERNAL_TRANSFER, null, why);
        GuardDesk guards = engine.risk().guards();
        if (guards != null && rawDifference > 0) {
            guards.received(ledger.rawValue(currency, rawDifference));
        }
    }

    private static String text(long rawAmount, Currency currency) {
        return FixedPoint.format(rawAmount, currency.scale()) + " " + currency;
    }

    private void notice(
            AccountSnapshot account, AccountNotice.Kind kind, @Nullable InstrumentId instrument, String message) {
        engine.taps().notice(new AccountNotice(account.tsEvent(), kind, instrument, message));
    }
}
