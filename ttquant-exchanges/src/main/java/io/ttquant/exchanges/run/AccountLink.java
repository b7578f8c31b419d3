package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;

/** How an engine takes over an account at a venue, and hears whether its session is up: the one place that depends on it. */
interface AccountLink {
    /** An engine without a way to take over an account: a live run is refused rather than traded on balances that are made up. */
    AccountLink NONE = new AccountLink() {
        @Override
        public void open(EngineBuilder builder, AccountSnapshot account) {
            throw new RunRefusedException("this build trades on paper only: its engine cannot take over an account; write"
                    + " trading_mode = \"paper\" into [global]");
        }

        @Override
        public AccountSink sink(Engine engine) {
            throw new IllegalStateException("no account was opened");
        }

        @Override
        public void trading(Engine engine, boolean isTrading, String why) {}

        @Override
        public void marketData(Engine engine, InstrumentId instrument, Capability kind, boolean isLive) {}
    };

    /** Begins an engine with what the account holds. */
    void open(EngineBuilder builder, AccountSnapshot account);

    /** Where reports and news of the account go. */
    AccountSink sink(Engine engine);

    /** Whether new orders may be sent. */
    void trading(Engine engine, boolean isTrading, String why);

    /** Whether market data of an instrument come. */
    void marketData(Engine engine, InstrumentId instrument, Capability kind, boolean isLive);
}
