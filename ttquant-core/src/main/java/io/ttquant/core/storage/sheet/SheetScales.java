package io.ttquant.core.storage.sheet;

import io.ttquant.api.market.Instrument;

/**
 * The decimals of a sheet.
 *
 * @param price of its prices, 0 to 18
 * @param quantity of its quantities, 0 to 18
 */
public record SheetScales(int price, int quantity) {
    /** Those of an instrument. */
    public static SheetScales of(Instrument instrument) {
        return new SheetScales(instrument.priceScale(), instrument.quantityScale());
    }
}
