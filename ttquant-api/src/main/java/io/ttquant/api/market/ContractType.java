package io.ttquant.api.market;

/** How the value of a contract depends on its price. Spot instruments are {@link #LINEAR}. */
public enum ContractType {
    /** Value = quantity × multiplier × price, in the quote currency, which is also the settlement currency. */
    LINEAR,
    /**
     * Value = quantity × multiplier ÷ price, in the base currency, which is also the settlement currency. The multiplier is a contract's value in
     * the quote currency, such as 100 USD.
     */
    INVERSE,
    /**
     * Value = quantity × multiplier × price, paid in another currency than the quote currency at a fixed rate: the multiplier is what a contract
     * pays in the settlement currency for each whole unit of price, such as 0.000001 BTC.
     */
    QUANTO
}
