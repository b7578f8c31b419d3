package io.ttquant.core.config;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.strategy.Alias;
import io.ttquant.api.strategy.Default;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import java.math.BigDecimal;
import java.util.Optional;

/** Strategies that do nothing, for files that name them. */
final class TestStrategies {
    private TestStrategies() {}

    static StrategyCatalogue catalogue() {
        return StrategyCatalogue.of(
                StrategyType.of("buy", Buy.Params.class, Buy::new).withAliases("purchase"));
    }

    static final class Buy extends Strategy {
        record Params(
                @Alias("symbol") InstrumentId instrument,
                Optional<InstrumentId> hedge,
                @Alias("order_amount_usdt") @Default("100") BigDecimal orderValue) {
            Params {
                if (orderValue.signum() <= 0) {
                    throw new IllegalArgumentException("order_value " + orderValue + " must be above zero");
                }
            }
        }

        final Params params;

        Buy(Params params) {
            this.params = params;
        }

        @Override
        protected void onStart(StrategyContext ctx) {}
    }

    static final class Bare extends Strategy {
        @Override
        protected void onStart(StrategyContext ctx) {}
    }

    static final class Unmade extends Strategy {
        record Params() {}

        @Override
        protected void onStart(StrategyContext ctx) {}
    }
}
