package io.ttquant.exchanges.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A paper order is refused where the venue would refuse it. */
class PaperRefusalsTest {
    private static final Instrument BTC = Instrument.spot("binance:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .minNotional("5")
            .maxQuantity(new BigDecimal("100"))
            .priceBand(5, 5)
            .build();

    private final Trader trader = new Trader();
    private final Engine engine = Engine.builder()
            .instrument(BTC)
            .startBalance(BTC.quote(), 100_000_000_000_000L)
            .strategy("s", trader)
            .simulate(SimulationConfig.DEFAULT
                    .withFees(PaperFees.of("binance"))
                    .withLatency(LatencyModel.constant(Duration.ofMillis(50), Duration.ofMillis(50))))
            .build();
    private final InstrumentSink market = engine.instrument(BTC.id());

    private static final class Trader extends Strategy {
        final List<OrderEvent> events = new ArrayList<>();

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeQuotes(BTC.id());
        }

        @Override
        protected void onOrder(OrderEvent event) {
            events.add(event);
        }

        OrderBuilder buy() {
            return orders().buy(BTC.id());
        }
    }

    private RejectReason refusal(UnaryOperator<OrderBuilder> more) {
        if (trader.events.isEmpty() && engine.isHistory()) {
            engine.start(0);
            market.quote(1, 1, 5_999_900, 100_000, 6_000_000, 100_000);
        }
        more.apply(trader.buy()).submit();
        // What a strategy does is settled with the event in which it does it.
        market.quote(engine.clock().nanos() + 200_000_000, 1, 5_999_900, 100_000, 6_000_000, 100_000);
        OrderEvent last = trader.events.get(trader.events.size() - 1);
        if (last instanceof OrderEvent.Denied denied) {
            return denied.reason();
        }
        assertThat(last).isInstanceOf(OrderEvent.Rejected.class);
        return ((OrderEvent.Rejected) last).reason();
    }

    @Test
    void anOrderBelowTheSmallestValueIsRefused() {
        assertThat(refusal(order -> order.quantity("0.00008").limit("60000")))
                .isEqualTo(RejectReason.NOTIONAL_BELOW_MINIMUM);
        assertThat(refusal(order -> order.quantity("0.00008").market())).isEqualTo(RejectReason.NOTIONAL_BELOW_MINIMUM);
    }

    @Test
    void aPriceOutsideTheBandIsRefused() {
        assertThat(refusal(order -> order.quantity("0.01").limit("63500"))).isEqualTo(RejectReason.PRICE_OUT_OF_RANGE);
        assertThat(refusal(order -> order.quantity("0.01").limit("56000"))).isEqualTo(RejectReason.PRICE_OUT_OF_RANGE);
    }

    @Test
    void aQuantityAboveTheLargestIsRefused() {
        assertThat(refusal(order -> order.quantity("101").limit("60000")))
                .isEqualTo(RejectReason.QUANTITY_ABOVE_MAXIMUM);
    }

    @Test
    void aQuantityThatRoundsToNothingIsRefused() {
        assertThat(refusal(order -> order.quantity("0.000009").limit("60000"))).isEqualTo(RejectReason.QUANTITY_ZERO);
    }

    @Test
    void whileMarketDataDoNotComeNothingThatAddsRiskIsTaken() {
        refusal(order -> order.quantity("101").limit("60000"));
        engine.strategies().marketData(BTC.id(), Capability.QUOTES, false);
        assertThat(refusal(order -> order.quantity("0.01").limit("60000"))).isEqualTo(RejectReason.STALE_PRICE);
        engine.strategies().marketData(BTC.id(), Capability.QUOTES, true);
        trader.buy().quantity("0.01").limit("60000").submit();
        market.quote(engine.clock().nanos() + 200_000_000, 1, 5_999_900, 100_000, 6_000_000, 100_000);
        assertThat(trader.events.get(trader.events.size() - 1)).isInstanceOf(OrderEvent.Filled.class);
    }

    @Test
    void pricesAndQuantitiesBetweenStepsAreRoundedToTheSafeSide() {
        refusal(order -> order.quantity("101").limit("60000"));
        Order order = trader.buy().quantity("0.0100099").limit("59000.019").submit();
        assertThat(order.rawQuantity()).isEqualTo(1_000);
        assertThat(order.rawPrice()).isEqualTo(5_900_001);
    }

    @Test
    void noTwoOrdersHaveOneClientId() {
        refusal(order -> order.quantity("101").limit("60000"));
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            Order order = trader.buy().quantity("0.001").limit("59000").submit();
            assertThat(ids.add(order.clientId())).isTrue();
            assertThat(order.clientId()).matches("[A-Za-z0-9]{1,32}");
        }
    }

    @Test
    void feesAreThoseOfTheVenuesLowestTier() {
        // 60000.00 times 0.1 BTC is 6000 USDT: 0.1 percent are 0.0001 BTC of a buy, 6 USDT of a sale.
        FeeModel binance = PaperFees.of("binance");
        assertThat(binance.rawFee(BTC, Side.BUY, LiquiditySide.TAKER, 6_000_000, 10_000))
                .isEqualTo(10_000);
        assertThat(binance.currency(BTC, Side.BUY)).isEqualTo(BTC.base());
        assertThat(binance.rawFee(BTC, Side.SELL, LiquiditySide.MAKER, 6_000_000, 10_000))
                .isEqualTo(600_000_000);
        FeeModel okx = PaperFees.of("okx");
        assertThat(okx.rawFee(BTC, Side.SELL, LiquiditySide.MAKER, 6_000_000, 10_000))
                .isEqualTo(480_000_000);
        Instrument swap = Instrument.perpetual(BTC.id(), BTC.base(), BTC.quote())
                .tick("0.01")
                .lot("0.00001")
                .build();
        assertThat(okx.rawFee(swap, Side.BUY, LiquiditySide.TAKER, 6_000_000, 10_000))
                .isEqualTo(300_000_000);
        assertThat(PaperFees.of("binance-usdm").rawFee(swap, Side.BUY, LiquiditySide.MAKER, 6_000_000, 10_000))
                .isEqualTo(120_000_000);
    }

    @Test
    void aPaperSessionSendsNothing() {
        PaperSession session = new PaperSession(new NoSession());
        assertThatThrownBy(session::execution).hasMessageContaining("a paper session sends no orders");
    }
}
