package io.ttquant.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Side;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PositionStateTest {
    private static final Currency COIN = Currency.of("COIN", 4);
    private static final Currency USD = Currency.of("USD", 2);
    private static final Currency THIRD = Currency.of("THIRD", 3);
    private static final Instrument SPOT = Instrument.spot(InstrumentId.parse("x:COINUSD"), COIN, USD)
            .tick("0.1")
            .lot("0.01")
            .build();

    private final Ledger ledger = new Ledger(USD, FundsPolicy.BORROW, Map.of(USD, 100_000L, THIRD, 5_000L));
    private final PositionState position;

    PositionStateTest() {
        ledger.register(SPOT);
        position = ledger.position("s", SPOT);
    }

    private void fill(Side side, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency) {
        ledger.apply(position, side, rawPrice, rawQuantity, rawFee, feeCurrency);
    }

    @Test
    void theAveragePriceIsWeightedByQuantity() {
        fill(Side.BUY, 1000, 100, 0, USD);
        fill(Side.BUY, 1300, 200, 0, USD);

        assertThat(position.averagePrice()).isEqualTo(120.0);
        assertThat(position.rawQuantity()).isEqualTo(300);
    }

    @Test
    void closingAPartKeepsTheAveragePriceAndRealisesTheDifference() {
        fill(Side.BUY, 1000, 300, 0, USD);
        fill(Side.SELL, 1500, 100, 0, USD);

        assertThat(position.averagePrice()).isEqualTo(100.0);
        assertThat(position.rawRealized()).isEqualTo(50_00);
        ledger.mark(SPOT, 900);
        assertThat(position.rawUnrealized()).isEqualTo(-20_00);
    }

    @Test
    void aFlipClosesTheOldSideAndOpensTheNewOneAtTheFillPrice() {
        fill(Side.BUY, 1000, 100, 0, USD);
        fill(Side.SELL, 1200, 300, 0, USD);

        assertThat(position.rawQuantity()).isEqualTo(-200);
        assertThat(position.averagePrice()).isEqualTo(120.0);
        assertThat(position.rawRealized()).isEqualTo(20_00);
    }

    @Test
    void aFeeInTheQuoteCurrencyIsKeptBesideThePosition() {
        fill(Side.BUY, 1000, 100, 25, USD);

        assertThat(position.averagePrice()).isEqualTo(100.0);
        assertThat(position.rawFees()).isEqualTo(25);
        assertThat(ledger.balance("USD").rawTotal()).isEqualTo(100_000 - 100_00 - 25);
    }

    @Test
    void aFeeInTheBaseCurrencyShrinksThePositionAndRaisesItsAveragePrice() {
        fill(Side.BUY, 1000, 100, 100, COIN);

        assertThat(position.rawQuantity()).isEqualTo(99);
        assertThat(position.averagePrice()).isEqualTo(100.0 / 0.99);
        assertThat(ledger.balance("COIN").rawTotal()).isEqualTo(99_00);
    }

    @Test
    void aFeeInAThirdAssetTouchesThatAssetOnly() {
        fill(Side.BUY, 1000, 100, 750, THIRD);

        assertThat(position.rawQuantity()).isEqualTo(100);
        assertThat(position.rawFees()).isZero();
        assertThat(ledger.balance("THIRD").rawTotal()).isEqualTo(4_250);
        assertThat(ledger.balance("USD").rawTotal()).isEqualTo(100_000 - 100_00);
    }

    @Test
    void feesFinerThanAUnitAreCarriedSoThatManySmallFillsLoseNoMoreThanOne() {
        for (int i = 0; i < 10; i++) {
            fill(Side.BUY, 1000, 1, 1, COIN);
        }

        assertThat(position.rawQuantity()).isEqualTo(9);
        assertThat(position.rawDust()).isEqualTo(90);
        assertThat(ledger.balance("COIN").rawTotal()).isEqualTo(990);
    }

    @Test
    void aFeeThatTakesAllThatWasBoughtIsALoss() {
        fill(Side.BUY, 1000, 1, 1, COIN);

        assertThat(position.isFlat()).isTrue();
        assertThat(position.rawCost()).isZero();
        assertThat(position.rawRealized()).isEqualTo(-1_00);
        assertThat(position.averagePrice()).isNaN();
    }

    @Test
    void aRebateInTheBaseCurrencyGrowsThePositionByWholeUnits() {
        fill(Side.BUY, 1000, 100, -250, COIN);

        assertThat(position.rawQuantity()).isEqualTo(102);
        assertThat(position.rawDust()).isEqualTo(50);
    }

    @Test
    void whatDoesNotFitIsRefusedWithNothingBooked() {
        fill(Side.BUY, 1000, 100, 0, USD);

        assertThatThrownBy(() -> fill(Side.BUY, 1000, Long.MAX_VALUE / 2, 0, USD))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> fill(Side.BUY, 1, Long.MAX_VALUE - 50, 0, USD))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("does not fit the 64 bits of its accounts; give its currencies smaller scales");
        assertThat(position.rawQuantity()).isEqualTo(100);
        assertThat(ledger.balance("USD").rawTotal()).isEqualTo(100_000 - 100_00);
        assertThat(ledger.balance("COIN").rawTotal()).isEqualTo(100_00);
    }
}
