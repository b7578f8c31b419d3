package io.ttquant.core.engine;

import io.ttquant.core.risk.TradingStage;

/** What holds back all that adds risk, whatever limits and guards allow. Cancels and what only reduces a position pass. */
public enum RiskHold {
    /** What the account holds is not known, or nothing that this engine can keep books of; until a restart. */
    ACCOUNT_BLOCKED,
    /** A fill was not booked; until the next audit. */
    ACCOUNT_IN_DOUBT,
    /** What happens is not kept, since the store is too far behind. */
    STORE_BEHIND,
    /** The news of the account do not come. */
    NOT_CONNECTED,
    /** Market data do not come, and only orders in their instruments are held back. */
    MARKET_DATA_SILENT;

    /** What the whole account may send while this holds. */
    TradingStage stage() {
        return this == MARKET_DATA_SILENT ? TradingStage.ACTIVE : TradingStage.REDUCING;
    }
}
