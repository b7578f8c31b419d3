package io.ttquant.core.risk;

import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.order.ReachList;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.portfolio.Ledger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A strategy, or the account, with its limits, its stage, its rates and its positions. Not safe for use by several threads. */
public final class RiskScope {
    /** What stands for an absent limit. */
    static final long NONE = Long.MAX_VALUE;

    private final String strategyId;
    private final RiskLimits limits;
    private final ReachList reaches = new ReachList();
    final Values values;
    final Rates rates;
    final long maxOrderAgeNanos;
    final long maxBarAgeNanos;
    final long maxPriceAgeNanos;
    final long rawCollar;
    final long rawMaxOrderValue;
    final int maxPositions;
    final int maxOpenOrders;
    final int maxOpenOrdersPerInstrument;
    private final boolean needsCapital;
    private boolean hasCapital;
    private long rawMaxPositionValue;
    private long rawMaxExposure;
    private TradingStage stage = TradingStage.ACTIVE;
    private final TradingStage[] causes = new TradingStage[Guard.values().length];
    private final String[] reasons = new String[causes.length];
    private final boolean[] flattens = new boolean[causes.length];

    /**
     * A strategy or the account.
     *
     * @param strategyId the strategy's name; empty for the account
     * @param ledger tells what positions are worth
     */
    public RiskScope(String strategyId, RiskLimits limits, Ledger ledger) {
        this.strategyId = strategyId;
        this.limits = limits;
        Arrays.fill(causes, TradingStage.ACTIVE);
        Arrays.fill(reasons, "");
        this.values = new Values(ledger);
        OrderLimits orders = limits.orders();
        PositionLimits positions = limits.positions();
        this.rates = new Rates(orders);
        this.maxOrderAgeNanos = age(orders.maxOrderAge());
        this.maxBarAgeNanos = age(orders.maxBarAge().or(orders::maxOrderAge));
        this.maxPriceAgeNanos = orders.maxPriceAge().map(Duration::toNanos).orElse(NONE);
        this.rawCollar = orders.priceCollar()
                .map(collar -> InstrumentScope.raw(collar, Require.FRACTION_SCALE, RoundingMode.UNNECESSARY))
                .orElse(NONE);
        this.rawMaxOrderValue = amount(orders.maxOrderValue());
        this.rawMaxPositionValue = amount(positions.maxPositionValue());
        this.rawMaxExposure = amount(positions.maxExposure());
        this.maxPositions = positions.maxPositions().orElse(Integer.MAX_VALUE);
        this.maxOpenOrders = positions.maxOpenOrders().orElse(Integer.MAX_VALUE);
        this.maxOpenOrdersPerInstrument = positions.maxOpenOrdersPerInstrument().orElse(Integer.MAX_VALUE);
        this.needsCapital = positions.maxPositionShare().isPresent()
                || positions.maxExposureShare().isPresent();
    }

    private static long age(Optional<Duration> limit) {
        return limit.filter(age -> !age.isZero()).map(Duration::toNanos).orElse(NONE);
    }

    private long amount(Optional<BigDecimal> limit) {
        return limit.map(value -> InstrumentScope.raw(value, currency().scale(), RoundingMode.FLOOR))
                .orElse(NONE);
    }

    /** The strategy's name; empty for the account. */
    public String strategyId() {
        return strategyId;
    }

    /** The limits. */
    public RiskLimits limits() {
        return limits;
    }

    /** Its positions that are not flat, and its open orders. */
    public ReachList reaches() {
        return reaches;
    }

    /** What it may send. */
    public TradingStage stage() {
        return stage;
    }

    /** Why it is in its stage; empty while it is active. */
    public String stageReason() {
        for (int i = causes.length - 1; i >= 0; i--) {
            if (stage != TradingStage.ACTIVE && causes[i] == stage) {
                return reasons[i];
            }
        }
        return "";
    }

    /** True while the kill switch holds it. */
    public boolean isKilled() {
        return isHeldBy(Guard.KILL_SWITCH);
    }

    /** Holds it in a stage until the cause is released; of several causes the strictest holds. */
    public void hold(Guard cause, TradingStage in, String reason) {
        hold(new RiskRecord.Held(cause, in, false, reason));
    }

    /** Holds it as said. */
    public void hold(RiskRecord.Held held) {
        int cause = held.cause().ordinal();
        causes[cause] = held.stage();
        reasons[cause] = held.reason();
        flattens[cause] = held.isFlattening();
        stage = strictest();
    }

    /** True while this holds it. */
    public boolean isHeldBy(Guard cause) {
        return causes[cause.ordinal()] != TradingStage.ACTIVE;
    }

    /** What holds it, but for the kill switch. */
    public List<RiskRecord.Held> holds() {
        List<RiskRecord.Held> holds = new ArrayList<>();
        for (Guard cause : Guard.values()) {
            int i = cause.ordinal();
            if (cause != Guard.KILL_SWITCH && isHeldBy(cause)) {
                holds.add(new RiskRecord.Held(cause, causes[i], flattens[i], reasons[i]));
            }
        }
        return holds;
    }

    /** True while something holds it that closes its positions, the kill switch left aside. */
    public boolean isFlattening() {
        for (boolean flattens : flattens) {
            if (flattens) {
                return true;
            }
        }
        return false;
    }

    /** Ends what a cause held. */
    public void release(Guard cause) {
        hold(cause, TradingStage.ACTIVE, "");
    }

    private TradingStage strictest() {
        TradingStage strictest = TradingStage.ACTIVE;
        for (TradingStage held : causes) {
            strictest = strictest.or(held);
        }
        return strictest;
    }

    /** Counts a message that was sent; a new order is one too. */
    public void sent(boolean isOrder, long nowNanos) {
        rates.sent(isOrder, nowNanos);
    }

    Currency currency() {
        return values.reporting();
    }

    /** "the account" or "strategy NAME". */
    public String who() {
        return strategyId.isEmpty() ? "the account" : "strategy " + strategyId;
    }

    /**
     * Why nothing may be sent that could lose more while its value is not known.
     *
     * @param missing which price is missing, as a sentence; null if that is not known
     */
    public Refusal unseenLoss(@Nullable String missing) {
        return new Refusal(
                RejectReason.NO_REFERENCE_PRICE,
                "the value of " + who() + " is not known" + (missing == null ? "" : " (" + missing + ")")
                        + ", so that neither its daily loss nor its drawdown can be judged; wait for the price, or give"
                        + " an instrument that has it");
    }

    /** True if the limits that are fractions of the capital are amounts by now; false if the start balances have no value yet. */
    boolean knowsCapital() {
        if (needsCapital && !hasCapital) {
            long rawCapital = values.rawCapital();
            if (rawCapital == Ledger.UNKNOWN) {
                return false;
            }
            hasCapital = true;
            rawMaxPositionValue =
                    Math.min(rawMaxPositionValue, share(limits.positions().maxPositionShare(), rawCapital));
            rawMaxExposure = Math.min(rawMaxExposure, share(limits.positions().maxExposureShare(), rawCapital));
        }
        return true;
    }

    private static long share(Optional<BigDecimal> share, long rawCapital) {
        return share.map(part -> InstrumentScope.raw(
                        part.multiply(BigDecimal.valueOf(Math.max(0, rawCapital))), 0, RoundingMode.FLOOR))
                .orElse(NONE);
    }

    /** The limits on what is held, open and sent, with what is used of them, in-flight orders counted as the rules count them. */
    public List<RiskUse> uses(long nowNanos) {
        List<RiskUse> uses = new ArrayList<>();
        if (limits.positions().maxExposure().isPresent()
                || limits.positions().maxExposureShare().isPresent()) {
            // Not asked by knowsCapital(): who looks must not be the one by whom the capital is fixed.
            double most = hasCapital || !needsCapital ? money(rawMaxExposure) : Double.NaN;
            uses.add(new RiskUse(strategyId, "max_exposure", most, money(values.rawExposure(reaches))));
        }
        limits.positions()
                .maxPositions()
                .ifPresent(most -> uses.add(new RiskUse(strategyId, "max_positions", most, reaches.size())));
        limits.positions()
                .maxOpenOrders()
                .ifPresent(most -> uses.add(new RiskUse(strategyId, "max_open_orders", most, reaches.openOrders())));
        rates.addUses(strategyId, nowNanos, uses);
        return uses;
    }

    private double money(long raw) {
        return raw == Ledger.UNKNOWN
                ? Double.NaN
                : FixedPoint.toDouble(raw, currency().scale());
    }

    boolean limitsValues() {
        return needsCapital || rawMaxPositionValue != NONE || rawMaxExposure != NONE;
    }

    long rawMaxPositionValue() {
        return rawMaxPositionValue;
    }

    long rawMaxExposure() {
        return rawMaxExposure;
    }
}
