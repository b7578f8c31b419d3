package io.ttquant.exchanges.binance.session;

import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.setup.AccountSetting;
import java.util.List;

/** What is asked of an account at the start, and differs between Spot and futures. */
interface AccountSide {
    /** Asks what the key may do. */
    RestRequest permissions();

    /** What the account is to be set to before it is read. */
    List<AccountSetting> setup();

    /** How the account is read. */
    AccountReading reading();
}
