package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.TradeColumns;
import io.ttquant.backtest.report.CandleSeries;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandleCollectorTest {
    private static final Instrument BTC = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.001")
            .build();

    @Test
    void trades_become_candles_of_a_second() {
        TradeColumns trades = TradeColumns.builder(BTC)
                .add(0, 100_00, 1000, AggressorSide.BUYER)
                .add(1, 102_00, 2000, AggressorSide.SELLER)
                .add(EpochNanos.SECOND - 1, 99_00, 500, AggressorSide.BUYER)
                .add(3 * EpochNanos.SECOND, 98_00, 500, AggressorSide.BUYER)
                .build();

        List<CandleSeries> all = CandleCollector.collect(List.of(trades));

        assertThat(all).hasSize(1);
        CandleSeries candles = all.get(0);
        assertThat(candles.openNanos()).containsExactly(0, 3 * EpochNanos.SECOND);
        assertThat(candles.open()).containsExactly(100, 98);
        assertThat(candles.high()).containsExactly(102, 98);
        assertThat(candles.low()).containsExactly(99, 98);
        assertThat(candles.close()).containsExactly(99, 98);
        assertThat(candles.volume()).containsExactly(3.5, 0.5);
    }

    @Test
    void too_many_candles_join_into_longer_ones() {
        CandleBuilder builder = CandleBuilder.ofTicks(BTC, 10);
        for (int i = 0; i < 100; i++) {
            builder.tick(i * EpochNanos.SECOND, 100 + i, 1);
        }

        CandleSeries candles = builder.build();

        assertThat(candles.intervalNanos()).isEqualTo(15 * EpochNanos.SECOND);
        assertThat(candles.size()).isEqualTo(7);
        assertThat(candles.open()[1]).isEqualTo(115);
        assertThat(candles.close()[1]).isEqualTo(129);
        assertThat(candles.volume()[1]).isEqualTo(15);
    }
}
