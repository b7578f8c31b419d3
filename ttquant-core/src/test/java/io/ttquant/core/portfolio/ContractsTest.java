package io.ttquant.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Inverse and quanto contracts and hedge mode by figures computed by hand. */
class ContractsTest {
    private static final Currency BTC = Currency.of("BTC", 8);
    private static final Currency ETH = Currency.of("ETH", 8);
    private static final Currency USD = Currency.of("USD", 2);
    private static final Currency USDT = Currency.of("USDT", 6);
    private static final Instrument INVERSE = Instrument.inversePerpetual(InstrumentId.parse("x:BTCUSD"), BTC, USD)
            .tick("0.5")
            .lot("1")
            .build();
    private static final Instrument QUANTO = Instrument.quantoPerpetual(InstrumentId.parse("x:ETHUSD"), ETH, USD, BTC)
            .tick("0.05")
            .lot("1")
            .multiplier(new BigDecimal("0.000001"))
            .build();
    private static final Instrument LINEAR = Instrument.perpetual(InstrumentId.parse("x:BTCSWAP"), BTC, USDT)
            .tick("0.1")
            .lot("0.001")
            .build();

    private final Ledger ledger = new Ledger(BTC, FundsPolicy.STRICT, Map.of(BTC, 1_00000000L));

    private PositionState open(Instrument instrument) {
        ledger.register(instrument);
        return ledger.position("s", instrument);
    }

    @Test
    void anInverseLongGainsContractsTimesTheDifferenceOfTheReciprocals() {
        PositionState p = open(INVERSE);
        ledger.apply(p, Side.BUY, 10_000_0, 10_000, 0, BTC);

        assertThat(p.rawCost()).isEqualTo(-1_00000000L);
        assertThat(p.averagePrice()).isEqualTo(10_000.0);
        ledger.mark(INVERSE, 8_000_0);
        assertThat(p.rawUnrealized()).isEqualTo(-25000000L);
        ledger.apply(p, Side.SELL, 12_500_0, 10_000, 0, BTC);

        assertThat(p.rawRealized()).isEqualTo(20000000L);
        assertThat(ledger.balance("BTC").rawTotal()).isEqualTo(1_20000000L);
    }

    @Test
    void anInverseShortGainsWhenThePriceFalls() {
        PositionState p = open(INVERSE);
        ledger.apply(p, Side.SELL, 10_000_0, 10_000, 0, BTC);
        ledger.apply(p, Side.BUY, 8_000_0, 10_000, 0, BTC);

        assertThat(p.rawRealized()).isEqualTo(25000000L);
        assertThat(p.isFlat()).isTrue();
    }

    @Test
    void theAverageOfInverseFillsIsThePriceOfTheSameValue() {
        PositionState p = open(INVERSE);
        ledger.apply(p, Side.BUY, 10_000_0, 10_000, 0, BTC);
        ledger.apply(p, Side.BUY, 5_000_0, 10_000, 0, BTC);

        assertThat(p.averagePrice()).isEqualTo(20_000 / 3.0);
    }

    @Test
    void anInverseFlipClosesTheOldSideAndOpensTheRestAtTheFillPrice() {
        PositionState p = open(INVERSE);
        ledger.apply(p, Side.BUY, 10_000_0, 10_000, 0, BTC);
        ledger.apply(p, Side.SELL, 12_500_0, 30_000, 0, BTC);

        assertThat(p.rawQuantity()).isEqualTo(-20_000);
        assertThat(p.rawRealized()).isEqualTo(20000000L);
        assertThat(p.averagePrice()).isEqualTo(12_500.0);
    }

    @Test
    void anInverseContractChargesItsFeeInTheBaseCurrency() {
        PositionState p = open(INVERSE);
        ledger.apply(p, Side.BUY, 10_000_0, 10_000, 50_000, BTC);

        assertThat(p.rawFees()).isEqualTo(50_000);
        assertThat(p.rawQuantity()).isEqualTo(10_000);
        assertThat(ledger.balance("BTC").rawTotal()).isEqualTo(99950000L);
    }

    @Test
    void aQuantoContractPaysEachPointAtItsFixedRate() {
        PositionState p = open(QUANTO);
        ledger.apply(p, Side.BUY, 200_00, 100, 0, BTC);
        ledger.apply(p, Side.SELL, 250_00, 100, 0, BTC);

        assertThat(p.rawRealized()).isEqualTo(500000L);
        assertThat(ledger.balance("BTC").rawTotal()).isEqualTo(1_00500000L);
    }

    @Test
    void equityAddsTheUnrealisedProfitOfContractsInTheirOwnCurrency() {
        PositionState p = open(INVERSE);
        ledger.apply(p, Side.BUY, 10_000_0, 10_000, 0, BTC);
        assertThat(ledger.rawEquity()).isEqualTo(Ledger.UNKNOWN);
        assertThat(ledger.equity()).isNaN();
        assertThat(ledger.missingPrice())
                .isEqualTo("no value of x:BTCUSD in BTC is known, because it has had no price");
        ledger.mark(INVERSE, 12_500_0);

        assertThat(ledger.rawEquity()).isEqualTo(1_20000000L);
    }

    @Test
    void inHedgeModeALongAndAShortPositionAreOpenAtOnce() {
        Ledger hedged = new Ledger(USDT, FundsPolicy.STRICT, Map.of(USDT, 1000_000000L), PositionMode.HEDGING);
        hedged.register(LINEAR);
        PositionState bought = hedged.position("s", LINEAR, PositionSide.LONG);
        PositionState sold = hedged.position("s", LINEAR, PositionSide.SHORT);
        hedged.apply(bought, Side.BUY, 100_0, 2_000, 0, USDT);
        hedged.apply(sold, Side.SELL, 110_0, 2_000, 0, USDT);

        assertThat(bought.rawQuantity()).isEqualTo(2_000);
        assertThat(sold.rawQuantity()).isEqualTo(-2_000);
        assertThat(hedged.position("s", LINEAR).isFlat()).isTrue();
        assertThat(hedged.netPosition(LINEAR.id()).isFlat()).isTrue();
        assertThat(hedged.rawEquity()).as("20 are locked in at any price").isEqualTo(1020_000000L);
        hedged.mark(LINEAR, 150_0);
        assertThat(bought.rawUnrealized()).isEqualTo(100_000000L);
        assertThat(sold.rawUnrealized()).isEqualTo(-80_000000L);

        hedged.apply(bought, Side.SELL, 150_0, 2_000, 0, USDT);
        assertThat(hedged.balance("USDT").rawTotal()).isEqualTo(1100_000000L);
        assertThat(hedged.netPosition(LINEAR.id()).rawQuantity()).isEqualTo(-2_000);
        assertThat(hedged.netPosition(LINEAR.id(), PositionSide.SHORT).averagePrice())
                .isEqualTo(110.0);
        assertThat(hedged.rawEquity()).isEqualTo(1020_000000L);
    }

    @Test
    void aLegEndsAtZeroAndNothingIsBookedBeyond() {
        Ledger hedged = new Ledger(USDT, FundsPolicy.STRICT, Map.of(), PositionMode.HEDGING);
        hedged.register(LINEAR);
        PositionState bought = hedged.position("s", LINEAR, PositionSide.LONG);
        hedged.apply(bought, Side.BUY, 100_0, 2_000, 0, USDT);

        assertThatThrownBy(() -> hedged.apply(bought, Side.SELL, 100_0, 2_001, 0, USDT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a fill would turn the LONG position of 2.000 x:BTCSWAP into -0.001; close at most what it"
                        + " holds, and open the other side with an order of its own");
        assertThat(bought.rawQuantity()).isEqualTo(2_000);
    }

    @Test
    void aPositionSideMustGoWithTheModeOfTheAccount() {
        ledger.register(INVERSE);
        assertThatThrownBy(() -> ledger.position("s", INVERSE, PositionSide.LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("position side LONG of x:BTCUSD does not go with an account in mode NETTING");
        Ledger hedged = new Ledger(BTC, FundsPolicy.STRICT, Map.of(), PositionMode.HEDGING);
        hedged.register(INVERSE);
        assertThatThrownBy(() -> hedged.position("s", INVERSE, PositionSide.NET))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("position side NET of x:BTCUSD does not go with an account in mode HEDGING");
    }

    @Test
    void theMiddleOfBidAndAskIsRoundedHalfToEvenAndGoesBeforeTheLastPrice() {
        ledger.register(INVERSE);
        InstrumentMark mark = ledger.markOf(INVERSE);
        mark.last(9_000_0);
        mark.quote(10, 11);
        assertThat(ledger.rawMark(INVERSE)).isEqualTo(10);
        mark.quote(11, 12);
        assertThat(ledger.rawMark(INVERSE)).isEqualTo(12);
        mark.quote(Long.MAX_VALUE - 1, Long.MAX_VALUE);
        assertThat(ledger.rawMark(INVERSE)).isEqualTo(Long.MAX_VALUE - 1);
        mark.last(9_000_0);
        assertThat(ledger.rawMark(INVERSE)).isEqualTo(Long.MAX_VALUE - 1);
    }

    @Test
    void whatTheVenuePublishesAsMarkGoesBeforeAllOtherPrices() {
        ledger.register(INVERSE);
        InstrumentMark mark = ledger.markOf(INVERSE);
        mark.venue(77);
        mark.quote(10, 12);
        mark.last(13);

        assertThat(ledger.rawMark(INVERSE)).isEqualTo(77);
    }
}
