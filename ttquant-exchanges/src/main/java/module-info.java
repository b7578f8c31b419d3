/** Adapters to OKX and Binance. */
module io.ttquant.exchanges {
    requires transitive io.ttquant.core;
    requires com.fasterxml.jackson.databind;
}
