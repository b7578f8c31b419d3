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
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A position that is stated beside one that was traded. */
class HeldPositionsTest {
    private static final Currency BTC = Currency.of("BTC");
    private static final Currency USDT = Currency.of("USDT");
    private static final Instrument LINEAR = Instrument.perpetual(InstrumentId.parse("x:L"), BTC, USDT)
            .tick("0.1")
            .lot("1")
            .multiplier(new BigDecimal("0.01"))
            .build();
    private static final Instrument INVERSE = Instrument.inversePerpetual(
                    InstrumentId.parse("x:I"), BTC, Currency.of("USD", 2))
            .tick("0.1")
            .lot("1")
            .multiplier(new BigDecimal("100"))
            .build();

    private static Ledger ledger(PositionMode mode) {
        Ledger ledger = new Ledger(USDT, FundsPolicy.STRICT, Map.of(), mode);
        List.of(LINEAR, INVERSE).forEach(ledger::register);
        return ledger;
    }

    @Test
    void statedAtATickItIsWhatOneFillAtThatPriceMakes() {
        for (long seed = 1; seed <= 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Instrument i = random.nextBoolean() ? LINEAR : INVERSE;
            long quantity = random.nextLong(1, 1_000);
            long price = random.nextLong(1, 1_000_000);
            boolean isLong = random.nextBoolean();
            Ledger traded = ledger(PositionMode.NETTING);
            traded.apply(traded.position("s", i), isLong ? Side.BUY : Side.SELL, price, quantity, 0, i.settlement());
            Ledger stated = ledger(PositionMode.NETTING);
            HeldPositions.set(
                    stated.position(Ledger.EXTERNAL, i),
                    isLong ? quantity : -quantity,
                    BigDecimal.valueOf(price, i.priceScale()));
            traded.mark(i, price + 3);
            stated.mark(i, price + 3);

            String where = "seed " + seed;
            assertThat(stated.position(Ledger.EXTERNAL, i).rawCost())
                    .as(where)
                    .isEqualTo(traded.position("s", i).rawCost());
            assertThat(stated.netPosition(i.id()).rawQuantity())
                    .as(where)
                    .isEqualTo(traded.netPosition(i.id()).rawQuantity());
            assertThat(stated.netPosition(i.id()).rawUnrealized())
                    .as(where)
                    .isEqualTo(traded.netPosition(i.id()).rawUnrealized());
        }
    }

    @Test
    void onlyWhatDiffersFromWhatOthersHoldIsChangedAndNothingIsRealised() {
        Ledger ledger = ledger(PositionMode.NETTING);
        ledger.apply(ledger.position("s", LINEAR), Side.BUY, 1_000, 5, 0, USDT);
        PositionState part = ledger.position(Ledger.EXTERNAL, LINEAR);

        assertThat(HeldPositions.set(part, 5, new BigDecimal("123")))
                .as("the same quantity")
                .isZero();
        assertThat(HeldPositions.set(part, 2, new BigDecimal("100"))).isEqualTo(-3);
        assertThat(part.rawQuantity()).isEqualTo(-3);
        assertThat(ledger.netPosition(LINEAR.id()).averagePrice()).isEqualTo(100);
        assertThat(ledger.netPosition(LINEAR.id()).rawRealized()).isZero();
        assertThat(HeldPositions.set(part, 0, BigDecimal.ZERO)).isEqualTo(-2);
        assertThat(ledger.netPosition(LINEAR.id()).isFlat()).isTrue();
        assertThat(ledger.netPosition(LINEAR.id()).rawUnrealized()).isZero();
        assertThat(ledger.balance("USDT").rawTotal()).isZero();
    }

    @Test
    void whatIsNoPositionOfADerivativeIsRefusedAndNothingIsChanged() {
        Ledger ledger = ledger(PositionMode.HEDGING);
        PositionState bought = ledger.position(Ledger.EXTERNAL, LINEAR, PositionSide.LONG);
        Instrument spot =
                Instrument.spot("x:S", "BTC", "USDT").tick("1").lot("1").build();
        ledger.register(spot);

        assertThatThrownBy(() -> HeldPositions.set(bought, -1, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a long one is positive and a short one negative");
        assertThatThrownBy(() -> HeldPositions.set(bought, 1, new BigDecimal("-1")))
                .hasMessageContaining("must be above zero");
        assertThatThrownBy(() -> HeldPositions.set(bought, Long.MAX_VALUE, new BigDecimal("1e20")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("does not fit the 64 bits");
        assertThatThrownBy(() -> HeldPositions.set(ledger.position(Ledger.EXTERNAL, spot), 1, BigDecimal.ONE))
                .hasMessageContaining("which is spot");
        assertThat(ledger.netPosition(LINEAR.id()).isFlat()).isTrue();
        assertThat(bought.rawCost()).isZero();
    }
}
