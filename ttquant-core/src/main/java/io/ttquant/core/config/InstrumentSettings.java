package io.ttquant.core.config;

import io.ttquant.api.market.ContractType;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentBuilder;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.money.Currency;
import io.ttquant.api.strategy.Default;
import io.ttquant.api.strategy.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A section such as {@code [instruments."binance:BTCUSDT"]}. All figures are decimals as the venue publishes them; what is left out has no
 * limit.
 *
 * @param kind spot, perpetual or future
 * @param base currency that is bought and sold; derived from the symbol where that shows it
 * @param quote currency of the price; derived from the symbol where that shows it
 * @param tick smallest step of the price
 * @param lot smallest step of the quantity
 * @param contract how a derivative's value depends on its price; spot is linear
 * @param settlement currency in which a quanto contract pays; that of the contract's type for all others
 * @param multiplier what one contract is: units of the base currency if it is linear, units of the quote currency if it is inverse, what it pays
 *     for each whole unit of price if it is quanto
 * @param minPrice lowest limit price
 * @param maxPrice highest limit price
 * @param minQuantity smallest quantity of an order
 * @param maxQuantity largest quantity of an order
 * @param maxMarketQuantity largest quantity of a market order
 * @param minNotional smallest value of an order, in the settlement currency
 * @param maxNotional largest value of an order, in the settlement currency
 * @param expiry when a dated future expires
 * @param makerFee fraction of a fill's value that a maker pays; the one of {@code [backtest]} unless given
 * @param takerFee fraction of a fill's value that a taker pays; the one of {@code [backtest]} unless given
 */
record InstrumentSettings(
        @Default("spot") InstrumentKind kind,
        Optional<Currency> base,
        Optional<Currency> quote,
        @Default("linear") ContractType contract,
        Optional<Currency> settlement,
        BigDecimal tick,
        BigDecimal lot,
        @Default("1") BigDecimal multiplier,
        @Range(min = 0) Optional<BigDecimal> minPrice,
        @Range(min = 0) Optional<BigDecimal> maxPrice,
        @Range(min = 0) Optional<BigDecimal> minQuantity,
        @Range(min = 0) Optional<BigDecimal> maxQuantity,
        @Range(min = 0) Optional<BigDecimal> maxMarketQuantity,
        @Range(min = 0) Optional<BigDecimal> minNotional,
        @Range(min = 0) Optional<BigDecimal> maxNotional,
        Optional<Instant> expiry,
        Optional<BigDecimal> makerFee,
        Optional<BigDecimal> takerFee) {
    /** Refuses an expiry where there is none, and its lack where there is one. */
    InstrumentSettings {
        if (expiry.isPresent() != (kind == InstrumentKind.FUTURE)) {
            throw new IllegalArgumentException("expiry must be given for kind \"future\", and for no other kind");
        }
        if (settlement.isPresent() != (contract == ContractType.QUANTO)) {
            throw new IllegalArgumentException("settlement must be given for contract \"quanto\", and for no other one:"
                    + " a linear contract is settled in its quote currency, an inverse one in its base currency");
        }
        makerFee.ifPresent(fee -> BacktestSettings.requireFee("maker_fee", fee));
        takerFee.ifPresent(fee -> BacktestSettings.requireFee("taker_fee", fee));
    }

    /**
     * The instrument.
     *
     * @throws IllegalArgumentException if it is not possible; the message says why
     */
    Instrument build(InstrumentId id) {
        Currency baseCurrency = base.orElseGet(() -> Currency.of(part(id, 0, "base")));
        Currency quoteCurrency = quote.orElseGet(() -> Currency.of(part(id, 1, "quote")));
        InstrumentBuilder builder = switch (kind) {
            case SPOT -> Instrument.spot(id, baseCurrency, quoteCurrency);
            case PERPETUAL -> Instrument.perpetual(id, baseCurrency, quoteCurrency);
            case FUTURE -> Instrument.future(id, baseCurrency, quoteCurrency);
        };
        builder.contract(contract, settlement.orElse(contract == ContractType.INVERSE ? baseCurrency : quoteCurrency));
        expiry.ifPresent(builder::expiry);
        minPrice.ifPresent(builder::minPrice);
        minQuantity.ifPresent(builder::minQuantity);
        minNotional.ifPresent(builder::minNotional);
        return builder.tick(tick)
                .lot(lot)
                .multiplier(multiplier)
                .maxPrice(maxPrice.orElse(null))
                .maxQuantity(maxQuantity.orElse(null))
                .maxMarketQuantity(maxMarketQuantity.orElse(null))
                .maxNotional(maxNotional.orElse(null))
                .build();
    }

    private static String part(InstrumentId id, int index, String key) {
        List<String> currencies = Symbols.currencies(id)
                .orElseThrow(() -> new IllegalArgumentException("the symbol of " + id + " does not show its " + key
                        + " currency; write " + key + " = \"USDT\" or the like"));
        return currencies.get(index);
    }
}
