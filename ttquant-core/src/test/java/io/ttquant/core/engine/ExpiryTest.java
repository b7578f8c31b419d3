package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.ContractType;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentBuilder;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What becomes of orders and positions when a dated future expires. */
class ExpiryTest {
    private static final long EXPIRY = 1_000_000_000L;
    private static final Currency BTC = Currency.of("BTC");
    private static final Currency USD = Currency.of("USD");
    private static final SimulationConfig FREE = SimulationConfig.DEFAULT.withFees(RateFees.of("0", "0"));

    private static InstrumentBuilder future() {
        return Instrument.future(InstrumentId.parse("sim:BTC1"), BTC, USD)
                .tick("1")
                .lot("1")
                .expiry(Instant.ofEpochSecond(1));
    }

    private static Lab lab(Instrument instrument, SimulationConfig config) {
        return new Lab(
                        instrument,
                        config,
                        b -> b.reporting(instrument.settlement())
                                .startBalance(instrument.settlement(), 1_000_000_00000000L))
                .start(1);
    }

    private static long cash(Lab lab) {
        return lab.engine.ledger().balance(lab.instrument.settlement().code()).rawTotal() - 1_000_000_00000000L;
    }

    @Test
    void aPositionIsClosedForCashAtTheLastPriceWithoutAFee() {
        Lab lab = lab(future().build(), SimulationConfig.DEFAULT.withFees(RateFees.of("0.001", "0.001")));
        lab.trade(2, 100, 5);
        lab.script.desk().buy(lab.instrument).quantity("3").market().submit();
        lab.trade(3, 100, 5);
        lab.trade(EXPIRY, 130, 5);
        lab.engine.advanceTo(EXPIRY + 1);

        Fill last = lab.script.fills.get(1);
        assertThat(last.reason()).isEqualTo(FillReason.EXPIRY);
        assertThat(last.side()).isEqualTo(Side.SELL);
        assertThat(last.price()).isEqualTo(130.0);
        assertThat(last.rawFee()).isZero();
        assertThat(last.order().request().tag()).isEqualTo("expiry");
        assertThat(last.tsEvent()).isEqualTo(EXPIRY);
        assertThat(lab.position()).isZero();
        assertThat(cash(lab)).isEqualTo(90_00000000L - 30000000L);
        assertThat(lab.engine.ledger().rawEquity()).isEqualTo(1_000_000_00000000L + 89_70000000L);
    }

    @Test
    void whatTheVenuePublishesAsMarkIsTheSettlementPrice() {
        Lab lab = lab(future().build(), FREE);
        lab.trade(2, 100, 5);
        lab.script.desk().sell(lab.instrument).quantity("3").market().submit();
        lab.sink.markPrice(3, 3, 110);
        lab.trade(4, 130, 5);
        lab.engine.advanceTo(EXPIRY);
        lab.engine.advanceTo(EXPIRY + 1);

        assertThat(lab.fills()).last().isEqualTo("BUY 3@110 TAKER EXPIRY");
        assertThat(cash(lab)).isEqualTo(-30_00000000L);
    }

    @Test
    void aQuoteOfOneSideIsNoSettlementPriceAndTheLastMiddleIs() {
        Lab lab = lab(future().build(), FREE);
        lab.quote(2, 99, 5, 102, 5);
        lab.script.desk().buy(lab.instrument).quantity("3").market().submit();
        lab.quote(3, 103, 5, 104, 5);
        lab.quote(4, 0, 0, 104, 5);
        lab.engine.advanceTo(EXPIRY + 1);

        assertThat(lab.fills()).containsExactly("BUY 3@102 TAKER TOOK_BOOK", "SELL 3@104 TAKER EXPIRY");
    }

    @Test
    void openOrdersAreCancelledWithTheReasonAndLaterOnesDenied() {
        Lab lab = lab(future().build(), FREE);
        lab.trade(2, 100, 5);
        lab.script.desk().buy(lab.instrument).quantity("3").limit(90).submit();
        lab.engine.advanceTo(EXPIRY + 1);

        assertThat(lab.lastEvent())
                .isInstanceOfSatisfying(
                        OrderEvent.Canceled.class,
                        canceled ->
                                assertThat(canceled.message()).isEqualTo("sim:BTC1 expired at 1970-01-01T00:00:01Z"));
        lab.script.desk().buy(lab.instrument).quantity("3").limit(90).submit();
        lab.trade(EXPIRY + 3, 80, 5);
        assertThat(lab.lastEvent())
                .isInstanceOfSatisfying(
                        OrderEvent.Denied.class,
                        denied -> assertThat(denied.reason()).isEqualTo(RejectReason.INSTRUMENT_NOT_TRADING));
        assertThat(lab.fills()).isEmpty();
    }

    @Test
    void anOrderThatArrivesAfterTheExpiryIsRejectedAndOneUnderWayToUsIsSettled() {
        Lab lab = lab(
                future().build(), FREE.withLatency(LatencyModel.constant(Duration.ofNanos(10), Duration.ofNanos(100))));
        lab.trade(2, 100, 5);
        lab.script.desk().buy(lab.instrument).quantity("3").market().submit();
        lab.engine.advanceTo(EXPIRY - 50);
        lab.trade(EXPIRY - 20, 100, 5);
        lab.script.desk().buy(lab.instrument).quantity("2").market().submit();
        lab.engine.advanceTo(EXPIRY - 5);
        lab.script.desk().buy(lab.instrument).quantity("1").market().submit();
        lab.engine.advanceTo(EXPIRY + 200);

        assertThat(lab.fills())
                .containsExactly("BUY 3@100 TAKER TOOK_BOOK", "BUY 2@100 TAKER TOOK_BOOK", "SELL 5@100 TAKER EXPIRY");
        assertThat(lab.script.events)
                .filteredOn(OrderEvent.Rejected.class::isInstance)
                .singleElement()
                .extracting(event -> ((OrderEvent.Rejected) event).message())
                .isEqualTo("sim:BTC1 expired at 1970-01-01T00:00:01Z; trade a later contract");
        assertThat(lab.position()).isZero();
    }

    @Test
    void inHedgeModeBothSidesAreSettled() {
        Instrument instrument = future().build();
        Lab lab = new Lab(
                        instrument,
                        FREE,
                        b -> b.reporting(USD).positions(PositionMode.HEDGING).startBalance(USD, 1_000_000_00000000L))
                .start(1);
        lab.trade(2, 100, 5);
        lab.script
                .desk()
                .buy(instrument)
                .quantity("3")
                .market()
                .positionSide(PositionSide.LONG)
                .submit();
        lab.script
                .desk()
                .sell(instrument)
                .quantity("2")
                .market()
                .positionSide(PositionSide.SHORT)
                .submit();
        lab.trade(3, 110, 5);
        lab.engine.advanceTo(EXPIRY + 1);

        assertThat(lab.fills())
                .containsExactly(
                        "BUY 3@100 TAKER TOOK_BOOK",
                        "SELL 2@100 TAKER TOOK_BOOK",
                        "SELL 3@110 TAKER EXPIRY",
                        "BUY 2@110 TAKER EXPIRY");
        assertThat(cash(lab)).isEqualTo(10_00000000L);
    }

    /** Cash at the end is the start less the values of all fills, each rounded once, and all fees: nothing is left in a position. */
    @Test
    void afterExpiryTheCashIsTheSumOfAllFlowsToTheLastDigitForEveryContract() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ContractType type = ContractType.values()[random.nextInt(3)];
            Currency settlement =
                    type == ContractType.INVERSE ? BTC : type == ContractType.LINEAR ? USD : Currency.of("EUR");
            Instrument instrument = future().contract(type, settlement)
                    .multiplier(BigDecimal.valueOf(random.nextInt(1, 1000), random.nextInt(3, 7)))
                    .build();
            Lab lab = lab(instrument, SimulationConfig.DEFAULT.withFees(RateFees.of("-0.00013", "0.00057")));
            long ts = 2;
            for (int i = 0; i < 40; i++) {
                lab.trade(ts++, random.nextLong(500, 3_000), 1_000);
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                (side == Side.BUY
                                ? lab.script.desk().buy(instrument)
                                : lab.script.desk().sell(instrument))
                        .rawQuantity(random.nextLong(1, 50))
                        .market()
                        .submit();
            }
            lab.engine.advanceTo(EXPIRY + 1);

            BigDecimal flows = BigDecimal.ZERO;
            for (Fill fill : lab.script.fills) {
                flows = flows.subtract(cost(fill)).subtract(BigDecimal.valueOf(fill.rawFee(), settlement.scale()));
            }
            assertThat(lab.position()).as("seed %d", seed).isZero();
            assertThat(lab.script.fills).as("seed %d", seed).hasSizeGreaterThan(30);
            assertThat(BigDecimal.valueOf(cash(lab), settlement.scale()))
                    .as("seed %d: %s", seed, type)
                    .isEqualByComparingTo(flows);
        }
    }

    private static BigDecimal cost(Fill fill) {
        Instrument i = fill.instrument();
        BigDecimal contracts = BigDecimal.valueOf(fill.rawSignedQuantity()).multiply(i.multiplier());
        BigDecimal price = BigDecimal.valueOf(fill.rawPrice());
        BigDecimal exact =
                i.isInverse() ? contracts.negate().divide(price, new MathContext(60)) : contracts.multiply(price);
        return exact.setScale(i.settlement().scale(), RoundingMode.HALF_EVEN);
    }
}
