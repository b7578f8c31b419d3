package io.ttquant.api.market;

/** How the value of a contract depends on its price. Spot instruments are {@link #LINEAR}. */
public enum ContractType {
    /** Value = quantity × multiplier × price, in the quote currency, which is also the settlement currency. */
    LINEAR,
    /** Value = quantity × multiplier ÷ price, in the base currency, which is also the settlement currency. */
    INVERSE,
    /** Value = quantity × multiplier × price, paid in a third currency at a fixed rate. */
    QUANTO
}
