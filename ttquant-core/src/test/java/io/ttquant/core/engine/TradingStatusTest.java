package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.InstrumentStatus;
import io.ttquant.api.market.MarkPrice;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a change of trading status does, and when a strategy hears of it, of funding and of mark prices. */
class TradingStatusTest {
    private static final long SECOND = 1_000_000_000L;

    private static final class Listener extends Strategy {
        private final List<String> heard = new ArrayList<>();

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeFunding(Lab.SWAP.id());
            ctx.subscribeMarkPrice(Lab.SWAP.id());
            ctx.subscribeStatus(Lab.SWAP.id());
        }

        @Override
        protected void onFunding(FundingRate f) {
            note("funding " + f.rate(), f.tsEvent(), f.tsInit());
        }

        @Override
        protected void onMarkPrice(MarkPrice m) {
            note("mark " + m.rawPrice(), m.tsEvent(), m.tsInit());
        }

        @Override
        protected void onStatus(InstrumentStatus s) {
            note("status " + s.status(), s.tsEvent(), s.tsInit());
        }

        private void note(String what, long tsEvent, long tsInit) {
            heard.add(what + " " + tsEvent / SECOND + " at " + tsInit / SECOND + " now "
                    + context().clock().nanos() / SECOND);
        }
    }

    private static Lab resting(SimulationConfig config) {
        Lab lab = Lab.of(Lab.SPOT, config, 1_000_00).start(0);
        lab.trade(1, 100, 1);
        return lab;
    }

    private static void status(Lab lab, long ts, TradingStatus status) {
        lab.sink.status(ts, ts, status);
    }

    @Test
    void fundingMarkPriceAndStatusReachStrategiesAfterTheFeedLatency() {
        Listener listener = new Listener();
        Lab lab = new Lab(
                Lab.SWAP,
                SimulationConfig.DEFAULT,
                b -> b.startBalance(Lab.USD, 1_000_00)
                        .strategy("listener", listener)
                        .feedLatency(Duration.ofSeconds(3)));
        lab.start(0);
        lab.sink.funding(SECOND, SECOND, new BigDecimal("0.001"), 8 * SECOND);
        lab.sink.markPrice(2 * SECOND, 2 * SECOND, 100);
        status(lab, 3 * SECOND, TradingStatus.HALTED);
        assertThat(listener.heard).isEmpty();
        lab.engine.advanceTo(10 * SECOND);

        assertThat(listener.heard)
                .containsExactly("funding 0.001 1 at 4 now 4", "mark 100 2 at 5 now 5", "status HALTED 3 at 6 now 6");
    }

    @Test
    void anOrderSentBeforeWeHearOfAHaltIsRejectedByTheExchangeAndOneSentAfterIsDenied() {
        Lab lab = new Lab(
                Lab.SPOT,
                SimulationConfig.DEFAULT,
                b -> b.startBalance(Lab.USD, 1_000_00).feedLatency(Duration.ofSeconds(3)));
        lab.start(0);
        status(lab, SECOND, TradingStatus.HALTED);
        Order unaware = lab.script.desk().buy(Lab.SPOT).lots(1).limit("50").submit();
        lab.engine.advanceTo(4 * SECOND);
        Order aware = lab.script.desk().buy(Lab.SPOT).lots(1).limit("50").submit();

        assertThat(unaware.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(aware.status()).isEqualTo(OrderStatus.DENIED);
    }

    @Test
    void theEndOfAListingCancelsWhatRestsAndWaits() {
        Lab lab = resting(SimulationConfig.DEFAULT);
        Order limit = lab.script.desk().buy(Lab.SPOT).lots(1).limit("50").submit();
        Order stop = lab.script.desk().buy(Lab.SPOT).lots(1).stop("150").submit();
        lab.engine.advanceTo(2);
        status(lab, 3, TradingStatus.DELISTED);

        assertThat(List.of(limit.status(), stop.status())).containsOnly(OrderStatus.CANCELED);
        assertThat(((OrderEvent.Canceled) lab.lastEvent()).message()).isEqualTo("sim:ABC is DELISTED at the exchange");
        assertThat(lab.free()).isEqualTo(lab.cash());
        lab.trade(4, 40, 100);
        assertThat(lab.fills()).isEmpty();
    }

    @Test
    void theEndOfAListingCancelsAnOrderThatWaitsForTheNextOpen() {
        Lab lab = Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1_000_00)
                .withBars(Lab.M1)
                .start(0);
        lab.bar(0, 100, 100, 100, 100);
        Order market = lab.script.desk().buy(Lab.SPOT).lots(1).market().submit();
        lab.engine.advanceTo(Lab.MINUTE + 1);
        status(lab, Lab.MINUTE + 2, TradingStatus.DELISTED);

        assertThat(market.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void aHaltKeepsOrdersWhichMayBeCancelledButNotAmended() {
        Lab lab = resting(SimulationConfig.DEFAULT);
        Order order = lab.script.desk().buy(Lab.SPOT).lots(2).limit("50").submit();
        lab.engine.advanceTo(2);
        status(lab, 3, TradingStatus.HALTED);
        lab.script.desk().amend(order, Amendment.ofQuantity(1));
        lab.trade(4, 100, 1);

        OrderEvent.UpdateRejected refused = (OrderEvent.UpdateRejected) lab.lastEvent();
        assertThat(refused.reason()).isEqualTo(RejectReason.INSTRUMENT_NOT_TRADING);
        assertThat(refused.message()).isEqualTo("sim:ABC is HALTED; wait for onStatus to say TRADING");
        assertThat(order.rawQuantity()).isEqualTo(2);
        lab.script.desk().cancel(order);
        lab.engine.advanceTo(5);
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void anAmendmentThatArrivesInAHaltIsRefusedByTheExchange() {
        SimulationConfig late =
                SimulationConfig.DEFAULT.withLatency(LatencyModel.constant(Duration.ofSeconds(1), Duration.ZERO));
        Lab lab = resting(late);
        Order order = lab.script.desk().buy(Lab.SPOT).lots(2).limit("50").submit();
        lab.engine.advanceTo(2 * SECOND);
        lab.script.desk().amend(order, Amendment.ofQuantity(1));
        status(lab, 2 * SECOND + 1, TradingStatus.HALTED);
        lab.engine.advanceTo(4 * SECOND);

        OrderEvent.UpdateRejected refused = (OrderEvent.UpdateRejected) lab.lastEvent();
        assertThat(refused.message()).isEqualTo("sim:ABC is HALTED at the exchange; wait until it trades");
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(order.rawQuantity()).isEqualTo(2);
    }
}
