package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DayZoneTest {
    private static final BarSpec HOUR = BarSpec.hours(1);

    /** Rests an order for the day that is never met. */
    private static final class Dreamer extends Strategy {
        private boolean isDone;

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBars(Walk.BTC.id(), HOUR);
        }

        @Override
        protected void onBar(Bar bar) {
            if (!isDone) {
                isDone = true;
                orders().buy(Walk.BTC.id())
                        .quantity("0.01")
                        .limit("0.01")
                        .goodForDay()
                        .submit();
            }
        }
    }

    private static BacktestResult run(String zone) {
        return Backtest.of(Walk.bars(Walk.BTC, HOUR, 60, 1).source())
                .cash("1000 USDT")
                .dayZone(ZoneId.of(zone))
                .strategy("dreamer", new Dreamer())
                .run();
    }

    private static long expiry(BacktestResult result) {
        Order order = result.orders().get(0);
        assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
        return order.expiryNanos();
    }

    @Test
    void endsTheDayAtMidnightThere() {
        long hour = 3_600 * EpochNanos.SECOND;
        long utc = expiry(run("UTC"));

        assertThat(utc % (24 * hour)).isZero();
        assertThat(Math.floorMod(expiry(run("+08:00")) - utc, 24 * hour)).isEqualTo(16 * hour);
    }

    @Test
    void isAmongTheAssumptions() {
        assertThat(Assumptions.of(run("Europe/Berlin")))
                .containsEntry("Days", "of DAY orders, end at midnight in Europe/Berlin");
        assertThat(Assumptions.of(Backtest.of(Walk.bars(Walk.BTC, HOUR, 3, 1).source())
                        .cash("1 USDT")
                        .strategy("dreamer", new Dreamer())
                        .run()))
                .containsEntry("Days", "of DAY orders, end at midnight in UTC");
    }
}
