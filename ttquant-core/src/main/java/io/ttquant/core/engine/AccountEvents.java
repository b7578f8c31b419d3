package io.ttquant.core.engine;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.BorrowTerms;
import io.ttquant.core.margin.InstrumentMargin;
import io.ttquant.core.matching.MarginWatch;
import io.ttquant.core.matching.TradingAccount;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.BorrowLimit;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the account itself has to do: at times, and at the end of an instant, when all that ends or happens then is settled and before
 * anything begins. Only where execution is simulated; a real exchange reports its own payments.
 */
final class AccountEvents {
    private final Engine engine;
    private final @Nullable MarginFunds margin;
    private final FundingDesk funding;
    private final InterestDesk interest;
    private final ExpiryDesk expiries;
    private final @Nullable LiquidationDesk liquidations;
    /** What watches the debts of spot trading; null if there are none, or no limit. */
    private final @Nullable BorrowDesk borrowing;

    private boolean isMarked;
    private long nextDue = EpochNanos.NEVER;
    private boolean hasWork;

    AccountEvents(Engine engine, @Nullable MarginFunds margin) {
        this.engine = engine;
        this.margin = margin;
        this.funding = new FundingDesk(engine);
        this.interest = new InterestDesk(
                engine, margin == null ? Map.of() : margin.account().config().borrowRates());
        this.expiries = new ExpiryDesk(engine);
        this.liquidations = margin == null ? null : new LiquidationDesk(engine, margin.account());
        this.borrowing =
                margin == null ? null : borrowing(engine, margin.account().config());
    }

    private static @Nullable BorrowDesk borrowing(Engine engine, AccountConfig config) {
        BorrowLimit limit = engine.ledger().borrowLimit();
        BorrowTerms terms = config.borrowing();
        return limit == null || terms == null ? null : new BorrowDesk(engine, limit, terms, config);
    }

    /** True if what the account owes is watched, so that {@link #revalued} wants to hear of prices. */
    boolean watchesDebts() {
        return borrowing != null;
    }

    /** A price by which the account is valued moved: what it owes is judged once before this instant ends. */
    void revalued() {
        if (!hasWork && borrowing != null && borrowing.isOwing()) {
            hasWork = true;
            engine.dueAt(engine.now());
        }
    }

    /** History is over. */
    void begin() {
        interest.begin(engine.now());
        schedule();
    }

    /** The margin of a simulated account; null where a real exchange keeps it. */
    @Nullable
    MarginFunds margin() {
        return margin;
    }

    /** What the simulated exchange asks of the account. */
    TradingAccount funds() {
        return new LedgerFunds(engine.ledger().atExchange(), margin);
    }

    /** An instrument that may expire; before the engine starts. */
    void mayExpire(InstrumentChannel channel) {
        expiries.add(channel);
        nextDue = Math.min(nextDue, expiries.nextNanos());
    }

    /** A funding rate was published; it is settled at the end of the instant that it names. */
    void funding(InstrumentChannel channel, BigDecimal rate, long settlementNanos) {
        funding.update(channel, rate, settlementNanos);
        schedule();
    }

    /** When the clock must stop for the account next, epoch nanoseconds. */
    long nextDueNanos() {
        return nextDue;
    }

    /** True if something is to be done before this instant ends. */
    boolean hasWork() {
        return hasWork;
    }

    /** The clock stands at a time that was asked for, or past it. */
    boolean reach() {
        if (nextDue > engine.now()) {
            return false;
        }
        hasWork = true;
        nextDue = EpochNanos.NEVER;
        return true;
    }

    /** Does what is to be done at the end of this instant. */
    void endInstant() {
        hasWork = false;
        interest.accrue(engine.now());
        if (funding.settle(engine.now())) {
            isMarked = true;
        }
        expiries.settle(engine.now());
        if (isMarked && liquidations != null) {
            liquidations.judge();
        }
        isMarked = false;
        if (borrowing != null) {
            borrowing.judge();
        }
        schedule();
    }

    /** The price of a position in a derivative moved: its margin is judged once before this instant ends. */
    void marked() {
        if (!isMarked) {
            isMarked = true;
            hasWork = true;
            engine.dueAt(engine.now());
        }
    }

    /** What judges margin along the path of an instrument's bars. */
    MarginWatch watch(InstrumentChannel channel, InstrumentMargin member) {
        return new PathWatch(
                channel,
                Objects.requireNonNull(liquidations),
                Objects.requireNonNull(margin).account(),
                member);
    }

    /** A fill of a liquidation was booked. */
    void liquidated(TrackedOrder order, long rawPrice, long rawQuantity) {
        if (borrowing != null && !MarginFunds.concerns(order)) {
            borrowing.filled(order, rawPrice, rawQuantity);
        } else if (liquidations != null) {
            liquidations.losses().filled(order, rawPrice, rawQuantity);
        }
    }

    private void schedule() {
        nextDue = Math.min(funding.nextNanos(), Math.min(interest.nextNanos(), expiries.nextNanos()));
        if (nextDue <= engine.now()) {
            reach();
        }
        engine.dueAt(hasWork ? engine.now() : nextDue);
    }
}
