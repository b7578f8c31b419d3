package io.ttquant.backtest.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RoundTripsTest {
    private static final Currency USDT = Fills.BTC.quote();
    private static final Currency BTC = Fills.BTC.base();

    @Test
    void pairsFirstInFirstOut() {
        List<RoundTrip> trips = RoundTrips.of(
                new Fills().buy("1", "100").buy("2", "110").sell("2", "120").list());
        assertThat(trips).extracting(RoundTrip::rawQuantity).containsExactly(1000L, 1000L);
        assertThat(trips)
                .extracting(trip -> trip.net().stripTrailingZeros().toPlainString())
                .containsExactly("20", "10");
        assertThat(trips).extracting(RoundTrip::lengthNanos).containsExactly(2_000_000_000L, 1_000_000_000L);
    }

    @Test
    void makesOneTripOfWhatAnOrderOpenedAtOneInstantInManyFills() {
        Fills fills = new Fills()
                .buy("1", "100")
                .part("2", "101")
                .part("1", "106")
                .sell("3", "110")
                .part("1", "102");
        List<RoundTrip> trips = RoundTrips.of(fills.list());
        assertThat(trips).hasSize(1);
        RoundTrip trip = trips.get(0);
        assertThat(trip.rawQuantity()).isEqualTo(4000);
        assertThat(trip.entryPrice()).isEqualByComparingTo("102");
        assertThat(trip.exitPrice()).isEqualByComparingTo("108");
        assertThat(trip.entryValue()).isEqualByComparingTo("408");
        assertThat(trip.net()).isEqualByComparingTo("24");
        assertThat(trip.netReturn()).isEqualTo(24.0 / 408);
    }

    @Test
    void makesOneOpenTradeOfWhatAnOrderOpenedAtOneInstant() {
        Fills fills =
                new Fills().buy("1", "100").part("2", "101").part("1", "106").sell("0.5", "110");
        fills.buy("1", "120");
        List<OpenTrade> open = RoundTrips.pair(fills.list()).open();
        assertThat(open).hasSize(2);
        // 0.5 at 100, 2 at 101 and 1 at 106 are left.
        assertThat(open.get(0).rawQuantity()).isEqualTo(3500);
        assertThat(open.get(0).entryValue()).isEqualByComparingTo("358");
        assertThat(open.get(0).entryPrice().doubleValue()).isEqualTo(358 / 3.5);
        assertThat(open.get(0).net(11_000)).isEqualByComparingTo("27");
        assertThat(open.get(1).entryPrice()).isEqualByComparingTo("120");
    }

    /** However an execution is split into fills, trips and their money are those of unsplit ones. */
    @Test
    void splittingExecutionsChangesNoTrip() {
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Fills whole = new Fills();
            Fills split = new Fills();
            int orders = random.nextInt(2, 30);
            for (int n = 0; n < orders; n++) {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                int size = random.nextInt(1, 20);
                String price = String.valueOf(random.nextInt(50, 150));
                whole.add("s", side, String.valueOf(size), price, "0", USDT, "");
                int first = random.nextInt(1, size + 1);
                split.order(n + 1L, side, first, price);
                for (int left = size - first; left > 0; ) {
                    int part = random.nextInt(1, left + 1);
                    split.part(String.valueOf(part), price);
                    left -= part;
                }
            }
            RoundTrips one = RoundTrips.pair(whole.list());
            RoundTrips many = RoundTrips.pair(split.list());
            assertThat(many.closed().stream().map(RoundTripsTest::text).toList())
                    .as("seed %d", seed)
                    .isEqualTo(one.closed().stream().map(RoundTripsTest::text).toList());
            assertThat(many.open().stream()
                            .map(o -> o.rawQuantity() + " at " + o.entryPrice() + " " + o.net(10_000))
                            .toList())
                    .as("seed %d", seed)
                    .isEqualTo(one.open().stream()
                            .map(o -> o.rawQuantity() + " at " + o.entryPrice() + " " + o.net(10_000))
                            .toList());
        }
    }

    private static String text(RoundTrip t) {
        return t.side() + " " + t.rawQuantity() + " " + t.entryNanos() + " " + t.exitNanos() + " " + t.entryPrice()
                + " " + t.exitPrice() + " " + t.gross() + " " + t.entryValue();
    }

    @Test
    void keepsTripsApartThatOpenedOrClosedAtDifferentInstantsOrByDifferentOrders() {
        Fills later = new Fills().buy("1", "100").partAt(5_000_000_000L, "1", "101");
        later.list().addAll(new Fills().sell("2", "110").list());
        assertThat(RoundTrips.of(later.list())).hasSize(2);

        Fills orders = new Fills().buy("1", "100").buy("1", "100").sell("2", "110");
        assertThat(RoundTrips.of(orders.list())).hasSize(2);
    }

    @Test
    void flipsFromLongToShort() {
        RoundTrips trips = RoundTrips.pair(
                new Fills().buy("1", "100").sell("3", "90").buy("2", "80").list());
        assertThat(trips.closed()).extracting(RoundTrip::side).containsExactly(Side.BUY, Side.SELL);
        assertThat(trips.closed())
                .extracting(trip -> trip.net().intValueExact())
                .containsExactly(-10, 20);
        assertThat(trips.open()).isEmpty();
    }

    @Test
    void keepsStrategiesApart() {
        Fills fills = new Fills()
                .add("a", Side.BUY, "1", "100", "0", USDT, "")
                .add("b", Side.SELL, "1", "110", "0", USDT, "");
        assertThat(RoundTrips.pair(fills.list()).closed()).isEmpty();
        assertThat(RoundTrips.pair(fills.list()).open()).hasSize(2);
    }

    @Test
    void pairsOrdersOfOneTagWithEachOther() {
        Fills fills = new Fills()
                .add("s", Side.BUY, "1", "100", "0", USDT, "upper")
                .add("s", Side.BUY, "1", "90", "0", USDT, "lower")
                .add("s", Side.SELL, "1", "99", "0", USDT, "lower")
                .add("s", Side.SELL, "1", "98", "0", USDT, "stop");
        assertThat(RoundTrips.of(fills.list()))
                .extracting(RoundTrip::entryTag, trip -> trip.net().intValueExact())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("lower", 9),
                        org.assertj.core.groups.Tuple.tuple("upper", -2));
    }

    @Test
    void sharesFeesByQuantityWithoutLosingADigit() {
        Fills fills = new Fills()
                .add("s", Side.BUY, "0.003", "100", "0.00000001", USDT, "")
                .add("s", Side.SELL, "0.001", "100", "0.00000010", USDT, "")
                .add("s", Side.SELL, "0.002", "100", "-0.00000003", USDT, "");
        RoundTrips trips = RoundTrips.pair(fills.list());
        assertThat(trips.closed())
                .extracting(RoundTrip::fees)
                .containsExactly(new BigDecimal("0.00000010"), new BigDecimal("-0.00000002"));
    }

    @Test
    void takesAFeeInTheBaseCurrencyOutOfWhatWasBought() {
        Fills fills = new Fills()
                .add("s", Side.BUY, "1", "100", "0.001", BTC, "")
                .add("s", Side.SELL, "0.999", "110", "0.10989", USDT, "");
        RoundTrips trips = RoundTrips.pair(fills.list());
        // Cash: −100 + 109.89 − 0.10989.
        assertThat(trips.closed()).extracting(RoundTrip::net).containsExactly(new BigDecimal("9.78011000"));
        assertThat(trips.open()).isEmpty();
    }

    @Test
    void leavesOutOfTheOpenTradesWhatCannotBeSold() {
        Fills fills =
                new Fills().add("s", Side.BUY, "1", "100", "0.0005", BTC, "").sell("0.999", "110");
        RoundTrips trips = RoundTrips.pair(fills.list());
        assertThat(trips.open()).isEmpty();
        assertThat(RoundTrips.pair(fills.buy("1", "100").list()).open())
                .extracting(OpenTrade::rawQuantity)
                .containsExactly(1000L);
    }

    @Test
    void valuesFeesInAThirdAssetWhenTheyWerePaid() {
        Fills fills = new Fills()
                .add("s", Side.BUY, "2", "100", "0.001", Currency.of("BNB"), "")
                .sell("1", "101")
                .sell("1", "102");
        assertThat(RoundTrips.pair(fills.list(), fill -> 60_000_000L).closed())
                .extracting(RoundTrip::net)
                .containsExactly(new BigDecimal("0.70000000"), new BigDecimal("1.70000000"));
    }

    @Test
    void doesNotKnowTheProfitOfATradeWhoseFeeHasNoPrice() {
        Fills fills = new Fills()
                .add("s", Side.BUY, "1", "100", "0.5", Currency.of("BNB"), "")
                .sell("1", "101")
                .buy("1", "100")
                .sell("1", "103");
        List<RoundTrip> trips = RoundTrips.of(fills.list());
        assertThat(trips).extracting(RoundTrip::net).containsExactly(null, new BigDecimal("3.00000000"));
        assertThat(trips.get(0).netReturn()).isNaN();

        TradeFigures figures = TradeFigures.of(trips);
        assertThat(figures.count()).isEqualTo(2);
        assertThat(figures.winRate()).isNaN();
        assertThat(figures.profitFactor()).isNaN();
        assertThat(figures.averageWin()).isNaN();
        assertThat(figures.expectancy()).isNaN();
        assertThat(figures.best()).isNaN();
    }

    @Test
    void measuresTheTimeInWhichSomethingWasHeld() {
        Fills fills =
                new Fills().buy("1", "100").sell("1", "100").sell("1", "100").buy("1", "100");
        Exposure exposure = Exposure.of(fills.list(), 0, 10_000_000_000L);
        assertThat(exposure.heldNanos()).isEqualTo(2_000_000_000L);
        assertThat(exposure.ratio()).isEqualTo(0.2);
        assertThat(Exposure.of(fills.buy("1", "1").list(), 0, 10_000_000_000L).ratio())
                .isEqualTo(0.7);
        assertThat(Exposure.of(List.of(), 0, 0).ratio()).isNaN();
    }
}
