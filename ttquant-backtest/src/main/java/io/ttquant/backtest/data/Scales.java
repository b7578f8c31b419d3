package io.ttquant.backtest.data;

import io.ttquant.api.market.Instrument;

/** The decimals in which prices and quantities are read: those of an instrument, or as many as occur. */
final class Scales {
    /** More decimals than any venue quotes; beyond them a text is the noise of binary floating point. */
    static final int MOST_INFERRED = 12;

    /** Volumes are rounded to no number of decimals. */
    static final int EXACT_VOLUMES = Integer.MAX_VALUE;

    /** More decimals than a coin has. What goes beyond them in a volume is rounded: a volume is no money. */
    private static final int MOST_INFERRED_VOLUME = 8;

    int price;
    int quantity;
    private final boolean isFixed;
    private final int mostVolume;
    private double highestPrice;

    private Scales(boolean isFixed, int mostVolume) {
        this.isFixed = isFixed;
        this.mostVolume = mostVolume;
    }

    /**
     * The decimals of an instrument.
     *
     * @param mostVolume decimals to which volumes are rounded, or {@link #EXACT_VOLUMES}
     */
    static Scales of(Instrument instrument, int mostVolume) {
        Scales scales = new Scales(true, mostVolume);
        scales.price = instrument.priceScale();
        scales.quantity = instrument.quantityScale();
        return scales;
    }

    static Scales inferred() {
        return new Scales(false, MOST_INFERRED_VOLUME);
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

    /** Decimals to which a volume is rounded. */
    int mostVolume() {
        return mostVolume;
    }

    /** Takes note of a price of the instrument. */
    void priced(double value) {
        highestPrice = Math.max(highestPrice, value);
    }

    /**
     * Decimals of a lot where none is stated: as many as occur, and so many that a lot is worth at most about one unit of the quote currency. What
     * a file's volumes show is not the lot: some venues state contracts, some round.
     */
    int lotDecimals() {
        int affordable = (int) Math.ceil(Math.log10(Math.max(1, highestPrice)));
        return Math.max(quantity, Math.min(affordable, MOST_INFERRED_VOLUME));
    }

    int of(Field field) {
        return field.isPrice() ? price : quantity;
    }

    boolean isFixed() {
        return isFixed;
    }
}
