package io.ttquant.api.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import org.junit.jupiter.api.Test;

class OrderBuilderTest {
    private static final Instrument BTC =
            Instrument.spot("x:BTCUSDT", "BTC", "USDT").tick("0.01").lot("0.1").build();

    @Test
    void aDoubleThatIsAMultipleButForItsLastBitsIsThatMultiple() {
        assertThat(buy().quantity(0.1 + 0.2).request().rawQuantity()).isEqualTo(3);
        assertThat(buy().quantity(0.7 - 0.1).request().rawQuantity()).isEqualTo(6);
        assertThat(buy().quantity(0.39).request().rawQuantity()).isEqualTo(3);
    }

    @Test
    void lessThanALotIsZeroAndNeverNegative() {
        assertThat(buy().quantity(0.05).request().rawQuantity()).isZero();
        assertThat(buy().quantity(-3.0).request().rawQuantity()).isZero();
        assertThat(buy().quantity("-0.05").request().rawQuantity()).isZero();
    }

    @Test
    void whatDoesNotFitSaysWhatFits() {
        String rule =
                " of x:BTCUSDT does not fit 64 bits; a quantity is at most 922337203685477580.7, so give a smaller quantity";
        assertThatThrownBy(() -> buy().quantity("1e30"))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("quantity 1E+30" + rule);
        assertThatThrownBy(() -> buy().quantity(1e300))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("quantity 1.0E+300" + rule);
        assertThatThrownBy(() -> sell().rawLimit(1).value("1e30").request())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "value 1E+30 of x:BTCUSDT does not fit 64 bits; a quantity is at most 922337203685477580.7, so give a "
                                + "smaller value");
        assertThatThrownBy(() -> buy().limit("1e30"))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "price 1E+30 of x:BTCUSDT does not fit 64 bits; a price is at most 92233720368547758.07, so give a "
                                + "smaller price");
    }

    @Test
    void aStopIsNotTakenBackInSilence() {
        assertThatThrownBy(() -> sell().stop(29_000).market())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the SELL of x:BTCUSDT has a stop at 29000.00, so it cannot be a market order of now; leave market() "
                                + "out for a market order once the stop is reached, or stop(...) for one at once");
        assertThatThrownBy(() -> sell().stop(29_000).limit(28_900).market()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMarketOrderHasNeitherPriceNorTrigger() {
        OrderRequest request = buy().limit(30_000).market().request();

        assertThat(request.type()).isEqualTo(OrderType.MARKET);
        assertThat(request.rawPrice()).isZero();
        assertThat(request.rawTrigger()).isZero();
        assertThat(buy().market().stop(31_000).request().type()).isEqualTo(OrderType.STOP_MARKET);
    }

    @Test
    void pricesRoundInFavourAndTriggersAwayFromTheMarket() {
        assertThat(buy().limit(100.019).request().rawPrice()).isEqualTo(10_001);
        assertThat(sell().limit(100.011).request().rawPrice()).isEqualTo(10_002);
        assertThat(buy().stop(100.011).request().rawTrigger()).isEqualTo(10_002);
        assertThat(sell().stop(100.019).request().rawTrigger()).isEqualTo(10_001);
    }

    private static OrderBuilder buy() {
        return new OrderBuilder(new NoGateway(), BTC, Side.BUY);
    }

    private static OrderBuilder sell() {
        return new OrderBuilder(new NoGateway(), BTC, Side.SELL);
    }

    private static final class NoGateway implements OrderGateway {
        @Override
        public Order submit(OrderRequest request) {
            throw new UnsupportedOperationException("nothing is sent here");
        }

        @Override
        public long rawReferencePrice(Instrument instrument, Side side) {
            return 0;
        }
    }
}
