package io.ttquant.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.time.EpochNanos;
import org.junit.jupiter.api.Test;

class OrderRulesTest {
    private static final Instrument BTC = Instrument.spot("x:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.001")
            .build();

    @Test
    void aPriceThatTheTypeDoesNotHaveIsRefusedAndNotIgnored() {
        assertThat(check(OrderType.MARKET, 0, 2_900_000))
                .isEqualTo(combination("MARKET GTC: it has a trigger price 29000.00, which only stop orders have; use "
                        + "STOP_MARKET or STOP_LIMIT, or leave it 0"));
        assertThat(check(OrderType.LIMIT, 3_000_000, -1))
                .isEqualTo(combination("LIMIT GTC: it has a trigger price -0.01, which only stop orders have; use "
                        + "STOP_MARKET or STOP_LIMIT, or leave it 0"));
        assertThat(check(OrderType.STOP_MARKET, 3_000_000, 2_900_000))
                .isEqualTo(
                        combination("STOP_MARKET GTC: it has a limit price 30000.00, which only limit orders have; use "
                                + "LIMIT or STOP_LIMIT, or leave it 0"));
    }

    @Test
    void thePricesOfItsTypePass() {
        assertThat(check(OrderType.MARKET, 0, 0)).isNull();
        assertThat(check(OrderType.LIMIT, 3_000_000, 0)).isNull();
        assertThat(check(OrderType.STOP_MARKET, 0, 2_900_000)).isNull();
        assertThat(check(OrderType.STOP_LIMIT, 3_000_000, 2_900_000)).isNull();
    }

    private static Refusal combination(String message) {
        return new Refusal(RejectReason.UNSUPPORTED_COMBINATION, message);
    }

    private static Refusal check(OrderType type, long rawPrice, long rawTrigger) {
        OrderRequest request = new OrderRequest(
                BTC, Side.SELL, type, 1_000, rawPrice, rawTrigger, TimeInForce.GTC, EpochNanos.NEVER, false, false, "");
        return OrderRules.check(request, 2_950_000, 0);
    }
}
