package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.exchanges.emulator.exchange.Position;
import io.ttquant.exchanges.emulator.exchange.Side;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kill switch is tripped, to close all positions, while no news of the account come. */
class BlindFlattenTest {
    private static final int FOR_GOOD = 1_000_000;

    static ScenarioVenue[] derivatives() {
        return new ScenarioVenue[] {OkxVenues.SWAP, BinanceVenues.USDM};
    }

    static ScenarioVenue[] spot() {
        return new ScenarioVenue[] {OkxVenues.SPOT, BinanceVenues.SPOT};
    }

    /** Cuts all streams, and lets none up again. */
    private static void blind(Scenario s) {
        s.faults().refuseHandshakes(FOR_GOOD);
        s.faults().cutSockets();
        s.until("it is noticed", () -> !s.isTrading());
    }

    private static void flatten(Scenario s) {
        s.life().turns.run(() -> s.engine().risk().trip("the stream is gone", "the test", true));
    }

    private static boolean isFlat(Scenario s) {
        return s.exchange().accounts().positions(Scenario.ACCOUNT).stream()
                .map(Position::quantity)
                .allMatch(quantity -> quantity.signum() == 0);
    }

    @ParameterizedTest
    @MethodSource("derivatives")
    void positionsInDerivativesAreClosedAtTheExchangeBeforeTheStreamIsBack(ScenarioVenue venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.05");
        Order rests = s.buy("0.01", "58000");
        s.seconds(1);
        assertThat(isFlat(s)).isFalse();
        blind(s);
        flatten(s);
        s.until("it is closed at the exchange", () -> isFlat(s));
        assertThat(s.isTrading()).as("the stream is down still").isFalse();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
        s.seconds(60);
        assertThat(s.isTrading()).isFalse();
        assertThat(isFlat(s)).as("and is not opened on the other side").isTrue();
        s.calm().agree();
        assertThat(s.isTrading()).isTrue();
        assertThat(s.engine().ledger().netPosition(s.instrument()).rawQuantity())
                .isZero();
        assertThat(rests.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @ParameterizedTest
    @MethodSource("derivatives")
    void bothSidesAreClosedInHedgeMode(ScenarioVenue venue) {
        Scenario s = Scenario.at(venue).hedging().begin();
        s.order(p -> p.hands().buy(s.instrument()).quantity("0.05").market().positionSide(PositionSide.LONG));
        s.order(p -> p.hands().sell(s.instrument()).quantity("0.02").market().positionSide(PositionSide.SHORT));
        s.seconds(1);
        blind(s);
        flatten(s);
        s.until("both are closed at the exchange", () -> isFlat(s));
        assertThat(s.isTrading()).isFalse();
        s.calm().agree();
    }

    /** What was filled unheard is closed too, and no more than there is. */
    @ParameterizedTest
    @MethodSource("derivatives")
    void aFillThatWasNotHeardOfIsClosedOnceTheStreamIsBack(ScenarioVenue venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.05");
        s.buy("0.03", "59995");
        s.seconds(1);
        s.faults().refuseHandshakes(FOR_GOOD);
        s.faults().cutSockets();
        s.trade(Side.SELL, "59995", "0.03");
        s.until("it is noticed", () -> !s.isTrading());
        flatten(s);
        s.seconds(30);
        s.calm().agree();
        assertThat(isFlat(s)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("spot")
    void whatIsHeldOnSpotWaitsForTheStream(ScenarioVenue venue) {
        Scenario s = Scenario.at(venue).mayDeny().begin();
        s.buy("0.05");
        s.seconds(1);
        BigDecimal held =
                s.exchange().accounts().balance(Scenario.ACCOUNT, "BTC").total();
        blind(s);
        flatten(s);
        s.seconds(60);
        assertThat(s.exchange().accounts().balance(Scenario.ACCOUNT, "BTC").total())
                .isEqualByComparingTo(held);
        s.calm().agree();
        assertThat(s.exchange().accounts().balance(Scenario.ACCOUNT, "BTC").total())
                .isLessThan(held);
    }
}
