package io.ttquant.core.risk;

/** What made the engine act on its own, or holds a strategy or the account in a stage. */
public enum Guard {
    /** A position lost as much as it may. */
    STOP_LOSS,
    /** A position won as much as it shall. */
    TAKE_PROFIT,
    /** The day's loss is as large as it may be. */
    DAILY_LOSS,
    /** The loss from the highest value is as large as it may be. */
    DRAWDOWN,
    /** As many round trips as may be were lost in a row. */
    LOSS_STREAK,
    /** Somebody asked for it. */
    HAND,
    /** The kill switch. */
    KILL_SWITCH
}
