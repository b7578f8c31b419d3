package io.ttquant.api.exchange;

import io.ttquant.api.account.Balance;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Order;
import java.util.List;

/** The way of everything that is known of an account into an engine. */
public interface AccountSink extends ExecutionSink {
    /**
     * Takes an order that was not sent by this engine, so that its fills are booked and its risk counts.
     *
     * @return the order by which later reports name it
     */
    Order adopt(ExternalOrder order);

    /**
     * Orders of an earlier run that the engine takes for its own, as it last knew them: a session looks for them, tells
     * what of them was filled beyond the
     * {@code rawFilled} of each, and how they ended, before it says that orders may be sent. Asked for once, when the
     * session begins.
     */
    default List<ExternalOrder> recalled() {
        return List.of();
    }

    /**
     * What the account holds, by an audit: nothing that was reported is missing in it, and nothing in it is still to be reported. Where the engine's
     * own figures differ, money came or went by other ways.
     */
    void audited(AccountSnapshot account);

    /**
     * What the account holds of a currency, by news: it may be ahead of the reports of fills, or behind.
     *
     * @param tsEvent when it was so, epoch nanoseconds
     */
    void balance(Balance balance, long tsEvent);

    /**
     * Funding was paid or received.
     *
     * @param id the exchange's id of the payment, unique; one that was given before changes nothing
     * @param rawAmount at the currency's scale: positive received, negative paid
     */
    void fundingPaid(InstrumentId instrument, String id, Currency currency, long rawAmount, long tsEvent);
}
