package io.ttquant.core.engine;

import static io.ttquant.core.engine.Lab.MINUTE;
import static io.ttquant.core.engine.Lab.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.BorrowTerms;
import io.ttquant.core.margin.Insurance;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.FundsPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The maintenance level of a spot account and its liquidation, worked out by hand; amounts are in cents. */
class SpotLiquidationTest {
    private static final SimulationConfig FREE = SimulationConfig.DEFAULT.withFees(RateFees.of("0", "0"));
    private static final AccountConfig TERMS = AccountConfig.DEFAULT.withBorrowing(BorrowTerms.DEFAULT);

    private final List<CashFlow> flows = new ArrayList<>();
    private final List<AccountNotice> notices = new ArrayList<>();

    private Lab lab(SimulationConfig simulation, AccountConfig account, UnaryOperator<EngineBuilder> more) {
        Lab lab = new Lab(
                SPOT,
                simulation,
                b -> more.apply(b.startBalance(SPOT.quote(), 100_000)
                        .funds(FundsPolicy.BORROW)
                        .account(account)
                        .tap(new EngineTap() {
                            @Override
                            public void cashFlow(CashFlow flow) {
                                flows.add(flow);
                            }

                            @Override
                            public void notice(AccountNotice notice) {
                                notices.add(notice);
                            }
                        })));
        lab.start(0);
        lab.trade(0, 100, 1_000);
        return lab;
    }

    private Lab lab(AccountConfig account) {
        return lab(FREE, account, b -> b);
    }

    private static void order(Lab lab, long signed) {
        var side = signed > 0
                ? lab.script.desk().buy(SPOT.id())
                : lab.script.desk().sell(SPOT.id());
        side.rawQuantity(Math.abs(signed)).market().submit();
        lab.engine.settle();
    }

    /** A trade, and time after it, so that its instant ends. */
    private static void price(Lab lab, long ts, long price) {
        lab.trade(ts, price, 1_000);
        lab.engine.advanceTo(ts + 1);
    }

    @Test
    void assetsOfOnePointOneTimesWhatIsOwedAreSold() {
        Lab lab = lab(TERMS);
        order(lab, 30);
        // 2,000.00 are owed: at 74 there are 2,220.00, a level of 1.11; at 73 there are 2,190.00, 1.095.
        price(lab, 10, 74);
        assertThat(notices).isEmpty();
        price(lab, 20, 73);
        assertThat(lab.fills()).last().isEqualTo("SELL 30@73 TAKER LIQUIDATION");
        assertThat(lab.cash()).isEqualTo(19_000);
        assertThat(lab.position()).isZero();
        assertThat(notices).extracting(AccountNotice::kind).containsExactly(AccountNotice.Kind.LIQUIDATION);
        assertThat(notices.get(0).message())
                .isEqualTo(
                        "liquidation of the account: its margin level of 1.0950, assets of 2190.00 USD against the 2000.00"
                                + " USD that are owed, is not above the maintenance level of 1.1");
    }

    @Test
    void theLevelItselfIsReached() {
        Lab lab = lab(AccountConfig.DEFAULT.withBorrowing(BorrowTerms.of("3", "1.11")));
        order(lab, 30);
        price(lab, 10, 74);
        assertThat(notices).hasSize(1);
    }

    @Test
    void aShortPositionIsBoughtBackWithTheFeeOfLiquidations() {
        Lab lab = lab(TERMS.withLiquidationFee(new BigDecimal("0.01")));
        order(lab, -20);
        // 3,000.00 against 20 ABC: at 136 a level of 1.102, at 137 of 1.094.
        price(lab, 10, 136);
        assertThat(notices).isEmpty();
        price(lab, 20, 137);
        assertThat(lab.fills()).last().isEqualTo("BUY 20@137 TAKER LIQUIDATION");
        // 3,000.00 − 2,740.00 − 1 % of 2,740.00.
        assertThat(lab.cash()).isEqualTo(26_000 - 2_740);
        assertThat(flows).singleElement().satisfies(flow -> {
            assertThat(flow.kind()).isEqualTo(CashFlow.Kind.LIQUIDATION_FEE);
            assertThat(flow.rawAmount()).isEqualTo(-2_740);
            assertThat(flow.why()).isEqualTo("0.01 of 20 at 137");
        });
    }

    @Test
    void openOrdersAreCancelledFirst() {
        Lab lab = lab(TERMS);
        order(lab, 20);
        Order resting =
                lab.script.desk().buy(SPOT.id()).rawQuantity(5).rawLimit(10).submit();
        Order exit =
                lab.script.desk().sell(SPOT.id()).rawQuantity(20).rawLimit(200).submit();
        lab.engine.settle();
        price(lab, 10, 55);
        assertThat(resting.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(exit.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lab.script.events)
                .filteredOn(OrderEvent.Canceled.class::isInstance)
                .allSatisfy(e -> assertThat(((OrderEvent.Canceled) e).message())
                        .startsWith("liquidation of the account: its margin level of 1.1000"));
        assertThat(lab.cash()).isEqualTo(-100_000 + 20 * 5_500);
    }

    @Test
    void whatIsLostBeyondIsBorneByTheAccountAndSaid() {
        Lab lab = lab(TERMS);
        order(lab, 30);
        price(lab, 10, 60);
        price(lab, 20, 61);
        assertThat(lab.cash()).isEqualTo(-20_000);
        assertThat(notices)
                .extracting(AccountNotice::kind)
                .containsExactly(
                        AccountNotice.Kind.LIQUIDATION,
                        AccountNotice.Kind.LOSS_BEYOND_MARGIN,
                        AccountNotice.Kind.LIQUIDATION);
        assertThat(notices.get(1).message())
                .isEqualTo(
                        "the liquidation of the account left 200.00 USD more owed than it has; the account bears it");
        assertThat(notices.get(2).message()).contains("nothing of it can be sold or bought back");
        price(lab, 30, 62);
        assertThat(notices).hasSize(3);
        order(lab, 1);
        assertThat(lab.lastEvent()).isInstanceOf(OrderEvent.Denied.class);
    }

    @Test
    void anInsuranceFundBearsItIfThereIsOne() {
        Lab lab = lab(TERMS.withInsurance(Insurance.FUND));
        order(lab, 30);
        price(lab, 10, 60);
        assertThat(lab.cash()).isZero();
        assertThat(flows).extracting(CashFlow::kind).containsExactly(CashFlow.Kind.INSURANCE);
        assertThat(flows.get(0).rawAmount()).isEqualTo(20_000);
    }

    @Test
    void theAccountAsTheExchangeHasItIsJudgedAndLiquidatedOnce() {
        Lab lab = lab(FREE.withLatency(LatencyModel.constant(Duration.ZERO, Duration.ofMinutes(1))), TERMS, b -> b);
        order(lab, 30);
        price(lab, 10, 73);
        price(lab, 20, 72);
        lab.engine.advanceTo(5 * MINUTE);
        assertThat(lab.fills()).containsExactly("BUY 30@100 TAKER TOOK_BOOK", "SELL 30@73 TAKER LIQUIDATION");
        assertThat(notices).hasSize(1);
        assertThat(lab.cash()).isEqualTo(19_000);
    }

    @Test
    void interestAloneReachesTheLevel() {
        Lab lab = lab(TERMS.withBorrowRate("USD", new BigDecimal("0.2")));
        order(lab, 30);
        // 2,000.00, 2,400.00, 2,880.00: levels 1.5, 1.25, 1.04.
        lab.engine.advanceTo(2 * 60 * MINUTE + 1);
        assertThat(lab.fills()).last().isEqualTo("SELL 30@100 TAKER LIQUIDATION");
        assertThat(lab.cash()).isEqualTo(300_000 - 288_000);
    }

    @Test
    void aStartBalanceIsSoldToo() {
        Lab lab = lab(FREE, TERMS, b -> b.startBalance(Lab.ABC, 10));
        // 2,000.00 are equity. 40 bought: 50 against 3,000.00; at 65 a level of 1.083.
        order(lab, 40);
        price(lab, 10, 65);
        assertThat(lab.fills().subList(1, lab.fills().size()))
                .containsExactly("SELL 40@65 TAKER LIQUIDATION", "SELL 10@65 TAKER LIQUIDATION");
        assertThat(lab.cash()).isEqualTo(25_000);
        assertThat(lab.engine.ledger().balance("ABC").rawTotal()).isZero();
    }

    @Test
    void aPriceOfAnotherInstrumentCountsAndItsHoldingPaysForTheDebt() {
        Currency xyz = Currency.of("XYZ", 0);
        Instrument other = Instrument.spot(InstrumentId.parse("sim:XYZ"), xyz, SPOT.quote())
                .tick("1")
                .lot("1")
                .build();
        Lab lab = lab(FREE, TERMS, b -> b.instrument(other));
        lab.engine.instrument(other.id()).trade(1, 1, 10, 1_000, AggressorSide.NONE);
        lab.script.desk().buy(other.id()).rawQuantity(100).market().submit();
        lab.engine.settle();
        order(lab, -15);
        // 1,500.00 and 100 XYZ for 1,000.00 against 15 ABC for 1,500.00; at 1 each XYZ a level of 1.066.
        lab.engine.instrument(other.id()).trade(10, 10, 1, 1_000, AggressorSide.NONE);
        lab.engine.advanceTo(11);
        assertThat(lab.fills().subList(2, lab.fills().size()))
                .containsExactly("SELL 100@1 TAKER LIQUIDATION", "BUY 15@100 TAKER LIQUIDATION");
        assertThat(lab.cash()).isEqualTo(10_000);
    }

    @Test
    void aBarIsJudgedAtItsClose() {
        Lab lab = new Lab(
                SPOT,
                FREE,
                b -> b.startBalance(SPOT.quote(), 100_000)
                        .funds(FundsPolicy.BORROW)
                        .account(TERMS));
        lab.withBars(Lab.M1).start(0);
        lab.bar(0, 100, 100, 100, 100);
        order(lab, 30);
        lab.bar(MINUTE, 100, 100, 50, 90);
        assertThat(lab.position()).isEqualTo(30);
        lab.bar(2 * MINUTE, 90, 90, 70, 72);
        lab.bar(3 * MINUTE, 80, 80, 80, 80);
        assertThat(lab.fills()).last().isEqualTo("SELL 30@72 TAKER LIQUIDATION");
    }

    @Test
    void anAccountThatCannotBeValuedIsNotJudgedAndSaysSoOnce() {
        Lab lab = lab(
                FREE,
                TERMS,
                b -> b.instrument(Instrument.spot(InstrumentId.parse("sim:XYZ"), Currency.of("XYZ", 0), SPOT.quote())
                        .tick("1")
                        .lot("1")
                        .build()));
        order(lab, 30);
        lab.engine.ledger().pay(Currency.of("XYZ", 0), 5);
        price(lab, 10, 60);
        price(lab, 20, 59);
        assertThat(lab.position()).isEqualTo(30);
        assertThat(notices).extracting(AccountNotice::kind).containsExactly(AccountNotice.Kind.MARGIN_NOT_JUDGED);
        assertThat(notices.get(0).message())
                .isEqualTo("the margin level of the account cannot be judged: no price of XYZ in USD is known, because"
                        + " sim:XYZ has had none");
        // Nor is a fill that would make more owed.
        order(lab, 1);
        assertThat(lab.lastEvent()).isInstanceOf(OrderEvent.Denied.class);
    }

    @Test
    void withoutALimitNothingIsLiquidated() {
        Lab lab = lab(AccountConfig.DEFAULT);
        order(lab, 30);
        price(lab, 10, 1);
        assertThat(lab.position()).isEqualTo(30);
        assertThat(notices).isEmpty();
    }
}
