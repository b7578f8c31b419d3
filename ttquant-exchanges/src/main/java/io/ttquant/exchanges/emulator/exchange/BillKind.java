package io.ttquant.exchanges.emulator.exchange;

/** Why a balance changed. */
public enum BillKind {
    /** Money came from outside. */
    DEPOSIT,
    /** Money left. */
    WITHDRAWAL,
    /** Money went to or came from another account. */
    TRANSFER,
    /** One leg of a spot trade. */
    TRADE,
    /** A fee or rebate. */
    FEE,
    /** Profit or loss of a closed contract. */
    REALIZED,
    /** A funding payment. */
    FUNDING,
    /** What the exchange gave to cover a loss beyond the balance. */
    INSURANCE
}
