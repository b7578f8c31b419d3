package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.BorrowTerms;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.BorrowLimit;
import io.ttquant.core.portfolio.Ledger;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Watches the margin level of an account that borrows for spot trading: assets ÷ what is owed. At the maintenance level it is liquidated. */
final class BorrowDesk {
    private final Engine engine;
    private final BorrowLimit limit;
    private final BorrowTerms terms;
    private final SpotLiquidation liquidation;
    private boolean isUnpricedSaid;
    private boolean isStuckSaid;

    BorrowDesk(Engine engine, BorrowLimit limit, BorrowTerms terms, AccountConfig config) {
        this.engine = engine;
        this.limit = limit;
        this.terms = terms;
        this.liquidation = new SpotLiquidation(engine, limit, config);
    }

    /** True if a price may matter. */
    boolean isOwing() {
        return limit.isOwing();
    }

    /** Judges the account at the prices of now. */
    void judge() {
        if (liquidation.isUnderWay()) {
            return;
        }
        if (!limit.isOwing()) {
            isStuckSaid = false;
            return;
        }
        long owed = limit.rawOwed();
        long equity = limit.rawEquity();
        if (owed == Ledger.UNKNOWN || equity == Ledger.UNKNOWN) {
            sayUnpriced();
            return;
        }
        isUnpricedSaid = false;
        // What is owed is not among the assets, but takes its value off the equity.
        BigDecimal assets = BigDecimal.valueOf(Math.addExact(equity, owed));
        BigDecimal least = BigDecimal.valueOf(owed).multiply(terms.maintenanceLevel());
        if (owed > 0 && assets.compareTo(least) <= 0) {
            liquidate(why(assets, owed));
        } else {
            isStuckSaid = false;
        }
    }

    private void liquidate(String why) {
        if (liquidation.mayClose()) {
            notice(AccountNotice.Kind.LIQUIDATION, why);
            liquidation.run(why);
        } else if (!isStuckSaid) {
            isStuckSaid = true;
            notice(
                    AccountNotice.Kind.LIQUIDATION,
                    why + ", but nothing of it can be sold or bought back on the spot instruments of this run");
        }
    }

    private void sayUnpriced() {
        if (!isUnpricedSaid) {
            isUnpricedSaid = true;
            notice(
                    AccountNotice.Kind.MARGIN_NOT_JUDGED,
                    "the margin level of the account cannot be judged: " + limit.missingPrice());
        }
    }

    private String why(BigDecimal assets, long owed) {
        Currency currency = engine.ledger().reporting();
        return "liquidation of the account: its margin level of "
                + assets.divide(BigDecimal.valueOf(owed), 4, RoundingMode.FLOOR).toPlainString() + ", assets of "
                + FixedPoint.format(assets.longValueExact(), currency.scale()) + " " + currency
                + " against the " + FixedPoint.format(owed, currency.scale()) + " " + currency
                + " that are owed, is not above the maintenance level of "
                + terms.maintenanceLevel().toPlainString();
    }

    /** A fill of a liquidation was booked. */
    void filled(TrackedOrder order, long rawPrice, long rawQuantity) {
        liquidation.filled(order, rawPrice, rawQuantity);
    }

    private void notice(AccountNotice.Kind kind, String message) {
        engine.taps().notice(new AccountNotice(engine.now(), kind, owedIn(engine, limit), message));
    }

    /** The first spot instrument one of whose currencies is owed, to which a word on the account is tied. */
    static InstrumentId owedIn(Engine engine, BorrowLimit limit) {
        InstrumentId first = null;
        for (InstrumentChannel channel : engine.channels()) {
            Instrument i = channel.instrument();
            if (limit.rawBalance(i.base()) < 0 || limit.rawBalance(i.quote()) < 0) {
                return i.id();
            }
            first = first == null ? i.id() : first;
        }
        return java.util.Objects.requireNonNull(first, "an account that owes has an instrument");
    }
}
