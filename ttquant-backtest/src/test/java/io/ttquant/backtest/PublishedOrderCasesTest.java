package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.Side;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Result F: market, limit, stop and stop-limit orders on ORCL 2000, as basana publishes them. All cases come out under our default assumptions; the fee
 * is that broker's own, a quarter of a percent rounded up to the cent.
 *
 * <p>One case is sent a bar later than published. The stop of 59.50 of 2000-01-19 lies below the close before, 111.25, from before the share was split
 * in two. An order whose trigger is passed triggers on arrival here, since a venue knows its last price; the published engine knows none until the next bar.
 */
class PublishedOrderCasesTest {
    @Test
    void marketLimitStopAndStopLimitOrdersFillAsPublished() {
        int cases = 0;
        for (JsonNode plan : Published.json("basana_orcl_orders.json").get("plans")) {
            BarColumns bars = DailyBars.read("bars/equities-fx/ORCL-1d-2000.csv", "us:ORCL", "ORCL", "USD");
            Plan strategy = new Plan(bars, plan.get("orders"));
            Backtest.of(bars.source())
                    .cash("1000000 USD")
                    .simulation(SimulationConfig.DEFAULT.withFees(new CentFees()))
                    .strategy("plan", strategy)
                    .run();
            for (int i = 0; i < plan.get("orders").size(); i++) {
                JsonNode row = plan.get("orders").get(i);
                assertThat(strategy.fills.getOrDefault(strategy.sent.get(i), List.of()))
                        .as("%s placed at %s", row.get("order"), row.get("placed_at"))
                        .isEqualTo(published(row.get("expected_fills")));
                cases++;
            }
        }
        assertThat(cases).isEqualTo(14);
    }

    private static String line(String day, Fill fill) {
        long rawValue = fill.instrument().rawNotional(fill.rawPrice(), fill.rawSignedQuantity());
        return day + " " + fill.rawSignedQuantity() + " for "
                + cents(FixedPoint.toDecimal(
                        -rawValue, fill.instrument().quote().scale())) + ", fee "
                + cents(FixedPoint.toDecimal(-fill.rawFee(), fill.feeCurrency().scale()));
    }

    private static List<String> published(JsonNode fills) {
        List<String> lines = new ArrayList<>();
        for (JsonNode fill : fills) {
            JsonNode balance = fill.get("balance_updates");
            lines.add(fill.get("when").asText().substring(0, 10) + " "
                    + balance.get("ORCL").asText() + " for "
                    + cents(new BigDecimal(balance.get("USD").asText())) + ", fee "
                    + cents(new BigDecimal(fill.get("fees").get("USD").asText())));
        }
        return lines;
    }

    private static String cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    /** A quarter of a percent, rounded up to the cent: every order of these cases is filled at once, so that its total is that of its one fill. */
    private static final class CentFees implements FeeModel {
        @Override
        public long rawFee(Instrument instrument, Side side, LiquiditySide liquidity, long rawPrice, long rawQuantity) {
            int scale = instrument.quote().scale();
            BigDecimal value = FixedPoint.toDecimal(instrument.rawNotional(rawPrice, rawQuantity), scale);
            BigDecimal fee = value.multiply(new BigDecimal("0.0025")).setScale(2, RoundingMode.UP);
            return FixedPoint.toRaw(fee, scale);
        }

        @Override
        public String describe() {
            return "0.25% of a fill's value, rounded up to the cent";
        }
    }

    /** Sends each order of a plan at the close that begins its day. */
    private static final class Plan extends Published.Script {
        private final JsonNode rows;
        private final BarColumns bars;
        private final List<Order> sent = new ArrayList<>();
        private final Map<Order, List<String>> fills = new HashMap<>();
        private int seen;

        Plan(BarColumns bars, JsonNode rows) {
            super(bars.instrument());
            this.bars = bars;
            this.rows = rows;
        }

        @Override
        void after(int bar, Bar b) {
            seen = bar;
            for (JsonNode row : rows) {
                String placed = row.get("placed_at").asText();
                boolean isOfTheSplit = placed.equals("2000-01-19");
                if (Published.nanos(isOfTheSplit ? "2000-01-20" : placed) == b.tsEvent()) {
                    sent.add(send(
                            row.at("/order/type").asText(), row.get("order").get("args")));
                }
            }
        }

        /** A fill, at the open or later, belongs to the bar after the last one seen. */
        @Override
        void filled(Fill fill) {
            String day = EpochNanos.format(bars.tsOpen(seen + 1)).substring(0, 10);
            fills.computeIfAbsent(fill.order(), o -> new ArrayList<>()).add(line(day, fill));
        }

        private Order send(String type, JsonNode args) {
            int quantity = new BigDecimal(args.get(2).asText()).intValueExact();
            OrderBuilder order = args.get(0).asText().equals("buy") ? buy(quantity) : sell(quantity);
            return switch (type) {
                case "market" -> order.submit();
                case "limit" -> order.limit(args.get(3).asText()).submit();
                case "stop" -> order.stop(args.get(3).asText()).submit();
                case "stop_limit" ->
                    order.stop(args.get(3).asText()).limit(args.get(4).asText()).submit();
                default -> throw new IllegalArgumentException(type);
            };
        }
    }
}
