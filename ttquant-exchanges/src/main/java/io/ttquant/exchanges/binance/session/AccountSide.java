package io.ttquant.exchanges.binance.session;

import io.ttquant.exchanges.request.RestRequest;

/** What is asked of an account at the start, and differs between Spot and futures. */
interface AccountSide {
    /** Asks what the key may do. */
    RestRequest permissions();

    /** How the account is read. */
    AccountReading reading();
}
