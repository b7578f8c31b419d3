package io.ttquant.core.margin;

import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.core.portfolio.Ledger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;

/** All derivatives that are settled in one currency. */
public final class MarginGroup {
    private static final long MYRIAD = 10_000;

    private final Currency currency;
    private final Ledger ledger;
    private final List<InstrumentMargin> members = new ArrayList<>();
    private final List<InstrumentMargin> view = Collections.unmodifiableList(members);
    private final LongSupplier freeAtExchange;
    private long mostUsed;
    /** Rises with every fill and payment of a position. */
    private long changes;

    private long securedChanges = -1;
    private long rawSecuredFree;

    MarginGroup(Currency currency, Ledger ledger) {
        this.currency = currency;
        this.ledger = ledger;
        this.freeAtExchange = ledger.freeAtExchange(currency);
    }

    void add(InstrumentMargin member) {
        members.add(member);
        member.join(this);
    }

    /** A position changed: what was worked out about safe prices does not hold any more. */
    void changed() {
        changes++;
    }

    /** True if prices that were safe when margin was last judged still are. */
    boolean isSecured() {
        return changes == securedChanges && freeAtExchange.getAsLong() >= rawSecuredFree;
    }

    /**
     * Works out, after margin was judged and found enough, how far each price may move before it has to be judged again. Each position may lose its
     * part of what is above the maintenance margin; that this is on the safe side costs a judgement too many, never one too few.
     */
    public void secure() {
        securedChanges = changes;
        rawSecuredFree = freeAtExchange.getAsLong();
        int held = 0;
        for (InstrumentMargin member : members) {
            held += !member.isIsolated() && member.rawQuantity(View.EXCHANGE) != 0 ? 1 : 0;
        }
        long spare = held == 0 ? 0 : (rawMarginBalance(View.EXCHANGE) - rawMaintenance(View.EXCHANGE)) / held;
        for (InstrumentMargin member : members) {
            member.secure(member.isIsolated() ? rawBehind(member) - rawRequired(member) : spare);
        }
    }

    /** The currency. */
    public Currency currency() {
        return currency;
    }

    /** Its derivatives. */
    public List<InstrumentMargin> members() {
        return view;
    }

    private long rawBalance(View view) {
        return view == View.KNOWN
                ? ledger.rawFree(currency)
                : ledger.atExchange().rawFree(currency);
    }

    /** Balance that is not held back for spot orders, with the profit and loss of cross positions: what cross positions stand on, at the currency's scale. */
    public long rawMarginBalance(View view) {
        long sum = rawBalance(view);
        for (InstrumentMargin member : members) {
            if (member.isIsolated()) {
                // What an isolated position has lost or won while its reports are under way is not booked yet.
                sum = Math.subtractExact(sum, member.rawWallet());
            } else {
                sum = Math.addExact(sum, member.rawUnrealized(view));
            }
        }
        return sum;
    }

    /** Margin balance less what positions and open orders use; an order may use at most this. */
    public long rawFree(View view) {
        long sum = rawBalance(view);
        for (InstrumentMargin member : members) {
            sum = Math.subtractExact(sum, member.rawUsed(view));
            if (!member.isIsolated()) {
                sum = Math.addExact(sum, member.rawUnrealized(view));
            }
        }
        return sum;
    }

    /** Maintenance margin of all cross positions. */
    public long rawMaintenance(View view) {
        long sum = 0;
        for (InstrumentMargin member : members) {
            sum = member.isIsolated() ? sum : Math.addExact(sum, member.rawMaintenance(view));
        }
        return sum;
    }

    /** Notes how much of the balance is used now. It is noted whenever margin is judged, so at the latest when a price has moved by a percent. */
    public void sample() {
        long free = rawFree(View.KNOWN);
        long balance = rawBalance(View.KNOWN);
        for (InstrumentMargin member : members) {
            balance += member.isIsolated() ? 0 : member.rawUnrealized(View.KNOWN);
        }
        long used = balance - free;
        if (used > 0) {
            mostUsed = Math.max(
                    mostUsed, balance <= 0 ? Long.MAX_VALUE : FixedPoint.multiplyDivide(used, MYRIAD, balance));
        }
    }

    /** The largest part of the balance that margin used so far, in hundredths of a percent; {@link Long#MAX_VALUE} if it was used when nothing was left. */
    public long mostUsed() {
        return mostUsed;
    }

    /** Whether the positions with which this one shares its margin are to be liquidated. */
    boolean isBreached(InstrumentMargin member) {
        boolean isHeld = member.isIsolated() ? member.rawQuantity(View.EXCHANGE) != 0 : isHeld();
        return isHeld && rawRequired(member) >= rawBehind(member);
    }

    /** What stands behind a position at the exchange: its own margin with its profit or loss, or the margin balance of all cross positions. */
    public long rawBehind(InstrumentMargin member) {
        return member.isIsolated()
                ? Math.addExact(member.rawWallet(), member.rawUnrealized(View.EXCHANGE))
                : rawMarginBalance(View.EXCHANGE);
    }

    /** What must stand behind it: the maintenance margin, of all cross positions if it is one. */
    public long rawRequired(InstrumentMargin member) {
        return member.isIsolated() ? member.rawMaintenance(View.EXCHANGE) : rawMaintenance(View.EXCHANGE);
    }

    private boolean isHeld() {
        for (InstrumentMargin member : members) {
            if (!member.isIsolated() && member.rawQuantity(View.EXCHANGE) != 0) {
                return true;
            }
        }
        return false;
    }

    /** The members that share their margin with this one, itself among them. */
    List<InstrumentMargin> sharing(InstrumentMargin member) {
        return member.isIsolated()
                ? List.of(member)
                : members.stream().filter(m -> !m.isIsolated()).toList();
    }
}
