package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.account.Balance;
import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Order;
import java.util.HashSet;
import java.util.Set;

/** Notes the reports about orders as {@link ReportLog} does, and the news of the account too. */
final class AccountLog extends ReportLog implements AccountSink {
    private final Set<String> funding = new HashSet<>();
    private long adopted;

    @Override
    public Order adopt(ExternalOrder order) {
        news("adopt() of " + order.clientId(), order.tsEvent());
        return new ConformanceOrder(order, --adopted);
    }

    @Override
    public void audited(AccountSnapshot account) {
        news("audited()", account.tsEvent());
    }

    @Override
    public void balance(Balance balance, long tsEvent) {
        news("balance() of " + balance.currency(), tsEvent);
    }

    @Override
    public void fundingPaid(InstrumentId instrument, String id, Currency currency, long rawAmount, long tsEvent) {
        news("fundingPaid() of " + instrument, tsEvent);
        require(funding.add(id), "the funding payment " + id + " of " + instrument + " was reported twice");
    }
}
