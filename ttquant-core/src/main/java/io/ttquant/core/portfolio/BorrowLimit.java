package io.ttquant.core.portfolio;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How much an account may owe: equity × (leverage − 1), all valued in the reporting currency at the prices of now. With leverage 3 an equity of 1,000 may owe
 * 2,000 and so hold 3,000. What
 * only pays back what is owed is never refused.
 */
public final class BorrowLimit {
    /**
     * What was found of a fill that would make more owed.
     *
     * @param isRefused whether it would go beyond the limit, or cannot be judged
     * @param rawOwed what would be owed after it, with all that other orders may pay, at the reporting currency's scale
     * @param rawEquity equity after it, at that scale
     * @param rawLimit the most that may be owed, rounded down, at that scale
     * @param missing which price is missing to judge it, as a sentence; null if none is
     */
    public record Verdict(
            boolean isRefused,
            long rawOwed,
            long rawEquity,
            long rawLimit,
            @Nullable String missing) {
        private static final Verdict HARMLESS = new Verdict(false, 0, 0, 0, null);
    }

    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Ledger ledger;
    private final BigDecimal beyond;
    private final Debt known;
    private final Debt atExchange;
    private boolean isLiquidating;

    BorrowLimit(Ledger ledger, BigDecimal leverage, Collection<CurrencyAccount> accounts, Valuation valuation) {
        CurrencyAccount reporting = ledger.account(ledger.reporting());
        this.ledger = ledger;
        this.beyond = leverage.subtract(BigDecimal.ONE);
        this.known = new Debt(accounts, reporting, valuation, false);
        this.atExchange = new Debt(accounts, reporting, valuation, true);
    }

    /**
     * What a spot fill does to the balances.
     *
     * @param rawFee at the scale of {@code feeCurrency}; negative for a rebate
     */
    public SpotExchange exchange(
            Instrument instrument, Side side, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency) {
        Holding holding = ledger.holding(instrument);
        CurrencyAccount fees = ledger.feeAccount(holding, feeCurrency);
        return SpotExchange.of(holding, side, rawPrice, rawQuantity, fees, rawFee);
    }

    /** What a spot buy does that spends an amount of quote currency, its fee included, for an expected quantity. */
    public SpotExchange spending(Instrument instrument, long rawAmount, long rawQuantity) {
        Holding holding = ledger.holding(instrument);
        return SpotExchange.spending(holding, Side.BUY, rawAmount, rawQuantity, holding.quote, 0);
    }

    /**
     * Judges an order before it leaves.
     *
     * @param own what it holds back so far
     * @param fill what it does if all of it fills
     * @param rawOtherCosts what the other open orders would lose at once if they filled, asked only where it matters; {@link Ledger#UNKNOWN}
     *     without a price
     */
    public Verdict judge(Reservation own, SpotExchange fill, LongSupplier rawOtherCosts) {
        return judge(known, own, fill, rawOtherCosts);
    }

    /** True if a simulated exchange may fill an order: then the same must hold, with the balances that it has. */
    boolean allows(Reservation own, SpotExchange fill) {
        return isLiquidating || !judge(atExchange, own, fill, () -> 0).isRefused();
    }

    private Verdict judge(Debt debt, Reservation own, SpotExchange fill, LongSupplier rawOtherCosts) {
        if (!debt.isDeepenedBy(own, fill)) {
            return Verdict.HARMLESS;
        }
        long after = debt.rawAfter(own, fill);
        long equity = less(less(debt.rawEquity(), debt.rawCost(fill)), rawOtherCosts.getAsLong());
        if (after == Ledger.UNKNOWN || equity == Ledger.UNKNOWN) {
            return new Verdict(true, 0, 0, 0, debt.missing(fill));
        }
        BigDecimal limit = BigDecimal.valueOf(equity).multiply(beyond);
        boolean isBeyond = BigDecimal.valueOf(after).compareTo(limit) > 0;
        return new Verdict(
                isBeyond && !debt.isRelievedBy(own, fill),
                after,
                equity,
                limit.min(MOST).setScale(0, RoundingMode.FLOOR).longValueExact(),
                null);
    }

    private static long less(long rawValue, long rawCost) {
        return rawValue == Ledger.UNKNOWN || rawCost == Ledger.UNKNOWN
                ? Ledger.UNKNOWN
                : Math.subtractExact(rawValue, rawCost);
    }

    /** What a fill would lose at once, at the reporting currency's scale; {@link Ledger#UNKNOWN} without a price. */
    public long rawCost(SpotExchange fill) {
        return known.rawCost(fill);
    }

    /** Holds back what an order needs, whether or not the account has it. */
    public void hold(Reservation reservation, SpotExchange fill, long rawQuantity) {
        reservation.set(known.of(fill.paying()), fill.rawHeld(), rawQuantity);
    }

    /** True if a balance is below zero at the exchange. */
    public boolean isOwing() {
        return atExchange.isOwing();
    }

    /** What is owed at the exchange, without orders, at the reporting currency's scale; {@link Ledger#UNKNOWN} without a price. */
    public long rawOwed() {
        return atExchange.rawOwed();
    }

    /** The value of the account at the exchange, at the reporting currency's scale; {@link Ledger#UNKNOWN} without a price. */
    public long rawEquity() {
        return atExchange.rawEquity();
    }

    /** What the account has of a currency at the exchange, at its scale; negative if it is owed. */
    public long rawBalance(Currency currency) {
        return ledger.account(currency).atExchange.rawTotal;
    }

    /** Which price is missing to say what is owed and what the account is worth, as a sentence; null if none is. */
    public @Nullable String missingPrice() {
        return atExchange.missing(null);
    }

    /** Lets the exchange fill whatever it needs to, as long as it liquidates the account itself. */
    public void setLiquidating(boolean value) {
        isLiquidating = value;
    }
}
