package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.backtest.data.TradeColumns;
import org.junit.jupiter.api.Test;

class EventDigestTest {
    private static final Instrument BTC = Instrument.spot("binance:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .build();

    @Test
    void equalRunsHaveEqualFingerprints() {
        assertThat(run("a", 5_000, 3_000_000))
                .isEqualTo(run("a", 5_000, 3_000_000))
                .hasSize(64);
    }

    @Test
    void theSmallestDifferenceChangesTheFingerprint() {
        String fingerprint = run("a", 5_000, 3_000_000);

        assertThat(run("a", 5_001, 3_000_000)).isNotEqualTo(fingerprint);
        assertThat(run("a", 5_000, 3_000_001)).isNotEqualTo(fingerprint);
        assertThat(run("b", 5_000, 3_000_000)).isNotEqualTo(fingerprint);
    }

    @Test
    void longNamesAndManyOrdersDoNotOverrunTheBuffer() {
        assertThat(run("n".repeat(20_000), 5_000, 3_000_000)).hasSize(64);
    }

    private static String run(String name, long rawQuantity, long rawPrice) {
        TradeColumns.Builder trades = TradeColumns.builder(BTC);
        for (int i = 0; i < 2_000; i++) {
            trades.add(1_000_000_000L * i, rawPrice + i % 7, 100_000, AggressorSide.BUYER);
        }
        return Backtest.of(trades.build())
                .cash("1000000 USDT")
                .strategy(name, new InAndOut(rawQuantity))
                .run()
                .fingerprint();
    }

    private static final class InAndOut extends Strategy {
        private final long rawQuantity;
        private boolean isIn;

        InAndOut(long rawQuantity) {
            this.rawQuantity = rawQuantity;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeTrades(BTC.id());
        }

        @Override
        protected void onTrade(Trade trade) {
            orders().submit(OrderRequest.market(BTC, isIn ? Side.SELL : Side.BUY, rawQuantity));
            isIn = !isIn;
        }
    }
}
