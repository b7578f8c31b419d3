package io.ttquant.examples.bench;

import io.ttquant.api.market.Instrument;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.time.Duration;

/** Every rule on orders, for the account and for each strategy, so wide that none refuses. */
final class AllRules {
    private AllRules() {}

    static RiskPolicy of(Instrument instrument) {
        RiskLimits limits = RiskLimits.builder()
                .priceCollar("0.5")
                .maxPriceAge(Duration.ofDays(1))
                .maxOrderAge(Duration.ofDays(1))
                .minPrice("0.01")
                .maxPrice("10000000")
                .maxOrdersPerSecond(1_000)
                .maxOrdersPerMinute(10_000)
                .maxMessagesPerSecond(1_000)
                .maxMessagesPerMinute(10_000)
                .cancelReserve(100)
                .maxOrderQuantity(instrument.id(), "1000000")
                .maxOrderValue("1000000000")
                .maxPosition(instrument.id(), "1000000")
                .maxPositionValue("1000000000")
                .maxExposure("1000000000")
                .maxPositions(10)
                .maxOpenOrders(1_000)
                .maxOpenOrdersPerInstrument(1_000)
                .build();
        return RiskPolicy.ofAccount(limits).withEachStrategy(limits);
    }
}
