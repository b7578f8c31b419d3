package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.indicator.Cross;
import io.ttquant.api.indicator.Sma;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Side;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.MarginTerms;
import io.ttquant.core.matching.FixedFees;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Result B: one unit, long only, in when the close crosses above SMA(15) and out when it crosses below, as backtrader publishes it. */
class PublishedCrossOrdersTest {
    @Test
    void makesThePublishedOrdersCashAndValueInStockStyle() {
        JsonNode published = Published.json("backtrader_sma15_orders.json");
        BarColumns bars = DailyBars.read("bars/equities-fx/backtrader-2006-day-001.txt", "eu:STOXX", "STOXX", "EUR");
        CloseCross cross = new CloseCross(bars.instrument());

        BacktestResult result = Backtest.of(bars.source())
                .cash("10000 EUR")
                .strategy("sma", cross)
                .run();

        assertOrders(published, cross, result);
        assertThat(result.finalEquity())
                .isEqualTo(published.at("/stock_like/final_value").asDouble());
        assertThat(result.balances().stream()
                        .filter(b -> b.currency().code().equals("EUR"))
                        .findFirst()
                        .orElseThrow()
                        .total())
                .isEqualTo(published.at("/stock_like/final_cash").asDouble());
    }

    /** The published final cash of 11,795 is the value less a margin of 1,000 for the open contract: the free margin. */
    @Test
    void makesThePublishedValueAndCashInFuturesStyle() {
        JsonNode published = Published.json("backtrader_sma15_orders.json");
        BarColumns stock = DailyBars.read("bars/equities-fx/backtrader-2006-day-001.txt", "eu:STOXX", "STOXX", "EUR");
        Instrument future = Instrument.perpetual(
                        InstrumentId.parse("eu:STOXXF"), Currency.of("STOXX", 0), Currency.of("EUR"))
                .tick("0.01")
                .lot("1")
                .multiplier(BigDecimal.TEN)
                .build();
        CloseCross cross = new CloseCross(future);

        BacktestResult result = Backtest.of(
                        Published.first(stock, stock.size(), future).source())
                .cash("10000 EUR")
                .account(AccountConfig.DEFAULT.withTerms(
                        MarginTerms.DEFAULT.withFixedMargins(new BigDecimal("1000"), new BigDecimal("1000"))))
                .simulation(SimulationConfig.DEFAULT.withFees(
                        new FixedFees(BigDecimal.ZERO, new BigDecimal("2.0"), BigDecimal.ZERO)))
                .strategy("sma", cross)
                .run();

        assertOrders(published, cross, result);
        assertThat(result.finalEquity())
                .isEqualTo(published.at("/futures_like/final_value").asDouble());
        assertThat(result.margins())
                .singleElement()
                .satisfies(use -> assertThat(use.free().doubleValue())
                        .isEqualTo(published.at("/futures_like/final_cash").asDouble()));
    }

    private static void assertOrders(JsonNode published, CloseCross cross, BacktestResult result) {
        assertThat(cross.buySignals).isEqualTo(texts(published.get("buy_signal_close")));
        assertThat(cross.sellSignals).isEqualTo(texts(published.get("sell_signal_close")));
        assertThat(prices(result, Side.BUY)).hasSize(12).isEqualTo(texts(published.get("buy_fill")));
        assertThat(prices(result, Side.SELL)).hasSize(11).isEqualTo(texts(published.get("sell_fill")));
    }

    private static List<String> prices(BacktestResult result, Side side) {
        return result.fills().stream()
                .filter(fill -> fill.side() == side)
                .map(fill -> fill.instrument().formatPrice(fill.rawPrice()))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static final class CloseCross extends Published.Script {
        private final Sma average = Sma.of(15);
        private final Cross cross = Cross.of();
        private final List<String> buySignals = new ArrayList<>();
        private final List<String> sellSignals = new ArrayList<>();
        private boolean isWaiting;

        CloseCross(Instrument instrument) {
            super(instrument);
        }

        @Override
        void after(int bar, Bar b) {
            Cross.Direction direction = cross.update(b.close(), average.update(b.close()));
            if (isWaiting) {
                return;
            }
            String close = b.instrument().formatPrice(b.rawClose());
            if (isFlat() && direction == Cross.Direction.UP) {
                buySignals.add(close);
                isWaiting = true;
                buy(1).submit();
            } else if (!isFlat() && direction == Cross.Direction.DOWN) {
                sellSignals.add(close);
                isWaiting = true;
                sell(1).submit();
            }
        }

        @Override
        void filled(Fill fill) {
            isWaiting = false;
        }
    }
}
