package io.ttquant.exchanges.transport.budget;

/** What a venue counts together. */
public enum QuotaScope {
    /** Everything that comes from this IP address. */
    IP,
    /** Everything of an account. */
    ACCOUNT,
    /** Everything of an account on an instrument, or on whatever else the venue names with it. */
    INSTRUMENT
}
