package io.ttquant.core.portfolio;

/** An amount of a currency and the part of it that open orders hold back. */
class Funds {
    long rawTotal;
    long rawLocked;

    Funds(long rawTotal) {
        this.rawTotal = rawTotal;
    }

    final long rawFree() {
        return rawTotal - rawLocked;
    }
}
