package io.ttquant.exchanges.session;

import io.ttquant.api.account.Balance;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;

/** Where a venue's private streams bring their news; {@code OrderLife} is one. Any of it may come late, twice, out of order, or never. */
public interface AccountNews {
    /** The stream is up: from here on all news comes, and what came before may have been missed. */
    void connected();

    /** The stream is down: news is missed. */
    void disconnected(String why);

    /** The state of an order. Tell its {@link #fill} first where one message brings both. */
    void order(VenueOrder order);

    /** A fill of an order. */
    void fill(VenueFill fill);

    /** What is held of a currency. */
    void balance(Balance balance, long tsEvent);

    /** News that could not be read, or whose kind is not known: something happened, ask. */
    void unreadable(String what);
}
