package io.ttquant.exchanges.emulator;

/** What a local exchange can speak. */
public enum VenueKind {
    /** Binance Spot. */
    BINANCE("binance"),
    /** Binance USDT-margined futures. */
    BINANCE_USDM("binance-usdm"),
    /** OKX V5. */
    OKX("okx");

    private final String id;

    VenueKind(String id) {
        this.id = id;
    }

    /** The id of the provider that trades on it. */
    public String id() {
        return id;
    }
}
