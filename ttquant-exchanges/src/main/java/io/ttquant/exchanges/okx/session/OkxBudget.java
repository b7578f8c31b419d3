package io.ttquant.exchanges.okx.session;

import io.ttquant.api.time.Clock;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.okx.OkxRequests;
import io.ttquant.exchanges.transport.budget.Cost;
import io.ttquant.exchanges.transport.budget.Quota;
import io.ttquant.exchanges.transport.budget.QuotaScope;
import io.ttquant.exchanges.transport.budget.RequestBudget;
import io.ttquant.exchanges.transport.budget.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The limits of OKX: each endpoint has its own in two seconds, for orders by instrument, and all new orders and amendments of an account together have
 * another. The venue sends no headers that tell, so that we count.
 */
final class OkxBudget {
    private static final String ACCOUNT = "okx";
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration GUARD = Duration.ofMillis(250);
    private static final long ORDERS_OF_ACCOUNT = 1_000;
    private static final int TOO_MANY = 429;
    private static final String ENDPOINT_LIMIT = "50011";
    private static final String ACCOUNT_LIMIT = "50061";

    private final Map<String, Quota> quotas = new LinkedHashMap<>();
    private final Quota orders = Quota.of("orders of the account", QuotaScope.ACCOUNT, ORDERS_OF_ACCOUNT, PERIOD);
    private final RequestBudget budget;

    OkxBudget(Clock clock) {
        OkxRequests.limits()
                .forEach((bucket, limit) -> quotas.put(bucket, Quota.of(bucket, QuotaScope.INSTRUMENT, limit, PERIOD)));
        List<Quota> all = new ArrayList<>(quotas.values());
        all.add(orders);
        budget = new RequestBudget(clock, GUARD, all);
    }

    /** Takes what a request costs; how many nanoseconds to wait if it is not there. */
    long tryTake(io.ttquant.exchanges.request.Cost cost) {
        Urgency urgency = cost.isReducing() ? Urgency.RISK_REDUCING : Urgency.ORDINARY;
        // Even nothing of a blocked quota waits, so that it is named only where something is taken.
        return cost.orders() == 0
                ? budget.tryTake(urgency, endpoint(cost))
                : budget.tryTake(urgency, endpoint(cost), orders.cost(ACCOUNT, cost.orders()));
    }

    private Cost endpoint(io.ttquant.exchanges.request.Cost cost) {
        Quota quota = quotas.get(cost.bucket());
        if (quota == null) {
            throw new IllegalArgumentException("a request draws on " + cost.bucket() + ", which is no budget of okx");
        }
        return quota.cost(ACCOUNT, cost.scope(), cost.weight());
    }

    /** Keeps still after the venue said that a limit was met. */
    void learn(io.ttquant.exchanges.request.Cost cost, int status, Verdict verdict) {
        if (status == TOO_MANY || verdict.code().equals(ENDPOINT_LIMIT)) {
            budget.block(endpoint(cost), PERIOD);
        } else if (verdict.code().equals(ACCOUNT_LIMIT)) {
            budget.block(orders.cost(ACCOUNT, 0), PERIOD);
        }
    }
}
