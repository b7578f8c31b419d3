package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;

/** How an engine takes over an account at a venue: the one place that depends on it. */
interface LiveAccount {
    /** An engine without a way to take over an account: a live run is refused rather than traded on balances that are made up. */
    LiveAccount NONE = new LiveAccount() {
        @Override
        public void open(EngineBuilder builder, AccountSnapshot account) {
            throw new RunRefusedException("this build trades on paper only: its engine cannot take over an account; write"
                    + " trading_mode = \"paper\" into [global]");
        }

        @Override
        public AccountSink of(Engine engine) {
            throw new IllegalStateException("no account was opened");
        }
    };

    /** Begins an engine with what the account holds. */
    void open(EngineBuilder builder, AccountSnapshot account);

    /** Where reports and news of the account go. */
    AccountSink of(Engine engine);
}
