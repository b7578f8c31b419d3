package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.AccountSnapshot.HeldPosition;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What becomes of differences between the books and the account at the exchange. */
class AccountAuditTest {
    private final LiveLab lab = LiveLab.ofCash(1_000).start();

    private static List<Balance> dollars(long cents) {
        return List.of(new Balance(Lab.USD, cents, 0));
    }

    private void audit(long tsEvent, long cents, HeldPosition... held) {
        lab.account.audited(LiveLab.snapshot(tsEvent, dollars(cents), List.of(held)));
    }

    @Test
    void anAccountThatIsAsItShouldBeSaysNothing() {
        Order own = lab.script.desk().buy(LiveLab.SWAP).lots(2).limit(99).submit();
        lab.fill(own, 2, 99);
        audit(10, 1_000_00, LiveLab.held(2, "99"));

        assertThat(lab.notices).isEmpty();
        assertThat(lab.flows).isEmpty();
    }

    @Test
    void aBalanceThatDiffersIsBookedAsATransferWithBothFigures() {
        audit(10, 900_50);

        assertThat(lab.dollars()).isEqualTo(900_50);
        CashFlow flow = lab.flows.get(0);
        assertThat(flow.kind()).isEqualTo(CashFlow.Kind.TRANSFER);
        assertThat(flow.rawAmount()).isEqualTo(-99_50);
        assertThat(flow.tsEvent()).isEqualTo(10);
        assertThat(lab.notices.get(0).kind()).isEqualTo(AccountNotice.Kind.EXTERNAL_TRANSFER);
        assertThat(lab.notices.get(0).message())
                .isEqualTo("the exchange has 900.50 USD, and by all that was reported it should be 1000.00 USD; the"
                        + " difference of -99.50 USD is booked as a transfer");
        audit(11, 900_50);
        assertThat(lab.flows).as("the same again").hasSize(1);
    }

    @Test
    void aCurrencyThatWasNotThereAndOneThatIsGoneAreBooked() {
        lab.account.audited(LiveLab.snapshot(10, List.of(new Balance(Lab.ABC, 5, 0)), List.of()));

        assertThat(lab.engine.ledger().balance("ABC").rawTotal()).isEqualTo(5);
        assertThat(lab.dollars()).isZero();
        assertThat(lab.flows).extracting(CashFlow::rawAmount).containsExactly(-1_000_00L, 5L);
    }

    @Test
    void aPositionThatDiffersIsBookedAndTold() {
        Order own = lab.script.desk().buy(LiveLab.SWAP).lots(4).limit(99).submit();
        lab.fill(own, 4, 99);
        audit(10, 1_002_00, LiveLab.held(1, "99"));

        assertThat(lab.net()).isEqualTo(1);
        assertThat(lab.own()).as("nobody else held any of it").isEqualTo(1);
        assertThat(lab.engine.ledger().position("external", LiveLab.SWAP).rawQuantity())
                .isZero();
        assertThat(lab.engine.ledger().rawEquity())
                .as("as the exchange reckons it")
                .isEqualTo(1_002_00 + 1_00);
        assertThat(lab.notices.get(0).kind()).isEqualTo(AccountNotice.Kind.EXTERNAL_POSITION);
        assertThat(lab.notices.get(0).message())
                .startsWith("the NET position in sim:SWAP is 1 at the exchange and was 4 by all that was reported; the"
                        + " difference of -3 is booked beside the strategies");
        audit(11, 1_002_00);
        assertThat(lab.net()).as("flat").isZero();
        assertThat(lab.engine.ledger().rawEquity()).isEqualTo(1_002_00);
        audit(12, 1_002_00);
        assertThat(lab.notices)
                .as("two positions, a strategy's each time, and a balance")
                .hasSize(5);
    }

    @Test
    void thatAnOrderIsMissingProvesNothingAboutIt() {
        Order own = lab.script.desk().buy(LiveLab.SWAP).lots(4).limit(99).submit();
        lab.account.accepted(own, 2);
        audit(10, 1_000_00);

        assertThat(own.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(lab.notices).isEmpty();
    }

    @Test
    void anAuditOlderThanTheOneBeforeSaysNothing() {
        audit(10, 900_00);
        audit(9, 1_000_00);

        assertThat(lab.dollars()).isEqualTo(900_00);
        assertThat(lab.account.stated("USD").orElseThrow().tsEvent()).isEqualTo(10);
    }

    @Test
    void aPositionThatCannotBeBookedLetsNothingOutThatAddsRisk() {
        audit(10, 1_000_00, LiveLab.held(1, "-5"));
        assertThat(lab.net()).isZero();
        assertThat(lab.notices.get(0).message()).contains("which cannot be booked: the entry price -5");
        lab.script.desk().buy(LiveLab.SWAP).lots(1).limit(99).submit();
        lab.engine.settle();

        assertThat(lab.denials()).containsExactly(RejectReason.TRADING_REDUCING);
        assertThat(lab.lastDenial()).contains("which cannot be booked").contains("until a restart");
    }

    @Test
    void anotherPositionModeLetsNothingOutThatAddsRisk() {
        HeldPosition leg = new HeldPosition(LiveLab.SWAP.id(), PositionSide.LONG, 1, BigDecimal.TEN);
        AccountSnapshot hedged =
                new AccountSnapshot(dollars(1_000_00), List.of(leg), List.of(), PositionMode.HEDGING, 10);
        lab.account.audited(hedged);
        lab.account.audited(hedged);
        lab.script.desk().buy(LiveLab.SWAP).lots(1).limit(99).submit();
        lab.engine.settle();

        assertThat(lab.kinds()).containsExactly(AccountNotice.Kind.POSITION_MODE_CHANGED);
        assertThat(lab.lastDenial())
                .contains("the account is in position mode HEDGING and this engine keeps its books in NETTING");
    }

    @Test
    void aPositionInWhatIsNotKnownIsToldOnce() {
        HeldPosition unknown = new HeldPosition(InstrumentId.parse("sim:ELSE"), PositionSide.NET, 3, BigDecimal.TEN);
        audit(10, 1_000_00, unknown);
        audit(11, 1_000_00, unknown);

        assertThat(lab.notices).hasSize(1);
        assertThat(lab.notices.get(0).message()).contains("sim:ELSE").contains("no limit counts it");
    }

    @Test
    void newsOfABalanceAreShownAndMoveNoBooks() {
        lab.account.balance(new Balance(Lab.USD, 5_00, 1_00), 20);
        lab.account.balance(new Balance(Lab.USD, 7_00, 1_00), 19);

        assertThat(lab.dollars()).isEqualTo(1_000_00);
        assertThat(lab.account.stated("USD").orElseThrow().balance().rawTotal()).isEqualTo(5_00);
        assertThat(lab.account.stated("XYZ")).isEmpty();
    }

    @Test
    void fundingIsBookedOnceByItsIdAndSharedAmongThoseWhoHold() {
        Order own = lab.script.desk().buy(LiveLab.SWAP).lots(2).limit(99).submit();
        lab.fill(own, 2, 99);
        Order other = lab.account.adopt(LiveLab.external("", "9", Side.BUY, 1, 99, 0));
        lab.fill(other, 1, 99);
        lab.account.fundingPaid(LiveLab.SWAP.id(), "f1", Lab.USD, -1_00, 30);
        lab.account.fundingPaid(LiveLab.SWAP.id(), "f1", Lab.USD, -1_00, 30);

        assertThat(lab.dollars()).isEqualTo(1_000_00 - 1_00);
        assertThat(lab.flows).extracting(CashFlow::strategyId).containsExactly("s", "external");
        assertThat(lab.flows).extracting(CashFlow::rawAmount).containsExactly(-67L, -33L);
        assertThat(lab.engine.ledger().position("s", LiveLab.SWAP).rawFunding()).isEqualTo(-67);
    }

    @Test
    void fundingOfAPositionThatIsFlatByNowOrInAnotherCurrencyIsBookedToo() {
        lab.account.fundingPaid(LiveLab.SWAP.id(), "f1", Lab.USD, 1_00, 30);
        lab.account.fundingPaid(LiveLab.SWAP.id(), "f2", Lab.ABC, 3, 30);

        assertThat(lab.dollars()).isEqualTo(1_001_00);
        assertThat(lab.engine.ledger().balance("ABC").rawTotal()).isEqualTo(3);
        assertThat(lab.flows).extracting(CashFlow::strategyId).containsExactly("external", "");
    }

    @Test
    void fundingOfAContractThatOnlyOthersHoldIsBookedToo() {
        InstrumentId other = InstrumentId.of("venue", "ELSEWHERE");
        lab.account.fundingPaid(other, "f1", Lab.USD, -2_00, 30);
        lab.account.fundingPaid(other, "f1", Lab.USD, -2_00, 30);

        assertThat(lab.dollars()).isEqualTo(998_00);
        assertThat(lab.flows)
                .singleElement()
                .satisfies(flow -> assertThat(flow.kind()).isEqualTo(CashFlow.Kind.FUNDING))
                .satisfies(flow -> assertThat(flow.instrument()).isEqualTo(other));
    }

    @Test
    void aDepositHidesNoLossAndAWithdrawalCountsAsOne() {
        RiskPolicy limits = RiskPolicy.ofAccount(
                RiskLimits.builder().dailyLoss("100", GuardAction.REDUCE).build());
        LiveLab guarded = new LiveLab(LiveLab.cash(1_000), builder -> builder.risk(limits)).start();
        guarded.account.audited(LiveLab.snapshot(10, dollars(5_000_00), List.of()));
        guarded.price(LiveLab.SWAP, 100);
        assertThat(guarded.engine.risk().accountStage().name()).isEqualTo("ACTIVE");
        guarded.account.audited(LiveLab.snapshot(11, dollars(4_899_00), List.of()));
        guarded.price(LiveLab.SWAP, 100);

        assertThat(guarded.engine.risk().accountStage().name())
                .as("101 less than 5000")
                .isNotEqualTo("ACTIVE");
    }

    /** Opening balance, fills, funding and transfers add up to the balance, and after each audit it is the exchange's. */
    @Test
    void theBooksAddUpThroughRandomAccounts() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            LiveLab any = LiveLab.ofCash(100_000).start();
            long realized = 0;
            List<Order> open = new ArrayList<>();
            for (int step = 0; step < 40; step++) {
                long before = any.dollars();
                int flowsBefore = any.flows.size();
                long cash = random.nextLong(50_000_00, 200_000_00);
                long held = random.nextLong(-5, 6);
                switch (random.nextInt(4)) {
                    case 0 -> {
                        Order order = any.script
                                .desk()
                                .buy(LiveLab.SWAP)
                                .lots(3)
                                .limit(99)
                                .submit();
                        any.fill(order, random.nextLong(1, 4), 99);
                        open.add(order);
                    }
                    case 1 -> {
                        Order order = any.script
                                .desk()
                                .sell(LiveLab.SWAP)
                                .lots(3)
                                .limit(101)
                                .submit();
                        any.fill(order, random.nextLong(1, 4), random.nextLong(101, 110));
                    }
                    case 2 ->
                        any.account.fundingPaid(
                                LiveLab.SWAP.id(), "f" + step, Lab.USD, random.nextLong(-500, 500), step);
                    default -> {
                        any.account.audited(LiveLab.snapshot(
                                100 + step,
                                dollars(cash),
                                held == 0 ? List.of() : List.of(LiveLab.held(held, "100.123"))));
                        assertThat(any.dollars())
                                .as("seed %d, step %d", seed, step)
                                .isEqualTo(cash);
                        assertThat(any.net()).as("seed %d, step %d", seed, step).isEqualTo(held);
                    }
                }
                long flowed = any.flows.subList(flowsBefore, any.flows.size()).stream()
                        .mapToLong(CashFlow::rawAmount)
                        .sum();
                long gained = any.engine.ledger().netPosition(LiveLab.SWAP.id()).rawRealized() - realized;
                realized += gained;
                assertThat(any.dollars()).as("seed %d, step %d", seed, step).isEqualTo(before + flowed + gained);
                assertThat(any.own()
                                + any.engine
                                        .ledger()
                                        .position("external", LiveLab.SWAP)
                                        .rawQuantity())
                        .as("seed %d, step %d", seed, step)
                        .isEqualTo(any.net());
            }
        }
    }
}
