package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.api.order.RejectReason;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import io.ttquant.exchanges.emulator.server.Call;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exits of entries that fill in several parts: what is held has its stop, whether the exchange lets stops grow or not. */
class BracketPartsScenarioTest {
    private static final BinanceVenues USDM = BinanceVenues.USDM;

    private static OrderGroup bracket(Scenario s) {
        OrderGroup group = s.act(p -> p.hands()
                .bracket(
                        p.hands().buy(s.instrument()).quantity("0.05").limit("59995"),
                        p.hands().sell(s.instrument()).limit("60400"),
                        p.hands().sell(s.instrument()).stop("59950")));
        s.seconds(1);
        return group;
    }

    /** A bracket whose entry has filled 0.02 and then 0.03. */
    private static OrderGroup inTwoParts(Scenario s) {
        OrderGroup group = bracket(s);
        s.trade(Side.SELL, "59995", "0.02").seconds(2);
        s.trade(Side.SELL, "59995", "0.03").seconds(2);
        return group;
    }

    private static long held(Scenario s) {
        InstrumentId id = s.instrument();
        return s.engine().ledger().netPosition(id).rawQuantity();
    }

    private static List<Order> open(OrderGroup group, boolean isStop) {
        return group.orders().stream()
                .skip(1)
                .filter(order -> order.isOpen() && order.type().hasTrigger() == isStop)
                .toList();
    }

    private static long left(OrderGroup group, boolean isStop) {
        return open(group, isStop).stream().mapToLong(Order::rawLeaves).sum();
    }

    private static void requireProtected(Scenario s, OrderGroup group) {
        assertThat(held(s)).isPositive();
        assertThat(left(group, true)).as("stops").isEqualTo(held(s));
        assertThat(left(group, false)).as("targets").isEqualTo(held(s));
    }

    private static void fall(Scenario s) {
        s.trade(Side.SELL, "59900", "8").seconds(3);
    }

    @Row({"A23", "A22"})
    @Test
    void eachPartOfTheEntryHasAStopWhereStopsDoNotGrow() {
        Scenario s = Scenario.at(USDM).begin();
        OrderGroup group = inTwoParts(s);
        s.settle().agree();
        requireProtected(s, group);
        assertThat(open(group, true)).hasSize(2);
        assertThat(s.exchange().conditionals().open(Scenario.ACCOUNT)).hasSize(2);
        assertThat(s.puppet().events).noneMatch(OrderEvent.UpdateRejected.class::isInstance);
    }

    @Row({"A23", "A22"})
    @Test
    void theStopGrowsWithTheEntryWhereStopsGrow() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        OrderGroup group = inTwoParts(s);
        s.settle().agree();
        requireProtected(s, group);
        assertThat(group.orders()).hasSize(3);
        assertThat(s.exchange().conditionals().open(Scenario.ACCOUNT)).hasSize(1);
    }

    @Row({"A23", "A27"})
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void allPartsAreStoppedAndNothingIsLeft(boolean isOkx) {
        Scenario s = Scenario.at(isOkx ? OkxVenues.SWAP : USDM).begin();
        OrderGroup group = inTwoParts(s);
        fall(s);
        s.settle().agree();
        assertThat(held(s)).isZero();
        assertThat(group.isClosed()).isTrue();
        assertThat(s.exchange().conditionals().open(Scenario.ACCOUNT)).isEmpty();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
    }

    private static List<OrderEvent.Rejected> passed(Scenario s) {
        return s.puppet().events.stream()
                .filter(OrderEvent.Rejected.class::isInstance)
                .map(OrderEvent.Rejected.class::cast)
                .filter(event -> event.reason() == RejectReason.TRIGGER_ALREADY_PASSED)
                .toList();
    }

    @Row({"A23", "A24"})
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStopThatIsRefusedBecauseItsTriggerIsPassedIsLeftAtTheMarket(boolean isOkx) {
        Scenario s = Scenario.at(isOkx ? OkxVenues.SWAP : USDM).begin();
        OrderGroup group = bracket(s);
        fall(s);
        s.settle().agree();
        assertThat(passed(s)).hasSize(1);
        assertThat(held(s)).isZero();
        assertThat(group.order(0).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(group.order(3).type()).isEqualTo(OrderType.MARKET);
        assertThat(group.order(3).rawFilled()).isEqualTo(group.order(0).rawFilled());
        assertThat(group.isClosed()).isTrue();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
    }

    @Row({"A23", "A24", "A1"})
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anExitInThePlaceOfARefusedStopIsThereOnceThoughItsAnswerIsLost(boolean isOkx) {
        ScenarioVenue venue = isOkx ? OkxVenues.SWAP : USDM;
        Scenario s = Scenario.at(venue).begin();
        OrderGroup group = bracket(s);
        s.faults().requests(call -> venue.isCreate(call) && isMarket(call), new RequestFault.LoseAnswer(), 1);
        fall(s);
        s.settle().agree();
        assertThat(held(s)).isZero();
        assertThat(group.orders()).hasSize(4);
    }

    private static boolean isMarket(Call call) {
        String text = call.query() + call.text();
        return text.contains("type=MARKET") || text.contains("\"ordType\":\"market\"");
    }

    @Row({"A23", "A1"})
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStopOfUnknownOutcomeIsNotLeftBesideThatItExecutes(boolean isOkx) {
        Scenario s = Scenario.at(isOkx ? OkxVenues.SWAP : USDM).begin();
        OrderGroup group = bracket(s);
        s.faults().requests(s.venue()::isCreate, new RequestFault.LoseAnswer(), 2);
        s.trade(Side.SELL, "59995", "0.05").seconds(1);
        fall(s);
        s.settle().agree();
        assertThat(held(s)).isZero();
        assertThat(group.orders()).hasSize(3);
        assertThat(group.order(2).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Row("A23")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTargetThatFillsInPartLeavesStopsForTheRest(boolean isOkx) {
        Scenario s = Scenario.at(isOkx ? OkxVenues.SWAP : USDM).begin();
        OrderGroup group = s.act(p -> p.hands()
                .bracket(
                        p.hands().buy(s.instrument()).quantity("0.05").limit("59995"),
                        p.hands().sell(s.instrument()).limit("60005"),
                        p.hands().sell(s.instrument()).stop("59000")));
        s.seconds(1).trade(Side.SELL, "59995", "0.02").seconds(2);
        s.trade(Side.SELL, "59995", "0.03").seconds(2);
        s.trade(Side.BUY, "60005", "0.01").seconds(3);
        requireProtected(s, group);
        s.settle().agree();
        requireProtected(s, group);
    }

    @Row({"A23", "A1"})
    @Test
    void aFurtherStopWhoseAnswerIsLostIsThereOnce() {
        Scenario s = Scenario.at(USDM).begin();
        OrderGroup group = bracket(s);
        s.trade(Side.SELL, "59995", "0.02").seconds(2);
        s.faults().requests(USDM::isCreate, new RequestFault.LoseAnswer(), 2);
        s.trade(Side.SELL, "59995", "0.03").seconds(2);
        s.settle().agree();
        requireProtected(s, group);
        assertThat(open(group, true)).hasSize(2);
    }

    @Row({"A23", "A11"})
    @Test
    void aPartOfTheEntryOfWhichTheNewsAreLostHasAStopOnceItIsFound() {
        Scenario s = Scenario.at(USDM).begin();
        OrderGroup group = bracket(s);
        s.trade(Side.SELL, "59995", "0.02").seconds(2);
        s.faults().frames(USDM.orderNews(), new FrameFault.Lose(), 1);
        s.trade(Side.SELL, "59995", "0.03").seconds(2);
        s.settle().agree();
        requireProtected(s, group);
    }

    @Row({"A23", "A19"})
    @Test
    void anEntryThatIsCancelledAfterTwoPartsKeepsTheirExits() {
        Scenario s = Scenario.at(USDM).begin();
        OrderGroup group = bracket(s);
        s.trade(Side.SELL, "59995", "0.02").seconds(2);
        s.trade(Side.SELL, "59995", "0.01").seconds(2);
        s.cancel(group.order(0));
        s.settle().agree();
        requireProtected(s, group);
        fall(s);
        s.settle().agree();
        assertThat(held(s)).isZero();
    }

    @Row("A27")
    @Test
    void cancellingTheBracketCancelsAllPartsInBothServices() {
        Scenario s = Scenario.at(USDM).begin();
        OrderGroup group = inTwoParts(s);
        s.act(p -> {
            group.cancel();
            return p;
        });
        s.settle().agree();
        assertThat(group.isClosed()).isTrue();
        assertThat(s.exchange().conditionals().open(Scenario.ACCOUNT)).isEmpty();
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
    }

    @Row({"A22", "A6"})
    @Test
    void allPartsWorkOnAfterARestartAndSellThePositionOnce() {
        Scenario s = Scenarios.withoutDeadMan(USDM).begin();
        inTwoParts(s);
        s.restart().untilTrading().untilPriced();
        s.settle().agree();
        assertThat(s.life().record.orders.values().stream()
                        .filter(order -> order.isOpen() && order.type().hasTrigger()))
                .hasSize(2);
        fall(s);
        s.settle().agree();
        assertThat(held(s)).isZero();
        assertThat(s.exchange().accounts().positions(Scenario.ACCOUNT)).isEmpty();
    }

    @Row({"A22", "A23"})
    @Test
    void aProgramThatDiesWhileAStopIsReplacedLeavesAStop() {
        Scenario s = Scenarios.withoutDeadMan(USDM).begin();
        OrderGroup group = s.act(p -> p.hands()
                .bracket(
                        p.hands().buy(s.instrument()).quantity("0.05").limit("59995"),
                        p.hands().sell(s.instrument()).limit("60005"),
                        p.hands().sell(s.instrument()).stop("59950")));
        s.seconds(1).trade(Side.SELL, "59995", "0.05").seconds(2);
        s.trade(Side.BUY, "60005", "0.02");
        s.until("the stop is being replaced", () -> group.orders().size() > 3);
        s.restart().untilTrading().untilPriced();
        s.settle().agree();
        assertThat(s.exchange().conditionals().open(Scenario.ACCOUNT)).isNotEmpty();
        fall(s);
        s.settle().agree();
        assertThat(held(s)).isZero();
    }

    /** On spot a stop for what was bought is one alone: the coins can be offered once. */
    @Row({"A23", "A22"})
    @ParameterizedTest
    @EnumSource
    void onSpotEachPartOfAPurchaseHasAStop(SpotVenue venue) {
        Scenario s = Scenario.at(venue.venue).begin();
        OrderGroup group = s.act(p -> p.hands()
                .oto(
                        p.hands().buy(s.instrument()).quantity("0.05").limit("59995"),
                        OtoTrigger.PARTIAL,
                        p.hands().sell(s.instrument()).stop("59950")));
        s.seconds(1).trade(Side.SELL, "59995", "0.02").seconds(2);
        s.trade(Side.SELL, "59995", "0.03").seconds(2);
        s.settle().agree();
        long rawBought = group.order(0).rawFilled();
        assertThat(left(group, true))
                .as("a tenth of a percent, or less, was the fee in coins")
                .isBetween(rawBought - rawBought / 1000, rawBought - 1);
        assertThat(open(group, true)).hasSize(venue == SpotVenue.BINANCE ? 2 : 1);
        fall(s);
        s.settle().agree();
        assertThat(group.orders()).allMatch(order -> order.status() == OrderStatus.FILLED);
    }

    /** The coins that a fee has taken would be missing, so that the exchange would refuse the stop. */
    @Row({"A23", "A22"})
    @ParameterizedTest
    @EnumSource
    void onSpotAStopHoldsWhereNoOtherCoinsAreThere(SpotVenue venue) {
        Scenario s = Scenario.at(venue.venue)
                .exchange(exchange -> exchange.accounts()
                        .withdraw(Scenario.ACCOUNT, "BTC", BigDecimal.ONE)
                        .get())
                .begin();
        OrderGroup group = s.act(p -> p.hands()
                .oto(
                        p.hands().buy(s.instrument()).quantity("0.05").limit("59995"),
                        OtoTrigger.PARTIAL,
                        p.hands().sell(s.instrument()).stop("59950")));
        s.seconds(1).trade(Side.SELL, "59995", "0.02").seconds(2);
        s.trade(Side.SELL, "59995", "0.03").seconds(2);
        s.settle().agree();
        assertThat(left(group, true)).isPositive();
        fall(s);
        s.settle().agree();
        assertThat(group.orders()).allMatch(order -> order.status() == OrderStatus.FILLED);
        assertThat(held(s)).as("less than a lot of coins is left").isLessThan(5);
    }

    /** What the first one bought is offered by its own stop. */
    @Row({"A23", "A22"})
    @ParameterizedTest
    @EnumSource
    void onSpotTheStopOfASecondPurchaseHoldsWhereNoOtherCoinsAreThere(SpotVenue venue) {
        Scenario s = Scenario.at(venue.venue)
                .exchange(exchange -> exchange.accounts()
                        .withdraw(Scenario.ACCOUNT, "BTC", BigDecimal.ONE)
                        .get())
                .begin();
        for (int i = 0; i < 2; i++) {
            OrderGroup group = s.act(p -> p.hands()
                    .oto(
                            p.hands().buy(s.instrument()).quantity("0.02").limit("59995"),
                            OtoTrigger.PARTIAL,
                            p.hands().sell(s.instrument()).stop("59950")));
            s.seconds(1).trade(Side.SELL, "59995", "0.02").seconds(2);
            s.settle().agree();
            long rawBought = group.order(0).rawFilled();
            assertThat(rawBought).isPositive();
            assertThat(left(group, true)).isBetween(rawBought - rawBought / 500, rawBought - 1);
        }
        fall(s);
        s.settle().agree();
        assertThat(held(s)).as("less than a lot of coins is left of each").isLessThan(5);
    }

    @Row({"A23", "A24"})
    @ParameterizedTest
    @EnumSource
    void onSpotAStopWhoseTriggerIsPassedIsLeftAtTheMarket(SpotVenue venue) {
        Scenario s = Scenario.at(venue.venue).begin();
        OrderGroup group = s.act(p -> p.hands()
                .oto(
                        p.hands().buy(s.instrument()).quantity("0.05").limit("59995"),
                        OtoTrigger.PARTIAL,
                        p.hands().sell(s.instrument()).stop("59950")));
        s.seconds(1);
        fall(s);
        s.settle().agree();
        assertThat(passed(s)).hasSize(1);
        assertThat(group.order(2).type()).isEqualTo(OrderType.MARKET);
        long rawBought = group.order(0).rawFilled();
        assertThat(group.order(2).rawFilled())
                .as("a tenth of a percent, or less, was the fee in coins")
                .isBetween(rawBought - rawBought / 1000, rawBought - 1);
    }

    /** The target would lock the coins that the stop is to sell. */
    @Row("A23")
    @ParameterizedTest
    @EnumSource
    void onSpotABracketIsRefusedWholeBeforeAnythingIsSent(SpotVenue venue) {
        Scenario s = Scenario.at(venue.venue).mayDeny().begin();
        OrderGroup group = bracket(s);
        s.settle().agree();
        assertThat(group.orders()).allMatch(order -> order.status() == OrderStatus.DENIED);
        assertThat(s.puppet().events)
                .anySatisfy(event -> assertThat(event.toString()).contains("locks the coins"));
        assertThat(s.exchange().accounts().openOrders(Scenario.ACCOUNT)).isEmpty();
    }

    /** A part below five dollars, the least that Binance Spot takes, waits for the next one. */
    @Row("A23")
    @Test
    void onSpotAPartThatIsTooSmallIsPartOfTheNextOne() {
        Scenario s = Scenario.at(BinanceVenues.SPOT).begin();
        OrderGroup group = s.act(p -> p.hands()
                .oto(
                        p.hands().buy(s.instrument()).quantity("0.05").limit("59995"),
                        OtoTrigger.PARTIAL,
                        p.hands().sell(s.instrument()).stop("59950")));
        s.seconds(1).trade(Side.SELL, "59995", "0.02").seconds(2);
        s.crowd(Side.BUY, "59996", "0.00995").trade(Side.SELL, "59995", "0.01").seconds(2);
        assertThat(group.order(0).rawFilled()).isEqualTo(2_005);
        assertThat(open(group, true)).hasSize(1);
        s.trade(Side.SELL, "59995", "0.01").seconds(2);
        s.settle().agree();
        assertThat(open(group, true)).extracting(Order::rawLeaves).containsExactly(1_998L, 1_003L);
        assertThat(left(group, true)).isEqualTo(3_001);
    }

    /** The spot venues. */
    enum SpotVenue {
        BINANCE(BinanceVenues.SPOT),
        OKX(OkxVenues.SPOT);

        final ScenarioVenue venue;

        SpotVenue(ScenarioVenue venue) {
            this.venue = venue;
        }
    }
}
