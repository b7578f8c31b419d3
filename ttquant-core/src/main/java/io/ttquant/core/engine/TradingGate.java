package io.ttquant.core.engine;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.order.Refusal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the connection lets anything out that adds risk. Where execution is simulated there is no account whose news could stop, and only market data that do
 * not come close it, each in their instrument.
 */
final class TradingGate {
    private String closedBecause = "";
    private String blockedBecause = "";
    private String doubtedBecause = "";
    private String unkeptBecause = "";
    private final Map<InstrumentId, Set<Capability>> silent = new LinkedHashMap<>();

    /** True if nothing holds anything back. */
    boolean isOpen() {
        return closedBecause.isEmpty()
                && blockedBecause.isEmpty()
                && doubtedBecause.isEmpty()
                && unkeptBecause.isEmpty()
                && silent.isEmpty();
    }

    /** All that holds something back now. */
    Set<RiskHold> holds() {
        Set<RiskHold> holds = EnumSet.noneOf(RiskHold.class);
        add(RiskHold.ACCOUNT_BLOCKED, !blockedBecause.isEmpty(), holds);
        add(RiskHold.ACCOUNT_IN_DOUBT, !doubtedBecause.isEmpty(), holds);
        add(RiskHold.STORE_BEHIND, !unkeptBecause.isEmpty(), holds);
        add(RiskHold.NOT_CONNECTED, !closedBecause.isEmpty(), holds);
        add(RiskHold.MARKET_DATA_SILENT, !silent.isEmpty(), holds);
        return holds;
    }

    private static void add(RiskHold hold, boolean isSo, Set<RiskHold> to) {
        if (isSo) {
            to.add(hold);
        }
    }

    /** True if the news of the account come. */
    boolean isTrading() {
        return closedBecause.isEmpty();
    }

    /** True if the books are those of the exchange, as far as anybody knows, and news that change them come. */
    boolean areBooksRight() {
        return closedBecause.isEmpty() && blockedBecause.isEmpty() && doubtedBecause.isEmpty();
    }

    void open() {
        closedBecause = "";
    }

    void close(String why) {
        closedBecause = why.isBlank() ? "the session does not say why" : why;
    }

    /**
     * Closes it for good: what the account holds is not known, or not what this engine can keep books of.
     *
     * @return false if it was closed for good before
     */
    boolean block(String why) {
        boolean isNew = blockedBecause.isEmpty();
        blockedBecause = isNew ? why : blockedBecause;
        return isNew;
    }

    /** Closes it until the next audit: the books lack something. */
    void doubt(String why) {
        doubtedBecause = why;
    }

    /** The books are those of the exchange. */
    void trust() {
        doubtedBecause = "";
    }

    /**
     * What happens is kept, or waits for a store for too long.
     *
     * @param why a phrase that says so; empty if it is kept
     * @return whether this changes anything
     */
    boolean keeping(String why) {
        boolean isNew = why.isEmpty() != unkeptBecause.isEmpty();
        unkeptBecause = why;
        return isNew;
    }

    void marketData(InstrumentId instrument, Capability kind, boolean isLive) {
        Set<Capability> kinds = silent.computeIfAbsent(instrument, id -> EnumSet.noneOf(Capability.class));
        if (isLive) {
            kinds.remove(kind);
        } else {
            kinds.add(kind);
        }
        if (kinds.isEmpty()) {
            silent.remove(instrument);
        }
    }

    /** Why what adds risk in an instrument is refused now; null if it is not. */
    @Nullable
    Refusal check(Instrument i) {
        if (!blockedBecause.isEmpty()) {
            return new Refusal(
                    RejectReason.TRADING_REDUCING,
                    blockedBecause + "; cancels and what reduces a position pass, nothing else until a restart");
        }
        if (!doubtedBecause.isEmpty()) {
            return new Refusal(
                    RejectReason.TRADING_REDUCING,
                    doubtedBecause + "; cancels and what reduces a position pass; wait until the account was audited");
        }
        if (!unkeptBecause.isEmpty()) {
            return new Refusal(
                    RejectReason.TRADING_REDUCING,
                    "what happens is not kept (" + unkeptBecause
                            + "); cancels and what reduces a position pass; mend the store, or wait until it has caught up");
        }
        if (!closedBecause.isEmpty()) {
            return new Refusal(
                    RejectReason.NOT_CONNECTED,
                    "the news of the account do not come (" + closedBecause
                            + "); cancels and what reduces a position pass; wait until they come again");
        }
        Set<Capability> kinds = silent.get(i.id());
        return kinds == null
                ? null
                : new Refusal(
                        RejectReason.STALE_PRICE,
                        kinds + " of " + i + " do not come, so that its last prices are old; cancels and what reduces a"
                                + " position pass; wait until they come again");
    }
}
