package io.ttquant.exchanges.okx.session;

import io.ttquant.api.time.Clock;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.okx.OkxRequests;
import io.ttquant.exchanges.request.Cost;
import io.ttquant.exchanges.session.rest.Charges;
import io.ttquant.exchanges.transport.budget.Charge;
import io.ttquant.exchanges.transport.budget.Quota;
import io.ttquant.exchanges.transport.budget.QuotaScope;
import io.ttquant.exchanges.transport.budget.RequestBudget;
import java.time.Duration;
import java.util.Set;

/**
 * The limits of OKX: each endpoint has its own in two seconds, by address where it is public, else by account, for orders by instrument, and all new
 * orders and amendments of an account together have another. The venue sends no headers that tell, so that we count. Cancels draw on their own quotas.
 */
final class OkxBudget {
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final long ORDERS_OF_ACCOUNT = 1_000;
    private static final int TOO_MANY = 429;
    private static final String ENDPOINT_LIMIT = "50011";
    private static final String ACCOUNT_LIMIT = "50061";
    private static final Set<String> BY_INSTRUMENT = Set.of(
            "PLACE",
            "PLACE_BATCH",
            "AMEND",
            "AMEND_BATCH",
            "CANCEL",
            "CANCEL_BATCH",
            "PLACE_ALGO",
            "AMEND_ALGO",
            "CANCEL_ALGOS");

    private final Quota orders = Quota.of("orders of the account", QuotaScope.ACCOUNT, ORDERS_OF_ACCOUNT, PERIOD);
    private final Charges charges;
    private final RequestBudget budget;

    /**
     * The limits of a session.
     *
     * @param host where its requests go
     * @param account a name for the account, never a key
     */
    OkxBudget(OkxBudgets shared, String host, String account, Clock clock) {
        charges = new Charges(account).orders(orders);
        Set<String> open = OkxRequests.publicBuckets();
        OkxRequests.limits().forEach((bucket, limit) -> {
            QuotaScope whole = open.contains(bucket) ? QuotaScope.IP : QuotaScope.ACCOUNT;
            QuotaScope scope = BY_INSTRUMENT.contains(bucket) ? QuotaScope.INSTRUMENT : whole;
            charges.bucket(bucket, Quota.of(bucket, scope, limit, PERIOD));
        });
        budget = shared.of(host, clock, charges.quotas());
    }

    Charges charges() {
        return charges;
    }

    RequestBudget budget() {
        return budget;
    }

    /** Keeps still after the venue said that a limit was met. */
    void learn(Cost cost, int status, Verdict verdict) {
        boolean isOfAccount = verdict.code().equals(ACCOUNT_LIMIT);
        if (status != TOO_MANY && !verdict.code().equals(ENDPOINT_LIMIT) && !isOfAccount) {
            return;
        }
        for (Charge charge : charges.of(cost)) {
            if (isOfAccount == charge.quota().equals(orders)) {
                budget.block(charge, PERIOD);
            }
        }
    }
}
