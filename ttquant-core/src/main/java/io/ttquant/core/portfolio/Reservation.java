package io.ttquant.core.portfolio;

import org.jspecify.annotations.Nullable;

/** Funds that an open order holds back. Its parts, released fill by fill, add up to the whole exactly. */
public final class Reservation {
    @Nullable
    CurrencyAccount account;

    long rawAmount;
    long rawQuantity;

    /** A reservation of nothing. */
    public Reservation() {}

    /** What is held back now, at the scale of its currency. */
    public long rawAmount() {
        return rawAmount;
    }
}
