package io.ttquant.core.engine;

import static io.ttquant.core.engine.RiskLab.ABC;
import static io.ttquant.core.engine.RiskLab.SECOND;
import static io.ttquant.core.engine.RiskLab.THIRD;
import static io.ttquant.core.engine.RiskLab.XYZ;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskLimitsBuilder;
import io.ttquant.core.risk.RiskPolicy;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the risk rules refuse: each with limits of the strategy and with the same limits of the account. */
class RiskRefusalsTest {
    private record Case(
            String what,
            UnaryOperator<RiskLimitsBuilder> limits,
            Consumer<RiskLab> action,
            RejectReason reason,
            String message) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Case refused(
            String what,
            UnaryOperator<RiskLimitsBuilder> limits,
            Consumer<RiskLab> action,
            RejectReason reason,
            String message) {
        return new Case(what, limits, action, reason, message);
    }

    static Stream<Case> prices() {
        return Stream.of(
                refused(
                        "a limit price a tick outside the collar",
                        b -> b.priceCollar("0.1"),
                        lab -> {
                            lab.limit(lab.s, ABC, Side.BUY, 1, 110);
                            lab.limit(lab.s, ABC, Side.BUY, 1, 90);
                            lab.limit(lab.s, ABC, Side.BUY, 1, 111);
                        },
                        RejectReason.PRICE_COLLAR,
                        "price 111 of sim:SWAP is 11% from the reference price 100; WHO allows 10%, which is from 90 to 110"),
                refused(
                        "a limit price below the collar",
                        b -> b.priceCollar("0.055"),
                        lab -> lab.limit(lab.s, ABC, Side.SELL, 1, 94),
                        RejectReason.PRICE_COLLAR,
                        "price 94 of sim:SWAP is 6% from the reference price 100; WHO allows 5.5%, which is from 95 to 105"),
                refused(
                        "a trigger price outside the collar",
                        b -> b.priceCollar("0.1"),
                        lab -> lab.s.desk().buy(ABC).rawQuantity(1).stop("120").submit(),
                        RejectReason.PRICE_COLLAR,
                        "trigger price 120 of sim:SWAP is 20% from the reference price 100; WHO allows 10%, which is from 90 to 110"),
                refused(
                        "an amendment that leaves the collar",
                        b -> b.priceCollar("0.1"),
                        lab -> lab.s.desk().amend(lab.limit(lab.s, ABC, Side.BUY, 1, 95), Amendment.ofPrice(80)),
                        RejectReason.PRICE_COLLAR,
                        "price 80 of sim:SWAP is 20% from the reference price 100; WHO allows 10%, which is from 90 to 110"),
                refused(
                        "a limit price while no price is known to lay the collar around",
                        b -> b.priceCollar("0.1"),
                        lab -> lab.limit(lab.s, THIRD, Side.BUY, 1, 100),
                        RejectReason.NO_REFERENCE_PRICE,
                        "no price of sim:THIRD in USD is known, so how far price 100 is from it cannot be judged; wait for the first trade, quote or bar"),
                refused(
                        "a price below the lowest",
                        b -> b.minPrice("50.5").maxPrice("200"),
                        lab -> {
                            lab.limit(lab.s, ABC, Side.BUY, 1, 51);
                            lab.limit(lab.s, ABC, Side.BUY, 1, 50);
                        },
                        RejectReason.PRICE_OUT_OF_RANGE,
                        "price 50 of sim:SWAP is below the lowest price of WHO, 51; choose a price inside"),
                refused(
                        "a trigger price above the highest",
                        b -> b.maxPrice("200"),
                        lab -> {
                            lab.s.desk().buy(ABC).rawQuantity(1).stop("200").submit();
                            lab.s.desk().buy(ABC).rawQuantity(1).stop("201").submit();
                        },
                        RejectReason.PRICE_OUT_OF_RANGE,
                        "trigger price 201 of sim:SWAP is above the highest price of WHO, 200; choose a price inside"),
                refused(
                        "a market order at a price that is too old",
                        b -> b.maxPriceAge(Duration.ofSeconds(5)),
                        lab -> {
                            lab.pass(5 * SECOND).buy(1);
                            lab.pass(1).limit(lab.s, ABC, Side.BUY, 1, 100);
                            lab.buy(1);
                        },
                        RejectReason.STALE_PRICE,
                        "the last price of sim:SWAP is 5001ms old; WHO allows 5s; wait for a trade, quote or bar"),
                refused(
                        "a market order without any price",
                        b -> b.maxPriceAge(Duration.ofSeconds(5)),
                        lab -> lab.market(lab.s, THIRD, Side.BUY, 1),
                        RejectReason.STALE_PRICE,
                        "no price of sim:THIRD is known; WHO wants one that is at most 5s old; wait for a trade, quote or bar"),
                refused(
                        "a limit price judged by a price that is too old",
                        b -> b.maxPriceAge(Duration.ofSeconds(5)).priceCollar("0.1"),
                        lab -> lab.pass(6 * SECOND).limit(lab.s, ABC, Side.BUY, 1, 100),
                        RejectReason.STALE_PRICE,
                        "the last price of sim:SWAP is 6s old; WHO allows 5s; wait for a trade, quote or bar"),
                refused(
                        "an order decided on an old event",
                        b -> b.maxOrderAge(Duration.ofMillis(500)),
                        lab -> {
                            lab.pass(500_000_000).limit(lab.s, ABC, Side.BUY, 1, 100);
                            lab.pass(1_000_000).limit(lab.s, ABC, Side.BUY, 1, 100);
                        },
                        RejectReason.ORDER_AGE,
                        "decided on an event of 1970-01-01T00:00:01Z, which is 501ms old; WHO allows 500ms; wait for newer data, and look for what delays it"));
    }

    static Stream<Case> sizes() {
        return Stream.of(
                refused(
                        "a quantity above the largest order",
                        b -> b.maxOrderQuantity(ABC.id(), "5").maxOrderQuantity(XYZ.id(), "1"),
                        lab -> {
                            lab.buy(5);
                            lab.buy(6);
                        },
                        RejectReason.MAX_ORDER_QUANTITY,
                        "quantity 6 of sim:SWAP is above the largest order of WHO, 5; ask for less"),
                refused(
                        "an amendment above the largest order",
                        b -> b.maxOrderQuantity(ABC.id(), "5.9"),
                        lab -> lab.s.desk().amend(lab.limit(lab.s, ABC, Side.BUY, 5, 90), Amendment.ofQuantity(6)),
                        RejectReason.MAX_ORDER_QUANTITY,
                        "quantity 6 of sim:SWAP is above the largest order of WHO, 5; ask for less"),
                refused(
                        "a value above the largest order",
                        b -> b.maxOrderValue("500"),
                        lab -> {
                            lab.buy(5);
                            lab.limit(lab.s, ABC, Side.BUY, 6, 84);
                        },
                        RejectReason.MAX_ORDER_VALUE,
                        "value 504.00 USD of 6 sim:SWAP at 84 is above the largest order of WHO, 500.00 USD; ask for less"),
                refused(
                        "a sale below the market, which is worth what the market pays",
                        b -> b.maxOrderValue("500"),
                        lab -> lab.limit(lab.s, ABC, Side.SELL, 6, 50),
                        RejectReason.MAX_ORDER_VALUE,
                        "value 600.00 USD of 6 sim:SWAP at 100 is above the largest order of WHO, 500.00 USD; ask for less"),
                refused(
                        "a value that a higher price would make too large",
                        b -> b.maxOrderValue("500"),
                        lab -> lab.s.desk().amend(lab.limit(lab.s, ABC, Side.BUY, 5, 90), Amendment.ofPrice(101)),
                        RejectReason.MAX_ORDER_VALUE,
                        "value 505.00 USD of 5 sim:SWAP at 101 is above the largest order of WHO, 500.00 USD; ask for less"),
                refused(
                        "a market order whose value nobody knows",
                        b -> b.maxOrderValue("500"),
                        lab -> lab.market(lab.s, THIRD, Side.BUY, 1),
                        RejectReason.NO_REFERENCE_PRICE,
                        "no price of sim:THIRD in USD is known, so the value of the order cannot be judged; wait for the first trade, quote or bar"));
    }

    static Stream<Case> positions() {
        return Stream.of(
                refused(
                        "a buy that could pass the limit with what is open",
                        b -> b.maxPosition(ABC.id(), "10"),
                        lab -> {
                            lab.hold(4);
                            lab.limit(lab.s, ABC, Side.BUY, 3, 90);
                            lab.limit(lab.s, ABC, Side.SELL, 2, 110);
                            lab.buy(3);
                            lab.buy(1);
                        },
                        RejectReason.MAX_POSITION,
                        "position 11 of sim:SWAP would be possible: 10 with all open orders and 1 more; the limit of WHO is 10; ask for less, or cancel open orders first"),
                refused(
                        "a sale that could pass the limit short",
                        b -> b.maxPosition(ABC.id(), "10"),
                        lab -> {
                            lab.hold(4);
                            lab.sell(14);
                            lab.sell(1);
                        },
                        RejectReason.MAX_POSITION,
                        "position -11 of sim:SWAP would be possible: -10 with all open orders and -1 more; the limit of WHO is 10; ask for less, or cancel open orders first"),
                refused(
                        "an amendment that could pass the limit",
                        b -> b.maxPosition(ABC.id(), "10"),
                        lab -> {
                            Order order = lab.limit(lab.s, ABC, Side.BUY, 6, 90);
                            lab.limit(lab.s, ABC, Side.BUY, 3, 90);
                            lab.s.desk().amend(order, Amendment.ofQuantity(7));
                            lab.s.desk().amend(order, Amendment.ofQuantity(8));
                        },
                        RejectReason.MAX_POSITION,
                        "position 11 of sim:SWAP would be possible: 10 with all open orders and 1 more; the limit of WHO is 10; ask for less, or cancel open orders first"),
                refused(
                        "an order beside an amendment down that is not answered",
                        b -> b.maxPosition(ABC.id(), "10"),
                        lab -> {
                            Order order = lab.limit(lab.s, ABC, Side.BUY, 10, 90);
                            lab.pass(SECOND);
                            lab.s.desk().amend(order, Amendment.ofQuantity(5));
                            lab.limit(lab.s, ABC, Side.BUY, 1, 90);
                        },
                        RejectReason.MAX_POSITION,
                        "position 11 of sim:SWAP would be possible: 10 with all open orders and 1 more; the limit of WHO is 10; ask for less, or cancel open orders first"),
                refused(
                        "an order beside a cancel that is not answered",
                        b -> b.maxPosition(ABC.id(), "10"),
                        lab -> {
                            Order order = lab.limit(lab.s, ABC, Side.BUY, 10, 90);
                            lab.s.desk().cancel(order);
                            lab.limit(lab.s, ABC, Side.BUY, 1, 90);
                        },
                        RejectReason.MAX_POSITION,
                        "position 11 of sim:SWAP would be possible: 10 with all open orders and 1 more; the limit of WHO is 10; ask for less, or cancel open orders first"),
                refused(
                        "a position where none is allowed",
                        b -> b.maxPosition(ABC.id(), "0"),
                        lab -> lab.buy(1),
                        RejectReason.MAX_POSITION,
                        "position 1 of sim:SWAP would be possible: 0 with all open orders and 1 more; the limit of WHO is 0; ask for less, or cancel open orders first"),
                refused(
                        "a position worth too much",
                        b -> b.maxPositionValue("1000"),
                        lab -> {
                            lab.hold(4);
                            lab.limit(lab.s, ABC, Side.BUY, 6, 90);
                            lab.limit(lab.s, ABC, Side.BUY, 1, 90);
                        },
                        RejectReason.MAX_POSITION_VALUE,
                        "position 11 sim:SWAP would be possible, worth 1100.00 USD at 100; the limit of WHO is 1000.00 USD; ask for less, or cancel open orders first"),
                refused(
                        "a position worth more than its part of the capital",
                        b -> b.maxPositionShare("0.1"),
                        lab -> {
                            lab.buy(10);
                            lab.buy(1);
                        },
                        RejectReason.MAX_POSITION_VALUE,
                        "position 11 sim:SWAP would be possible, worth 1100.00 USD at 100; the limit of WHO is 1000.00 USD; ask for less, or cancel open orders first"),
                refused(
                        "a position whose value nobody knows",
                        b -> b.maxPositionValue("1000"),
                        lab -> lab.market(lab.s, THIRD, Side.BUY, 1),
                        RejectReason.NO_REFERENCE_PRICE,
                        "no price of sim:THIRD in USD is known, so the value of the position cannot be judged; wait for the first trade, quote or bar"),
                refused(
                        "an exposure that is too large over all instruments",
                        b -> b.maxExposure("1500"),
                        lab -> {
                            lab.hold(8);
                            lab.market(lab.s, XYZ, Side.SELL, 7);
                            lab.market(lab.s, XYZ, Side.SELL, 1);
                        },
                        RejectReason.MAX_EXPOSURE,
                        "exposure 1600.00 USD would be possible: 800.00 USD in other instruments and 800.00 USD in sim:XYZ; the limit of WHO is 1500.00 USD; ask for less, or cancel open orders first"),
                refused(
                        "an exposure that is too large for the capital",
                        b -> b.maxExposureShare("0.05"),
                        lab -> lab.buy(6),
                        RejectReason.MAX_EXPOSURE,
                        "exposure 600.00 USD would be possible: 0.00 USD in other instruments and 600.00 USD in sim:SWAP; the limit of WHO is 500.00 USD; ask for less, or cancel open orders first"),
                refused(
                        "an exposure of which a part has no price",
                        b -> b.maxExposure("1500"),
                        lab -> {
                            lab.limit(lab.s, THIRD, Side.BUY, 1, 100);
                            lab.buy(1);
                        },
                        RejectReason.NO_REFERENCE_PRICE,
                        "no price of sim:THIRD in USD is known, so the total exposure cannot be judged; wait for the first trade, quote or bar"),
                refused(
                        "one position too many",
                        b -> b.maxPositions(2),
                        lab -> {
                            lab.hold(4);
                            lab.limit(lab.s, XYZ, Side.BUY, 1, 90);
                            lab.buy(1);
                            lab.limit(lab.s, THIRD, Side.BUY, 1, 90);
                        },
                        RejectReason.MAX_POSITIONS,
                        "WHO holds or may open positions in 2 instruments, the most that it may; close one before opening sim:THIRD"),
                refused(
                        "one open order too many",
                        b -> b.maxOpenOrders(2),
                        lab -> {
                            lab.limit(lab.s, XYZ, Side.BUY, 1, 90);
                            lab.limit(lab.s, ABC, Side.BUY, 1, 90);
                            lab.limit(lab.s, THIRD, Side.BUY, 1, 90);
                        },
                        RejectReason.MAX_OPEN_ORDERS,
                        "WHO has 2 open orders, the most that it may; cancel one first"),
                refused(
                        "one open order too many in an instrument",
                        b -> b.maxOpenOrdersPerInstrument(2),
                        lab -> {
                            lab.limit(lab.s, XYZ, Side.BUY, 1, 90);
                            lab.limit(lab.s, ABC, Side.BUY, 1, 90);
                            lab.limit(lab.s, ABC, Side.SELL, 1, 110);
                            lab.limit(lab.s, ABC, Side.BUY, 1, 90);
                        },
                        RejectReason.MAX_OPEN_ORDERS,
                        "WHO has 2 open orders in sim:SWAP, the most that it may; cancel one first"));
    }

    static Stream<Case> rates() {
        return Stream.of(
                refused(
                        "one order too many in a second",
                        b -> b.maxOrdersPerSecond(2),
                        lab -> {
                            lab.buy(1);
                            lab.pass(400_000_000).buy(1);
                            lab.pass(599_999_999).buy(1);
                            lab.pass(1).buy(1);
                        },
                        RejectReason.ORDER_RATE,
                        "WHO sent 2 orders in the last second; the limit is 2; try again in 1ns"),
                refused(
                        "one order too many in a minute",
                        b -> b.maxOrdersPerMinute(1).maxOrdersPerSecond(5),
                        lab -> {
                            lab.buy(1);
                            lab.pass(2 * SECOND).buy(1);
                        },
                        RejectReason.ORDER_RATE,
                        "WHO sent 1 orders in the last minute; the limit is 1; try again in 58s"),
                refused(
                        "one message too many: cancels count",
                        b -> b.maxMessagesPerSecond(2),
                        lab -> {
                            lab.s.desk().cancel(lab.limit(lab.s, ABC, Side.BUY, 1, 90));
                            lab.pass(250_000_000).buy(1);
                        },
                        RejectReason.MESSAGE_RATE,
                        "WHO sent 2 orders, amendments and cancels in the last second; the limit is 2; try again in 750ms"),
                refused(
                        "an amendment too many",
                        b -> b.maxMessagesPerMinute(2),
                        lab -> {
                            Order order = lab.limit(lab.s, ABC, Side.BUY, 1, 90);
                            lab.s.desk().amend(order, Amendment.ofPrice(91));
                            lab.s.desk().amend(order, Amendment.ofPrice(92));
                        },
                        RejectReason.MESSAGE_RATE,
                        "WHO sent 2 orders, amendments and cancels in the last minute; the limit is 2; try again in 1m"),
                refused(
                        "an order that would use what is kept for cancels",
                        b -> b.maxMessagesPerSecond(3).cancelReserve(1),
                        lab -> {
                            Order one = lab.limit(lab.s, ABC, Side.BUY, 1, 90);
                            Order two = lab.limit(lab.s, ABC, Side.BUY, 1, 90);
                            lab.limit(lab.s, ABC, Side.BUY, 1, 90);
                            lab.s.desk().cancel(one);
                            lab.s.desk().cancel(two);
                            assertThat(one.status()).hasToString("PENDING_CANCEL");
                            assertThat(two.status()).hasToString("PENDING_CANCEL");
                        },
                        RejectReason.MESSAGE_RATE,
                        "WHO sent 2 orders, amendments and cancels in the last second; the limit is 3, of which 1 are kept for cancels; try again in 1s"));
    }

    static Stream<Arguments> cases() {
        return Stream.of(prices(), sizes(), positions(), rates())
                .flatMap(cases -> cases)
                .flatMap(c -> Stream.of(Arguments.of(c, "strategy s"), Arguments.of(c, "the account")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void isRefusedWithItsCodeAndAMessageOfLimitUseAndRemedy(Case c, String who) {
        RiskLimits limits = c.limits.apply(RiskLimits.builder()).build();
        RiskLab lab = new RiskLab(
                        who.equals("the account")
                                ? RiskPolicy.ofAccount(limits)
                                : RiskPolicy.NONE.withStrategy("s", limits))
                .priced();

        c.action.accept(lab);

        assertThat(lab.refusals()).containsExactly(new Refusal(c.reason, c.message.replace("WHO", who)));
    }
}
