/** The engine: event loop, orders, ledger, simulated execution, configuration. */
module io.ttquant.core {
    requires transitive io.ttquant.api;
    requires org.tomlj;
}
