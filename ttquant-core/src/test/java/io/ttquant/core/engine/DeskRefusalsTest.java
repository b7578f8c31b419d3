package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.order.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the desk and the simulated market refuse: an account of 1000 USD, the last price 100, and one order too many. */
class DeskRefusalsTest {
    private static final Currency BTC = Currency.of("BTC", 3);
    private static final Instrument SPOT = Instrument.spot(InstrumentId.parse("sim:BTCUSD"), BTC, Lab.USD)
            .tick("0.05")
            .lot("0.001")
            .minNotional("10")
            .maxOpenOrders(3, 1)
            .build();
    private static final Instrument FUTURE =
            SPOT.toBuilder().expiry(Instant.ofEpochSecond(1)).build();
    private static final SimulationConfig CONFIG =
            SimulationConfig.DEFAULT.withFees(RateFees.of("0.01", "0.01")).withPassedStopsRejected(true);

    private final List<OrderEvent> said = new ArrayList<>();

    private Lab lab(Instrument instrument) {
        EngineTap tap = new EngineTap() {
            @Override
            public void event(OrderEvent event) {
                said.add(event);
            }
        };
        return new Lab(
                instrument,
                CONFIG,
                b -> b.startBalance(instrument.quote(), 1_000_00)
                        .onFailure(FailurePolicy.STOP_STRATEGY)
                        .tap(tap));
    }

    private static Arguments refused(String what, Consumer<Lab> action, RejectReason reason, String message) {
        return Arguments.of(what, action, reason, message);
    }

    static Stream<Arguments> state() {
        return Stream.of(
                refused(
                        "a halted instrument",
                        lab -> {
                            lab.sink.status(2, 2, TradingStatus.HALTED);
                            buy(lab, "1", "90");
                        },
                        RejectReason.INSTRUMENT_NOT_TRADING,
                        "sim:BTCUSD is HALTED; wait for onStatus to say TRADING"),
                refused(
                        "an order that may take while only makers are let in",
                        lab -> {
                            lab.sink.status(2, 2, TradingStatus.POST_ONLY);
                            buy(lab, "1", "90");
                        },
                        RejectReason.INSTRUMENT_NOT_TRADING,
                        "sim:BTCUSD is POST_ONLY; wait for onStatus to say TRADING"),
                refused(
                        "a strategy that failed",
                        lab -> {
                            lab.script.order = event -> {
                                throw new IllegalStateException("broken");
                            };
                            buy(lab, "1", "90");
                            lab.engine.advanceTo(5);
                            buy(lab, "1", "90");
                        },
                        RejectReason.NOT_RUNNING,
                        "strategy s is FAILED; orders are taken from its first event until it has stopped"),
                refused(
                        "more open orders than the exchange takes",
                        lab -> {
                            buy(lab, "0.2", "90");
                            buy(lab, "0.2", "90");
                            buy(lab, "0.2", "90");
                            buy(lab, "0.2", "90");
                        },
                        RejectReason.TOO_MANY_OPEN_ORDERS,
                        "3 orders of sim:BTCUSD are open, the most its exchange takes; cancel one first"),
                refused(
                        "more open stops than the exchange takes",
                        lab -> {
                            lab.script
                                    .desk()
                                    .buy(SPOT)
                                    .quantity("0.2")
                                    .stop("110")
                                    .submit();
                            lab.script
                                    .desk()
                                    .buy(SPOT)
                                    .quantity("0.2")
                                    .stop("110")
                                    .submit();
                        },
                        RejectReason.TOO_MANY_OPEN_ORDERS,
                        "1 stop orders of sim:BTCUSD are open, the most its exchange takes; cancel one first"));
    }

    static Stream<Arguments> positionAndFunds() {
        return Stream.of(
                refused(
                        "reduce-only without a position",
                        lab -> lab.script
                                .desk()
                                .sell(SPOT)
                                .quantity("1")
                                .reduceOnly()
                                .submit(),
                        RejectReason.REDUCE_ONLY_WOULD_INCREASE,
                        "a reduce-only SELL of 1.000 does not only reduce the position of 0.000 sim:BTCUSD; ask for at most what is held, on the other side"),
                refused(
                        "reduce-only on the side of the position",
                        lab -> {
                            hold(lab);
                            lab.script
                                    .desk()
                                    .buy(SPOT)
                                    .quantity("1")
                                    .reduceOnly()
                                    .submit();
                        },
                        RejectReason.REDUCE_ONLY_WOULD_INCREASE,
                        "a reduce-only BUY of 1.000 does not only reduce the position of 2.000 sim:BTCUSD; ask for at most what is held, on the other side"),
                refused(
                        "reduce-only of more than the position",
                        lab -> {
                            hold(lab);
                            lab.script
                                    .desk()
                                    .sell(SPOT)
                                    .quantity("2.001")
                                    .reduceOnly()
                                    .submit();
                        },
                        RejectReason.REDUCE_ONLY_WOULD_INCREASE,
                        "a reduce-only SELL of 2.001 does not only reduce the position of 2.000 sim:BTCUSD; ask for at most what is held, on the other side"),
                refused(
                        "a limit buy that the fee makes too dear",
                        lab -> buy(lab, "10", "100"),
                        RejectReason.INSUFFICIENT_FUNDS,
                        "BUY of 10.000 sim:BTCUSD at 100.00 needs 1010.00 USD with a fee of 10.00 USD, free are 1000.00 USD; ask for less or cancel other orders"),
                refused(
                        "a market buy judged at the last price",
                        lab -> lab.script.desk().buy(SPOT).quantity("10").submit(),
                        RejectReason.INSUFFICIENT_FUNDS,
                        "BUY of 10.000 sim:BTCUSD at 100.00 needs 1010.00 USD with a fee of 10.00 USD, free are 1000.00 USD; ask for less or cancel other orders"),
                refused(
                        "a stop buy judged at its trigger",
                        lab -> lab.script
                                .desk()
                                .buy(SPOT)
                                .quantity("9")
                                .stop("120")
                                .submit(),
                        RejectReason.INSUFFICIENT_FUNDS,
                        "BUY of 9.000 sim:BTCUSD at 120.00 needs 1090.80 USD with a fee of 10.80 USD, free are 1000.00 USD; ask for less or cancel other orders"),
                refused(
                        "a buy of what another order holds back",
                        lab -> {
                            buy(lab, "6", "90");
                            buy(lab, "6", "90");
                        },
                        RejectReason.INSUFFICIENT_FUNDS,
                        "BUY of 6.000 sim:BTCUSD at 90.00 needs 545.40 USD with a fee of 5.40 USD, free are 454.60 USD; ask for less or cancel other orders"),
                refused(
                        "a sale of what is not held",
                        lab -> lab.script
                                .desk()
                                .sell(SPOT)
                                .quantity("1")
                                .limit("110")
                                .submit(),
                        RejectReason.INSUFFICIENT_FUNDS,
                        "SELL of 1.000 sim:BTCUSD at 110.00 needs 1.000 BTC, free are 0.000 BTC; ask for less or cancel other orders"));
    }

    static Stream<Arguments> amendments() {
        return Stream.of(
                amended(
                        new Amendment(0, 0, 0),
                        RejectReason.INVALID_AMENDMENT,
                        "the amendment of order ID changes nothing; give a new quantity, price or trigger price"),
                amended(
                        Amendment.ofPrice(-90_00),
                        RejectReason.INVALID_AMENDMENT,
                        "the amendment to quantity 0.000, price -90.00, trigger price 0.00 has a figure below zero; give what changes, and 0 for what stays"),
                amended(
                        Amendment.ofQuantity(-1),
                        RejectReason.INVALID_AMENDMENT,
                        "the amendment to quantity -0.001, price 0.00, trigger price 0.00 has a figure below zero; give what changes, and 0 for what stays"),
                amended(
                        Amendment.ofTrigger(80_00),
                        RejectReason.INVALID_AMENDMENT,
                        "the amendment to quantity 0.000, price 0.00, trigger price 80.00 changes a price that a LIMIT order does not have; send a new order instead"),
                amended(
                        Amendment.ofPrice(90_01),
                        RejectReason.PRICE_STEP,
                        "price 90.01 of sim:BTCUSD is no multiple of the tick 0.05; round it with instrument.rounding()"),
                amended(
                        Amendment.ofQuantity(11),
                        RejectReason.NOTIONAL_BELOW_MINIMUM,
                        "value 0.99 USD is below the minimum 10.00 of sim:BTCUSD; ask for more"),
                amended(
                        Amendment.ofQuantity(12_000),
                        RejectReason.INSUFFICIENT_FUNDS,
                        "BUY of 12.000 sim:BTCUSD at 90.00 needs 1090.80 USD with a fee of 10.80 USD, free are 1000.00 USD; ask for less or cancel other orders"),
                refused(
                        "an amendment below what is filled",
                        lab -> {
                            Order order = buy(lab, "2", "90");
                            lab.engine.advanceTo(3);
                            lab.trade(4, 80_00, 500);
                            lab.script.desk().amend(order, Amendment.ofQuantity(500));
                        },
                        RejectReason.INVALID_AMENDMENT,
                        "quantity 0.500 is not above the 0.500 already filled; cancel instead"),
                refused(
                        "an amendment of a cancelled order",
                        lab -> {
                            Order order = buy(lab, "2", "90");
                            lab.engine.advanceTo(3);
                            lab.script.desk().cancel(order);
                            lab.engine.advanceTo(4);
                            lab.script.desk().amend(order, Amendment.ofQuantity(3_000));
                        },
                        RejectReason.ORDER_NOT_OPEN,
                        "order ID is CANCELED, so it cannot be amended; send a new order instead"));
    }

    private static Arguments amended(Amendment amendment, RejectReason reason, String message) {
        return refused(
                amendment.toString(),
                lab -> {
                    Order order = buy(lab, "2", "90");
                    lab.engine.advanceTo(3);
                    lab.script.desk().amend(order, amendment);
                },
                reason,
                message);
    }

    static Stream<Arguments> market() {
        return Stream.of(
                refused(
                        "a post-only buy at the market",
                        lab -> lab.script
                                .desk()
                                .buy(SPOT)
                                .quantity("1")
                                .limit("100")
                                .postOnly()
                                .submit(),
                        RejectReason.POST_ONLY_WOULD_TAKE,
                        "post-only BUY at 100.00 would take liquidity at 100.00; choose a price behind the market"),
                refused(
                        "a post-only sale below the market",
                        lab -> {
                            hold(lab);
                            lab.script
                                    .desk()
                                    .sell(SPOT)
                                    .quantity("1")
                                    .limit("99.95")
                                    .postOnly()
                                    .submit();
                        },
                        RejectReason.POST_ONLY_WOULD_TAKE,
                        "post-only SELL at 99.95 would take liquidity at 100.00; choose a price behind the market"),
                refused(
                        "a stop that is already passed",
                        lab -> lab.script
                                .desk()
                                .buy(SPOT)
                                .quantity("1")
                                .stop("99")
                                .submit(),
                        RejectReason.TRIGGER_ALREADY_PASSED,
                        "trigger 99.00 of sim:BTCUSD is already passed; the market is at 100.00; choose one that is not, or send a market order"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"state", "positionAndFunds", "amendments", "market"})
    void isRefusedWithItsCodeAndAMessageOfValueRuleAndRemedy(
            String what, Consumer<Lab> action, RejectReason reason, String message) {
        Lab lab = lab(SPOT).start(0);
        lab.trade(1, 100_00, 1_000_000);
        action.accept(lab);
        lab.engine.advanceTo(20);
        assertRefused(reason, message);
    }

    @ParameterizedTest
    @MethodSource("unpriced")
    void isRefusedWhileNoPriceIsKnown(String value) {
        Lab lab = lab(SPOT).start(0);
        lab.script.desk().buy(SPOT).value(value).submit();
        lab.engine.advanceTo(1);
        assertRefused(
                RejectReason.NO_REFERENCE_PRICE,
                "no price of sim:BTCUSD is known yet, so no value can be turned into a quantity; wait for the first trade, quote or bar, or give a quantity");
    }

    static Stream<String> unpriced() {
        return Stream.of("100", "0.01");
    }

    @ParameterizedTest
    @MethodSource("afterExpiry")
    void isRefusedOnceTheInstrumentHasExpired(long now) {
        Lab lab = lab(FUTURE).start(0);
        lab.trade(now, 100_00, 1);
        lab.script.desk().buy(FUTURE).quantity("1").limit("90").submit();
        lab.engine.advanceTo(now + 1);
        assertRefused(
                RejectReason.INSTRUMENT_NOT_TRADING,
                "sim:BTCUSD expired at 1970-01-01T00:00:01Z; trade a later contract");
    }

    static Stream<Long> afterExpiry() {
        return Stream.of(1_000_000_000L, 2_000_000_000L);
    }

    private static Order buy(Lab lab, String quantity, String price) {
        return lab.script.desk().buy(SPOT).quantity(quantity).limit(price).submit();
    }

    /** Buys 2 at 100. */
    private static void hold(Lab lab) {
        lab.script.desk().buy(SPOT).quantity("2").submit();
        lab.engine.advanceTo(2);
        lab.trade(3, 100_00, 1_000_000);
        assertThat(lab.position()).isEqualTo(2_000);
    }

    private void assertRefused(RejectReason reason, String message) {
        assertThat(said.stream().flatMap(DeskRefusalsTest::refusal)).containsExactly(new Refusal(reason, message));
    }

    private static Stream<Refusal> refusal(OrderEvent event) {
        if (event instanceof OrderEvent.Denied denied) {
            return Stream.of(new Refusal(denied.reason(), denied.message()));
        }
        if (event instanceof OrderEvent.Rejected rejected) {
            return Stream.of(new Refusal(rejected.reason(), rejected.message()));
        }
        if (event instanceof OrderEvent.UpdateRejected update) {
            String message = update.message().replace(update.order().clientId(), "ID");
            return Stream.of(new Refusal(update.reason(), message));
        }
        return Stream.empty();
    }
}
