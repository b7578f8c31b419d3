package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.TradingStage;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stop of an entry is there though its fill is heard late, with the ages that hold where orders are real. */
class LateProtectionTest {
    static ScenarioVenue[] all() {
        return new ScenarioVenue[] {BinanceVenues.SPOT, BinanceVenues.USDM, OkxVenues.SPOT, OkxVenues.SWAP};
    }

    private static Scenario live(ScenarioVenue venue) {
        return Scenario.at(venue)
                .engine(builder -> builder.risk(RiskPolicy.NONE.withLiveDefaults()))
                .begin();
    }

    private static OrderGroup entry(Scenario s) {
        OrderGroup group = s.act(p -> {
            OrderBuilder stop = p.hands().sell(s.instrument()).stop("59000");
            return p.hands()
                    .oto(
                            p.hands().buy(s.instrument()).quantity("0.02").limit("59995"),
                            OtoTrigger.PARTIAL,
                            s.venue().isDerivative() ? stop.reduceOnly() : stop);
        });
        s.seconds(1);
        assertThat(group.order(0).status()).isEqualTo(OrderStatus.ACCEPTED);
        return group;
    }

    /** One stop, for all that is held. */
    private static void requireProtected(Scenario s, OrderGroup group) {
        List<Order> stops = stops(group);
        assertThat(stops).as("of %s", group.orders()).hasSize(1);
        assertThat(stops.get(0).status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(stops.get(0).rawLeaves())
                .isEqualTo(rawHeldInLots(s, stops.get(0).instrument()))
                .isPositive();
    }

    private static List<Order> stops(OrderGroup group) {
        return group.orders().stream()
                .filter(order -> order.parent() != null && order.isOpen())
                .toList();
    }

    private static long rawHeldInLots(Scenario s, Instrument instrument) {
        long held = s.engine().ledger().position("puppet", instrument).rawQuantity();
        return held / instrument.rawLot() * instrument.rawLot();
    }

    @ParameterizedTest
    @MethodSource("all")
    void ofAFillWhoseNewsComesSecondsLate(ScenarioVenue venue) {
        Scenario s = live(venue);
        OrderGroup group = entry(s);
        s.faults().frames(venue.orderNews(), new FrameFault.Delay(Duration.ofSeconds(4)), 1);
        s.trade(Side.SELL, "59995", "8");
        s.settle().agree();
        requireProtected(s, group);
    }

    @ParameterizedTest
    @MethodSource("all")
    void ofAFillWhoseNewsIsLost(ScenarioVenue venue) {
        Scenario s = live(venue);
        OrderGroup group = entry(s);
        s.faults().frames(venue.orderNews(), new FrameFault.Lose(), 1);
        s.trade(Side.SELL, "59995", "8");
        s.settle().agree();
        requireProtected(s, group);
    }

    @ParameterizedTest
    @MethodSource("all")
    void ofAFillWhileTheStreamIsDown(ScenarioVenue venue) {
        Scenario s = live(venue);
        OrderGroup group = entry(s);
        s.faults().cutSockets();
        s.trade(Side.SELL, "59995", "8");
        s.settle().agree();
        requireProtected(s, group);
    }

    /** What is heard of before orders may be sent is protected as soon as they may. */
    @ParameterizedTest
    @MethodSource("all")
    void ofAFillWhileTheStreamIsDownForMinutesAndTheAccountIsHalted(ScenarioVenue venue) {
        Scenario s = live(venue);
        OrderGroup group = entry(s);
        s.faults().refuseHandshakes(20);
        s.faults().cutSockets();
        s.trade(Side.SELL, "59995", "8");
        s.until("it is noticed", () -> !s.isTrading());
        s.life().turns.run(() -> s.engine().risk().hold("", TradingStage.HALTED, "a look", "the test"));
        s.seconds(60);
        s.settle().agree();
        requireProtected(s, group);
    }

    @ParameterizedTest
    @MethodSource("all")
    void butNotOnceTheKillSwitchIsTripped(ScenarioVenue venue) {
        Scenario s = live(venue);
        OrderGroup group = entry(s);
        s.faults().cutSockets();
        s.trade(Side.SELL, "59995", "8");
        s.life().turns.run(() -> s.engine().risk().trip("enough", "the test", false));
        s.settle().agree();
        assertThat(group.orders()).allMatch(Order::isClosed);
        assertThat(group.order(0).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
        assertThat(s.exchange().conditionals().open(Scenario.ACCOUNT)).isEmpty();
    }

    /** A part works already, and what the entry fills while nobody hears of it is protected too. */
    @ParameterizedTest
    @MethodSource("all")
    void ofAFurtherPartWhileTheStreamIsDown(ScenarioVenue venue) {
        Scenario s = live(venue);
        OrderGroup group = entry(s);
        s.trade(Side.SELL, "59995", "0.008").seconds(1);
        s.faults().cutSockets();
        s.trade(Side.SELL, "59995", "8");
        s.settle().agree();
        assertThat(group.order(0).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(stops(group).stream().mapToLong(Order::rawLeaves).sum())
                .isEqualTo(rawHeldInLots(s, group.order(0).instrument()));
    }
}
