package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.Instrument;

/** The decimals in which the prices and quantities of a symbol are read: those of its instrument, or as many as occur. */
final class Decimals {
    /** More decimals than any venue quotes; beyond them a text is the noise of binary floating point. */
    static final int MOST_INFERRED = 12;

    private final boolean isFixed;
    private int price;
    private int quantity;
    private boolean isRaised;

    private Decimals(boolean isFixed, int price, int quantity) {
        this.isFixed = isFixed;
        this.price = price;
        this.quantity = quantity;
    }

    static Decimals inferred() {
        return new Decimals(false, 0, 0);
    }

    static Decimals of(Instrument instrument) {
        return new Decimals(true, instrument.priceScale(), instrument.quantityScale());
    }

    int price() {
        return price;
    }

    int quantity() {
        return quantity;
    }

    /** Makes room for more decimals, after which everything is read again; false if there cannot be more. */
    boolean raise(boolean isPrice, int decimals) {
        if (isFixed || decimals > MOST_INFERRED) {
            return false;
        }
        if (isPrice) {
            price = Math.max(price, decimals);
        } else {
            quantity = Math.max(quantity, decimals);
        }
        isRaised = true;
        return true;
    }

    /** Whether they were raised in this pass, so that some values of it are not to be used. */
    boolean isRaised() {
        return isRaised;
    }

    /** Whether they were raised since this was last asked. */
    boolean wasRaised() {
        boolean was = isRaised;
        isRaised = false;
        return was;
    }
}
