package io.ttquant.exchanges.emulator.exchange;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conditional order as its service works with it. */
final class ConditionalState {
    final long id;
    final AccountState account;
    final MarketState market;
    final List<Watch> watches = new ArrayList<>();
    private final long created;
    ConditionalRequest request;
    ConditionalStatus status = ConditionalStatus.WAITING;
    OrderReason reason = OrderReason.PLACED;
    int branch = -1;
    long orderId;
    long updated;

    @Nullable
    Refusal refusal;

    ConditionalState(long id, AccountState account, MarketState market, ConditionalRequest request, long now) {
        this.id = id;
        this.account = account;
        this.market = market;
        this.request = request;
        created = now;
        updated = now;
    }

    boolean isMeant(String symbol, OrderRef ref) {
        boolean isSame = ref.id() != 0
                ? id == ref.id()
                : ref.clientId() != null && ref.clientId().equals(request.clientId());
        return isSame && market.market.symbol().equals(symbol);
    }

    Conditional view() {
        return new Conditional(
                id,
                account.id(),
                request,
                status,
                branch,
                orderId,
                watches.isEmpty() ? null : watches.get(0).trailLevel(),
                refusal,
                reason,
                created,
                updated);
    }
}
