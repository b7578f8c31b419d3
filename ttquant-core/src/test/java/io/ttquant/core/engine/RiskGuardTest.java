package io.ttquant.core.engine;

import static io.ttquant.core.engine.RiskLab.ABC;
import static io.ttquant.core.engine.RiskLab.SECOND;
import static io.ttquant.core.engine.RiskLab.XYZ;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskLimitsBuilder;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.TradingStage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Daily loss, drawdown and loss streak: an account of 10000 USD. */
class RiskGuardTest {
    private static final long DAY = 86_400 * SECOND;
    private static final SimulationConfig AT_ONCE = SimulationConfig.DEFAULT.withFees(RateFees.of("0", "0"));

    private static RiskLab lab(UnaryOperator<RiskLimitsBuilder> limits) {
        return new RiskLab(
                        RiskPolicy.ofAccount(limits.apply(RiskLimits.builder()).build()), AT_ONCE, b -> b)
                .priced();
    }

    private static RiskLab hold(RiskLab lab, long quantity) {
        lab.buy(quantity);
        lab.price(ABC, 100);
        assertThat(lab.position("s")).isEqualTo(quantity);
        return lab;
    }

    @Test
    void aDailyLossHaltsAtItsLimitAndNotBefore() {
        RiskLab lab = hold(lab(b -> b.dailyLoss("100", GuardAction.HALT)), 10);

        lab.price(ABC, 91);
        assertThat(lab.engine.risk().accountStage()).isEqualTo(TradingStage.ACTIVE);
        lab.price(ABC, 90);

        assertThat(lab.acts())
                .containsExactly(
                        "Tripped the account lost 100.00 USD since the day began in UTC, from 10000.00 USD to 9900.00 USD; the limit is 100.00 USD",
                        "StageChanged the account lost 100.00 USD since the day began in UTC, from 10000.00 USD to 9900.00 USD; the limit is 100.00 USD");
        assertThat(lab.engine.risk().stage("s")).isEqualTo(TradingStage.HALTED);
        lab.price(ABC, 80);
        assertThat(lab.acts()).hasSize(2);
        assertThat(lab.position("s")).isEqualTo(10);
    }

    @Test
    void nothingThatMayLoseIsSentWhileALossCannotBeSeen() {
        Currency coin = Currency.of("XYZ", 0);
        for (RiskPolicy policy : List.of(
                RiskPolicy.ofAccount(
                        RiskLimits.builder().dailyLoss("100", GuardAction.HALT).build()),
                RiskPolicy.ofAccount(RiskLimits.builder()
                        .maxDrawdown("0.1", GuardAction.HALT)
                        .build()),
                RiskPolicy.NONE.withStrategy(
                        "s",
                        RiskLimits.builder().dailyLoss("100", GuardAction.HALT).build()))) {
            RiskLab lab = new RiskLab(policy, AT_ONCE, b -> b.startBalance(coin, 5)).priced();

            assertThat(lab.buy(1).status()).as("%s", policy).isEqualTo(OrderStatus.DENIED);
            assertThat(lab.refusals()).extracting(Refusal::reason).containsExactly(RejectReason.NO_REFERENCE_PRICE);
            assertThat(lab.refusals().get(0).message())
                    .contains("is not known")
                    .contains("so that neither its daily loss nor its drawdown can be judged");
        }
    }

    @Test
    void aDailyLossEndsWithTheDayOfItsZone() {
        RiskLab lab = lab(b -> b.dailyLoss("100", GuardAction.HALT).zone(ZoneId.of("Asia/Tokyo")));
        hold(lab, 10);
        lab.price(ABC, 90);
        long midnight = Instant.parse("1970-01-01T15:00:00Z").getEpochSecond() * SECOND;

        lab.pass(midnight - 1 - lab.now);
        assertThat(lab.buy(1).status()).isEqualTo(OrderStatus.DENIED);
        lab.pass(1);
        assertThat(lab.buy(1).status()).isEqualTo(OrderStatus.SUBMITTED);

        assertThat(lab.acts()).last().isEqualTo("StageChanged a new day began in Asia/Tokyo");
    }

    @Test
    void aLossOfYesterdayDoesNotCountToday() {
        RiskLab lab = hold(lab(b -> b.dailyLoss("100", GuardAction.HALT)), 10);
        lab.price(ABC, 92);
        lab.pass(DAY);
        lab.price(ABC, 84);
        lab.price(ABC, 75);
        assertThat(lab.acts()).isEmpty();
        lab.price(ABC, 74);
        assertThat(lab.engine.risk().accountStage()).isEqualTo(TradingStage.HALTED);
    }

    @Test
    void aDrawdownCountsFromTheHighestValueAndOutlastsTheDay() {
        RiskLab lab = hold(lab(b -> b.maxDrawdown("0.1", GuardAction.REDUCE)), 100);
        lab.price(ABC, 110);
        lab.price(ABC, 100);
        assertThat(lab.acts()).isEmpty();
        lab.price(ABC, 99);

        assertThat(lab.acts().get(0))
                .isEqualTo(
                        "Tripped the account lost 1100.00 USD from its highest value 11000.00 USD; the limit is 10% of that");
        assertThat(lab.engine.risk().accountStage()).isEqualTo(TradingStage.REDUCING);
        lab.pass(2 * DAY);
        lab.price(ABC, 120);
        assertThat(lab.engine.risk().accountStage()).isEqualTo(TradingStage.REDUCING);
        lab.engine.risk().resume("", "me", "it is over");
        assertThat(lab.engine.risk().accountStage()).isEqualTo(TradingStage.ACTIVE);
        lab.price(ABC, 119);
        assertThat(lab.engine.risk().accountStage()).isEqualTo(TradingStage.ACTIVE);
    }

    @Test
    void aStrategysLossStopsItAndNotTheOther() {
        RiskLab lab = new RiskLab(
                        RiskPolicy.NONE.withStrategy(
                                "s",
                                RiskLimits.builder()
                                        .dailyLoss("100", GuardAction.FLATTEN)
                                        .build()),
                        AT_ONCE,
                        b -> b)
                .priced();
        lab.buy(10);
        lab.market(lab.t, ABC, Side.BUY, 10);
        lab.price(ABC, 100);
        Order resting = lab.limit(lab.s, XYZ, Side.BUY, 1, 50);
        lab.pass(1);

        lab.price(ABC, 90);
        lab.pass(1);
        lab.price(ABC, 90);

        assertThat(lab.position("s")).isZero();
        assertThat(lab.position("t")).isEqualTo(10);
        assertThat(resting.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lab.engine.risk().stage("s")).isEqualTo(TradingStage.HALTED);
        assertThat(lab.engine.risk().stage("t")).isEqualTo(TradingStage.ACTIVE);
        assertThat(lab.exits()).hasSize(1);
    }

    @Test
    void aLossStreakCountsRoundTripsThatWereLostInARow() {
        RiskLab lab = lab(b -> b.lossStreak(2, GuardAction.HALT));
        roundTrip(lab, 100, 99);
        roundTrip(lab, 99, 100);
        roundTrip(lab, 100, 99);
        assertThat(lab.acts()).isEmpty();
        roundTrip(lab, 99, 98);

        assertThat(lab.acts().get(0)).isEqualTo("Tripped the account lost 2 round trips in a row; the limit is 2");
        assertThat(lab.buy(1).status()).isEqualTo(OrderStatus.DENIED);
        lab.engine.risk().resume("", "me", "try again");
        roundTrip(lab, 98, 97);
        assertThat(lab.engine.risk().accountStage()).isEqualTo(TradingStage.ACTIVE);
    }

    @Test
    void feesMakeARoundTripALoss() {
        RiskLab lab = new RiskLab(
                        RiskPolicy.ofAccount(RiskLimits.builder()
                                .lossStreak(1, GuardAction.HALT)
                                .build()),
                        SimulationConfig.DEFAULT.withFees(RateFees.of("0.001", "0.001")),
                        b -> b)
                .priced();
        roundTrip(lab, 100, 100);

        assertThat(lab.acts().get(0)).isEqualTo("Tripped the account lost 1 round trips in a row; the limit is 1");
    }

    private static void roundTrip(RiskLab lab, long in, long out) {
        lab.price(ABC, in);
        lab.buy(1);
        lab.price(ABC, in);
        lab.price(ABC, out);
        lab.sell(1);
        lab.price(ABC, out);
        assertThat(lab.position("s")).isZero();
    }

    @Test
    void reducingCancelsWhatMayIncreaseAndKeepsWhatCannot() {
        RiskLab lab = hold(lab(b -> b.dailyLoss("100", GuardAction.REDUCE)), 10);
        Order entry = lab.limit(lab.s, ABC, Side.BUY, 1, 50);
        Order exit =
                lab.s.desk().sell(ABC).rawQuantity(10).limit("150").reduceOnly().submit();
        lab.pass(1);

        lab.price(ABC, 90);
        lab.pass(1);

        assertThat(entry.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(exit.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(lab.sell(11).status()).isEqualTo(OrderStatus.DENIED);
        assertThat(lab.sell(10).status()).isEqualTo(OrderStatus.DENIED);
        assertThat(lab.s
                        .desk()
                        .sell(ABC)
                        .rawQuantity(10)
                        .market()
                        .reduceOnly()
                        .submit()
                        .status())
                .isEqualTo(OrderStatus.SUBMITTED);
    }
}
