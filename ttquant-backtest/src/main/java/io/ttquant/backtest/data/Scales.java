package io.ttquant.backtest.data;

import io.ttquant.api.market.Instrument;

/** The decimals in which prices and quantities are read: those of an instrument, or as many as occur. */
final class Scales {
    /** More decimals than any venue quotes; beyond them a text is the noise of binary floating point. */
    static final int MOST_INFERRED = 12;

    int price;
    int quantity;
    private final boolean isFixed;

    private Scales(boolean isFixed) {
        this.isFixed = isFixed;
    }

    static Scales of(Instrument instrument) {
        Scales scales = new Scales(true);
        scales.price = instrument.priceScale();
        scales.quantity = instrument.quantityScale();
        return scales;
    }

    static Scales inferred() {
        return new Scales(false);
    }

    /** Makes room for more decimals; false if there cannot be more. */
    boolean raise(Field field, int decimals) {
        if (isFixed || decimals > MOST_INFERRED) {
            return false;
        }
        if (field.isPrice()) {
            price = Math.max(price, decimals);
        } else {
            quantity = Math.max(quantity, decimals);
        }
        return true;
    }

    int of(Field field) {
        return field.isPrice() ? price : quantity;
    }

    boolean isFixed() {
        return isFixed;
    }
}
