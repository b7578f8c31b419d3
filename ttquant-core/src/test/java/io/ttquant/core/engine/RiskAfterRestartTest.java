package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.money.Currency;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskMemory;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.RiskRecord;
import io.ttquant.core.risk.TradingStage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Daily loss, drawdown, loss streak and holds of an engine that is killed and begins again: an account of 10000 USD. */
class RiskAfterRestartTest {
    private static final String NOON = "2026-03-10T12:00:00Z";

    private static TradingStage stage(RestartLab lab) {
        return lab.life.engine.risk().accountStage();
    }

    /** Keeps what it is given unless it is told to fail. */
    private static final class Memory implements RiskMemory {
        final List<RiskRecord> saved = new ArrayList<>();
        boolean fails;

        @Override
        public @Nullable RiskRecord load() {
            return saved.isEmpty() ? null : saved.get(saved.size() - 1);
        }

        @Override
        public void save(RiskRecord state) {
            if (fails) {
                throw new IllegalStateException("the disk is full");
            }
            saved.add(state);
        }
    }

    @Test
    void theDayGoesOnWithItsStart() {
        RestartLab lab = RestartLab.ofAccount(NOON, b -> b.dailyLoss("100", GuardAction.HALT));
        lab.hold(10).price(94).keep().restart();

        lab.price(91);
        assertThat(stage(lab)).isEqualTo(TradingStage.ACTIVE);
        lab.price(90);
        assertThat(lab.acts)
                .first()
                .isEqualTo(
                        "Tripped the account lost 100.00 USD since the day began in UTC, from 10000.00 USD to 9900.00 USD; the limit is 100.00 USD");
        assertThat(stage(lab)).isEqualTo(TradingStage.HALTED);
    }

    @Test
    void aHaltOfTheDayLastsUntilTheDayEndsHoweverOftenItStarts() {
        RestartLab lab = RestartLab.ofAccount(NOON, b -> b.dailyLoss("100", GuardAction.HALT));
        lab.hold(10).price(90);
        lab.restart();
        assertThat(stage(lab)).isEqualTo(TradingStage.HALTED);
        assertThat(lab.acts)
                .last()
                .isEqualTo(
                        "StageChanged found so at the start: the account lost 100.00 USD since the day began in UTC, from 10000.00 USD to 9900.00 USD; the limit is 100.00 USD");
        lab.price(99);
        assertThat(lab.trade(1, 99, 0)).isFalse();
        lab.price(99);
        assertThat(lab.life.denials()).containsExactly(RejectReason.TRADING_HALTED);

        lab.keep().restartAt("2026-03-10T23:59:59Z");
        assertThat(stage(lab)).isEqualTo(TradingStage.HALTED);
        lab.price(99);
        assertThat(stage(lab)).isEqualTo(TradingStage.ACTIVE);
        assertThat(lab.trips()).last().isEqualTo("StageChanged a new day began in UTC");
        lab.price(90);
        assertThat(stage(lab)).isEqualTo(TradingStage.ACTIVE);
        lab.price(89);
        assertThat(stage(lab)).isEqualTo(TradingStage.HALTED);
    }

    @Test
    void aStartOnANewDayBeginsAnew() {
        RestartLab lab = RestartLab.ofAccount(NOON, b -> b.dailyLoss("100", GuardAction.HALT));
        lab.hold(10).price(90);
        lab.restartAt("2026-03-11T00:00:00Z");
        assertThat(stage(lab)).isEqualTo(TradingStage.ACTIVE);
        assertThat(lab.acts).last().isEqualTo("StageChanged a new day began in UTC");
        lab.price(90);
        lab.price(81);
        assertThat(stage(lab)).isEqualTo(TradingStage.ACTIVE);
        lab.price(80);
        assertThat(stage(lab)).isEqualTo(TradingStage.HALTED);
    }

    @Test
    void aDayOfTwentyThreeHoursEndsAtItsMidnight() {
        // New York goes forward on 8 March 2026: midnight is at 05:00 before it and at 04:00 after.
        RestartLab lab = RestartLab.ofAccount(
                "2026-03-08T05:00:00Z",
                b -> b.dailyLoss("100", GuardAction.HALT).zone(ZoneId.of("America/New_York")));
        lab.hold(10).price(90);
        lab.restartAt("2026-03-09T03:59:59Z");
        assertThat(stage(lab)).isEqualTo(TradingStage.HALTED);
        lab.keep().restartAt("2026-03-09T04:00:00Z");
        assertThat(stage(lab)).isEqualTo(TradingStage.ACTIVE);
    }

    @Test
    void aDayOfTwentyFiveHoursEndsAtItsMidnight() {
        RestartLab lab = RestartLab.ofAccount(
                "2026-11-01T04:00:00Z",
                b -> b.dailyLoss("100", GuardAction.HALT).zone(ZoneId.of("America/New_York")));
        lab.hold(10).price(90);
        lab.restartAt("2026-11-02T04:59:59Z");
        assertThat(stage(lab)).isEqualTo(TradingStage.HALTED);
        lab.keep().restartAt("2026-11-02T05:00:00Z");
        assertThat(stage(lab)).isEqualTo(TradingStage.ACTIVE);
    }

    @Test
    void aDayThatWasCountedByAnotherZoneEndsAtTheNextMidnightOfTheOne() {
        RestartLab lab = RestartLab.ofAccount(NOON, b -> b.dailyLoss("100", GuardAction.HALT));
        lab.hold(10).price(90);
        lab.policy =
                RestartLab.account(b -> b.dailyLoss("100", GuardAction.HALT).zone(ZoneId.of("Asia/Tokyo")));
        lab.restartAt("2026-03-10T14:59:59Z");
        assertThat(stage(lab)).isEqualTo(TradingStage.HALTED);
        lab.price(90);
        assertThat(stage(lab)).isEqualTo(TradingStage.ACTIVE);
    }

    @Test
    void aDrawdownCountsFromTheHighestValueOfBeforeAndHoldsUntilSomebodyResumes() {
        RestartLab lab = RestartLab.ofAccount(NOON, b -> b.maxDrawdown("0.1", GuardAction.REDUCE));
        lab.hold(100).price(110).pass(5 * RestartLab.SECOND).keep().restart();
        lab.price(100);
        assertThat(lab.acts).isEmpty();
        lab.price(99);
        assertThat(lab.acts.get(0))
                .isEqualTo(
                        "Tripped the account lost 1100.00 USD from its highest value 11000.00 USD; the limit is 10% of that");

        lab.restartAt("2026-03-14T12:00:00Z").price(130);
        assertThat(stage(lab)).isEqualTo(TradingStage.REDUCING);
        assertThat(lab.trade(1, 130, 0)).isFalse();
        lab.life.engine.risk().resume("", "me", "it is over");
        assertThat(stage(lab)).isEqualTo(TradingStage.ACTIVE);
        lab.restart().price(120);
        assertThat(stage(lab)).isEqualTo(TradingStage.ACTIVE);
    }

    @Test
    void aHighestValueThatWasNotKeptYetIsLowerAndNeverHigher() {
        Memory memory = new Memory();
        RestartLab lab = new RestartLab(NOON, RestartLab.account(b -> b.maxDrawdown("0.1", GuardAction.HALT)), memory);
        lab.hold(100).keep().price(105).keep().price(110).keep();
        assertThat(memory.saved).hasSize(1);
        lab.price(111).pass(2 * RestartLab.SECOND).keep();
        assertThat(memory.saved).hasSize(2);
        assertThat(highest(memory)).isEqualTo(11_100_00);
        lab.price(110).pass(9 * RestartLab.SECOND).keep();
        assertThat(memory.saved).hasSize(2);
    }

    private static long highest(Memory memory) {
        return Objects.requireNonNull(memory.load())
                .find("")
                .orElseThrow()
                .losses()
                .rawHighest();
    }

    @Test
    void aStreakGoesOnAndHoldsUntilSomebodyResumes() {
        RestartLab lab = RestartLab.ofAccount(NOON, b -> b.lossStreak(2, GuardAction.HALT));
        roundTrip(lab, 99);
        lab.keep().restart();
        assertThat(lab.acts).isEmpty();
        roundTrip(lab, 99);
        assertThat(lab.acts.get(0)).isEqualTo("Tripped the account lost 2 round trips in a row; the limit is 2");

        lab.restartAt("2026-03-12T12:00:00Z");
        assertThat(stage(lab)).isEqualTo(TradingStage.HALTED);
        lab.life.engine.risk().resume("", "me", "try again");
        lab.restart();
        roundTrip(lab, 99);
        assertThat(stage(lab)).isEqualTo(TradingStage.ACTIVE);
    }

    private static void roundTrip(RestartLab lab, long out) {
        lab.hold(1);
        lab.price(out);
        lab.trade(-1, out, 0);
    }

    @Test
    void whatSomebodyHoldsByHandIsHeldAfterARestartEvenWithoutLimits() {
        RestartLab lab = RestartLab.ofAccount(NOON, b -> b);
        lab.life.engine.risk().hold("s", TradingStage.HALTED, "a look", "Ann");
        lab.restart().price(100);
        assertThat(lab.acts).last().isEqualTo("StageChanged found so at the start: a look, by Ann");
        assertThat(lab.trade(1, 100, 0)).isFalse();
        lab.price(100);
        assertThat(lab.life.lastDenial()).contains("strategy s is halted (a look, by Ann)");
        lab.life.engine.risk().resume("s", "Ann", "seen");
        lab.restart().price(100);
        assertThat(lab.trade(1, 100, 0)).isTrue();
    }

    @Test
    void aLimitThatWasLoweredIsJudgedByWhatWasLostBefore() {
        RestartLab lab = RestartLab.ofAccount(NOON, b -> b.dailyLoss("500", GuardAction.HALT));
        lab.hold(10).price(85).keep();
        lab.policy = RestartLab.account(b -> b.dailyLoss("100", GuardAction.HALT));
        lab.restart();
        assertThat(stage(lab)).isEqualTo(TradingStage.ACTIVE);
        lab.price(85);
        assertThat(stage(lab)).isEqualTo(TradingStage.HALTED);
    }

    @Test
    void aStreakThatIsTooLongByALimitOfNowHoldsOnceOrdersMayBeSent() {
        RestartLab lab = RestartLab.ofAccount(NOON, b -> b.lossStreak(5, GuardAction.HALT));
        roundTrip(lab, 99);
        roundTrip(lab, 99);
        roundTrip(lab, 99);
        lab.keep();
        lab.policy = RestartLab.account(b -> b.lossStreak(2, GuardAction.HALT));
        lab.restart();
        assertThat(lab.acts.get(0)).isEqualTo("Tripped the account lost 3 round trips in a row; the limit is 2");
        assertThat(stage(lab)).isEqualTo(TradingStage.HALTED);
    }

    @Test
    void aLimitThatWasRaisedOrTakenAwayEndsNoHalt() {
        RestartLab lab = RestartLab.ofAccount(NOON, b -> b.dailyLoss("100", GuardAction.HALT));
        lab.hold(10).price(90);
        lab.policy = RestartLab.account(b -> b.dailyLoss("900", GuardAction.HALT));
        lab.restart().price(90).keep();
        assertThat(stage(lab)).isEqualTo(TradingStage.HALTED);
        lab.policy = RestartLab.account(b -> b);
        lab.restart().price(90).keep();
        assertThat(stage(lab)).isEqualTo(TradingStage.HALTED);
        lab.restartAt("2026-03-11T00:00:00Z");
        assertThat(stage(lab)).isEqualTo(TradingStage.ACTIVE);
    }

    @Test
    void aStrategysLossCountsWhatItsPositionsPaidAndBrought() {
        for (boolean givesBack : List.of(true, false)) {
            RestartLab lab = new RestartLab(NOON, RestartLab.strategy(b -> b.dailyLoss("100", GuardAction.HALT)));
            lab.givesBack = givesBack;
            lab.price(100);
            lab.trade(10, 100, 20_00);
            lab.price(97);
            lab.trade(-10, 97, 20_00);
            lab.price(97);
            lab.trade(10, 97, 20_00);
            lab.price(97).keep().restart();

            // 30 by the first round trip and 60 for fees.
            lab.price(97);
            assertThat(lab.acts).as("%s", givesBack).isEmpty();
            if (givesBack) {
                lab.price(96);
            } else {
                assertThat(lab.trade(1, 97, 10_00)).isTrue();
                lab.price(97);
            }
            assertThat(lab.acts.get(0))
                    .as("%s", givesBack)
                    .isEqualTo(
                            "Tripped strategy s lost 100.00 USD since the day began in UTC, from 10000.00 USD to 9900.00 USD; the limit is 100.00 USD");
        }
    }

    /** As where the earlier start was one of a version that gave flat ones nothing back, or did not know the instrument. */
    @Test
    void whatAFlatPositionRealisedLongAgoIsNoProfitOfNow() {
        RestartLab lab = new RestartLab(NOON, RestartLab.strategy(b -> b.dailyLoss("100", GuardAction.HALT)));
        lab.price(100);
        lab.trade(10, 100, 0);
        lab.price(95);
        lab.trade(-10, 95, 0);
        lab.givesBack = false;
        lab.price(95).keep().restart().price(95).keep();
        lab.realizedBefore = -50_00;
        lab.restart().price(95).keep().restart();
        assertThat(lab.acts).isEmpty();

        lab.trade(10, 95, 0);
        lab.price(91);
        assertThat(lab.acts).isEmpty();
        lab.price(90);
        assertThat(lab.acts.get(0)).contains("strategy s lost 100.00 USD since the day began");
    }

    @Test
    void aStrategyIsWorthWhatItWasAfterSeveralRestarts() {
        RestartLab lab = new RestartLab(NOON, RestartLab.strategy(b -> b.dailyLoss("100", GuardAction.HALT)));
        lab.price(100);
        lab.trade(10, 100, 20_00);
        for (int i = 0; i < 5; i++) {
            lab.price(99).keep().restart();
            // Killed once more before there was a price.
            lab.pass(9 * RestartLab.SECOND).keep().restart();
        }
        lab.price(93);
        assertThat(lab.acts).isEmpty();
        lab.price(92);
        assertThat(lab.acts).hasSize(2);
    }

    @Test
    void aRunWithoutAStrategyEndsNoneOfItsHalts() {
        RiskPolicy policy = RestartLab.account(b -> b)
                .withEachStrategy(
                        RiskLimits.builder().dailyLoss("100", GuardAction.HALT).build());
        RestartLab lab = new RestartLab(NOON, policy);
        lab.shape = builder -> builder.strategy("t", new Script());
        lab.restart();
        lab.life.engine.risk().hold("t", TradingStage.HALTED, "a look", "Ann");
        lab.shape = builder -> builder.strategy("u", new Script());
        lab.restart().keep().price(100).pass(9 * RestartLab.SECOND).keep();
        assertThat(lab.life.engine.risk().stage("u")).isEqualTo(TradingStage.ACTIVE);
        lab.life.engine.risk().hold("u", TradingStage.HALTED, "another look", "Ann");
        lab.life.engine.risk().resume("u", "Ann", "seen");
        lab.life.engine.risk().keep(true);

        lab.shape = builder -> builder.strategy("t", new Script());
        lab.restart();
        assertThat(lab.life.engine.risk().stage("t")).isEqualTo(TradingStage.HALTED);
        lab.life.engine.risk().resume("t", "Ann", "seen");
        lab.shape = builder -> builder;
        lab.restart().keep();
        lab.shape = builder -> builder.strategy("t", new Script());
        lab.restart();
        assertThat(lab.life.engine.risk().stage("t")).isEqualTo(TradingStage.ACTIVE);
    }

    @Test
    void aRunWithoutAStrategyForgetsNothingThatItsLimitsCount() {
        RiskPolicy policy = RestartLab.account(b -> b)
                .withEachStrategy(RiskLimits.builder()
                        .maxDrawdown("0.1", GuardAction.HALT)
                        .build());
        RestartLab lab = new RestartLab(NOON, policy);
        lab.shape = builder -> builder.strategy("t", new Script());
        lab.restart().price(100).pass(9 * RestartLab.SECOND).keep();
        RiskRecord.OfScope before =
                Objects.requireNonNull(lab.memory.load()).find("t").orElseThrow();
        assertThat(before.losses().rawHighest()).isEqualTo(10_000_00);

        lab.shape = builder -> builder;
        lab.restart().price(100).pass(9 * RestartLab.SECOND).keep();
        lab.restart().price(100).pass(9 * RestartLab.SECOND).keep();
        RiskRecord kept = Objects.requireNonNull(lab.memory.load());
        assertThat(kept.find("t")).contains(before);
        assertThat(kept.scopes()).extracting(RiskRecord.OfScope::strategyId).containsExactlyInAnyOrder("", "s", "t");
    }

    /** An engine that does not have the strategy "t", which somebody halted. */
    private static RestartLab without(Memory memory) {
        RestartLab lab = new RestartLab(NOON, RestartLab.account(b -> b), memory);
        lab.shape = builder -> builder.strategy("t", new Script());
        lab.restart();
        lab.life.engine.risk().hold("t", TradingStage.HALTED, "a look", "Ann");
        lab.shape = builder -> builder;
        return lab.restart();
    }

    @Test
    void whatIsKeptOfAStrategyThatIsNotThereIsToldAndForgottenOnceSomebodyResumesIt() {
        Memory memory = new Memory();
        RestartLab lab = without(memory);
        assertThat(lab.life.engine.risk().kept().absent())
                .singleElement()
                .satisfies(each -> assertThat(each.strategyId()).isEqualTo("t"))
                .satisfies(each -> assertThat(each.holds()).hasSize(1));

        lab.life.engine.risk().resume("t", "Ann", "it is gone for good");
        assertThat(lab.life.engine.risk().kept().absent()).isEmpty();
        assertThat(Objects.requireNonNull(memory.load()).find("t")).isEmpty();
        assertThatThrownBy(() -> lab.life.engine.risk().resume("t", "Ann", "again"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("strategy 't' is not one of this engine, which has s");
        lab.shape = builder -> builder.strategy("t", new Script());
        lab.restart();
        assertThat(lab.life.engine.risk().stage("t")).isEqualTo(TradingStage.ACTIVE);
    }

    @Test
    void aStrategyThatIsNotThereIsNotForgottenIfThatCannotBeKept() {
        Memory memory = new Memory();
        RestartLab lab = without(memory);
        memory.fails = true;
        assertThatThrownBy(() -> lab.life.engine.risk().resume("t", "Ann", "it is gone for good"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("that strategy t is forgotten could not be kept, so nothing changes: the disk is full");
        assertThat(lab.life.engine.risk().kept().absent()).hasSize(1);
        memory.fails = false;
        lab.shape = builder -> builder.strategy("t", new Script());
        lab.restart();
        assertThat(lab.life.engine.risk().stage("t")).isEqualTo(TradingStage.HALTED);
    }

    @Test
    void whetherARestartWouldKnowWhoIsHeldCanBeTold() {
        Memory memory = new Memory();
        RestartLab lab = new RestartLab(NOON, RestartLab.account(b -> b), memory);
        assertThat(lab.life.engine.risk().kept().knowsHeld()).isTrue();
        memory.fails = true;
        lab.life.engine.risk().hold("s", TradingStage.HALTED, "a look", "Ann");
        assertThat(lab.life.engine.risk().kept().knowsHeld()).isFalse();
        memory.fails = false;
        lab.keep();
        assertThat(lab.life.engine.risk().kept().knowsHeld()).isTrue();
        lab.restart();
        assertThat(lab.life.engine.risk().kept().knowsHeld()).isTrue();
    }

    @Test
    void inAnotherCurrencyNoEngineIsBuilt() {
        RestartLab lab = RestartLab.ofAccount(NOON, b -> b.dailyLoss("100", GuardAction.HALT));
        lab.hold(10).keep();
        lab.shape = builder -> builder.reporting(Currency.of("EUR", 2));
        assertThatThrownBy(lab::restart)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is in USD, and equity is stated in EUR now");
    }

    @Test
    void aStateThatCannotBeToldLetsNoEngineBeBuilt() {
        RestartLab lab = RestartLab.ofAccount(NOON, b -> b);
        lab.memory = new RiskMemory() {
            @Override
            public @Nullable RiskRecord load() {
                throw new IllegalStateException("x.risk is not as it was written");
            }

            @Override
            public void save(RiskRecord state) {}
        };
        assertThatThrownBy(lab::restart).hasMessage("x.risk is not as it was written");
    }

    @Test
    void whatCannotBeKeptHoldsAllTheSameAndAResumeThatCannotBeKeptDoesNot() {
        Memory memory = new Memory();
        RestartLab lab = new RestartLab(NOON, RestartLab.account(b -> b.dailyLoss("100", GuardAction.HALT)), memory);
        lab.hold(10).keep();
        memory.fails = true;
        lab.price(90);
        assertThat(stage(lab)).isEqualTo(TradingStage.HALTED);
        assertThatThrownBy(lab::keep).hasMessage("the disk is full");
        assertThatThrownBy(() -> lab.life.engine.risk().resume("", "Ann", "seen"))
                .hasMessage("that the account goes on could not be kept, so nothing changes: the disk is full");
        assertThat(stage(lab)).isEqualTo(TradingStage.HALTED);

        memory.fails = false;
        lab.keep();
        lab.restart();
        assertThat(stage(lab)).isEqualTo(TradingStage.HALTED);
    }

    @Test
    void whatDoesNotChangeIsNotWrittenAgain() {
        Memory memory = new Memory();
        RestartLab lab = new RestartLab(NOON, RestartLab.account(b -> b.dailyLoss("100", GuardAction.HALT)), memory);
        lab.hold(10).keep();
        int saved = memory.saved.size();
        for (int i = 0; i < 100; i++) {
            lab.price(100 + i % 7).keep();
        }
        assertThat(memory.saved).hasSize(saved);
        lab.at("2026-03-11T00:00:00Z").price(100).keep();
        assertThat(memory.saved).hasSize(saved + 1);
        lab.life.engine.risk().keep(true);
        assertThat(memory.saved).hasSize(saved + 1);
    }
}
