package io.ttquant.backtest.junit.conformance;

/** The simulated exchange passes the suite, as JUnit runs it. */
class SimulatedExchangeTest extends SimulatedExchangeSuite {
    SimulatedExchangeTest() {
        super(ExchangeFlaw.NONE);
    }
}
