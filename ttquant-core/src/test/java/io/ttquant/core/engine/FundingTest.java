package io.ttquant.core.engine;

import static io.ttquant.core.engine.Lab.MINUTE;
import static io.ttquant.core.engine.Lab.SWAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.FundsPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Funding: who pays, how much, when, and once. The swap is stated in cents: 10.00 USD are 1,000 raw; a price of 100 is 100.00 USD. */
class FundingTest {
    private static final long EIGHT = 480 * MINUTE;

    private final List<CashFlow> flows = new ArrayList<>();
    private final List<AccountNotice> notices = new ArrayList<>();
    private final Lab lab = new Lab(
            SWAP,
            SimulationConfig.DEFAULT,
            b -> b.startBalance(SWAP.quote(), 1_000_000)
                    .funds(FundsPolicy.BORROW)
                    .tap(new EngineTap() {
                        @Override
                        public void cashFlow(CashFlow flow) {
                            flows.add(flow);
                        }

                        @Override
                        public void notice(AccountNotice notice) {
                            notices.add(notice);
                        }
                    }));

    private void holdLong(long quantity) {
        lab.start(0);
        lab.trade(0, 100, 1_000);
        Order order =
                lab.script.desk().buy(SWAP.id()).rawQuantity(quantity).market().submit();
        lab.engine.settle();
        assertThat(order.rawFilled()).isEqualTo(quantity);
    }

    private void holdShort(long quantity) {
        lab.start(0);
        lab.trade(0, 100, 1_000);
        lab.script.desk().sell(SWAP.id()).rawQuantity(quantity).market().submit();
        lab.engine.settle();
    }

    private void rate(long ts, String rate, long settlement) {
        lab.sink.funding(ts, ts, new BigDecimal(rate), settlement);
    }

    private List<Long> paid() {
        return flows.stream().map(CashFlow::rawAmount).toList();
    }

    @Test
    void aLongPaysAPositiveRateOnTheValueAtTheSettlement() {
        holdLong(7);
        rate(MINUTE, "0.0001", EIGHT);
        lab.trade(EIGHT - 1, 150, 1);
        assertThat(flows).isEmpty();
        lab.engine.advanceTo(EIGHT + MINUTE);
        // 7 × 150.00 × 0.0001 = 0.105, half to even: 0.10.
        assertThat(paid()).containsExactly(-10L);
        assertThat(lab.cash()).isEqualTo(1_000_000 - 10);
        assertThat(lab.engine.ledger().netPosition(SWAP.id()).rawFunding()).isEqualTo(-10);
        assertThat(flows.get(0).tsEvent()).isEqualTo(EIGHT);
        assertThat(flows.get(0).why()).isEqualTo("rate 0.0001 on a position of 7 at 150 (last price)");
    }

    @Test
    void aShortIsPaidByAPositiveRateAndPaysANegativeOne() {
        holdShort(10);
        rate(MINUTE, "0.0001", EIGHT);
        rate(MINUTE, "-0.0002", 2 * EIGHT);
        lab.engine.advanceTo(3 * EIGHT);
        assertThat(paid()).containsExactly(10L, -20L);
    }

    @Test
    void theLatestRateThatNamesASettlementIsTheOneInForce() {
        holdLong(10);
        rate(MINUTE, "0.0001", EIGHT);
        rate(2 * MINUTE, "0.0005", EIGHT);
        lab.engine.advanceTo(EIGHT + 1);
        assertThat(paid()).containsExactly(-50L);
    }

    @Test
    void updatesThatRepeatASettlementChargeNothingMore() {
        holdLong(10);
        rate(MINUTE, "0.0001", EIGHT);
        lab.engine.advanceTo(EIGHT + 1);
        rate(EIGHT + 2, "0.0001", EIGHT);
        rate(EIGHT + 3, "0.0001", EIGHT - MINUTE);
        lab.engine.advanceTo(2 * EIGHT);
        assertThat(paid()).containsExactly(-10L);
        assertThat(notices).isEmpty();
    }

    @Test
    void anUpdateStampedAtItsSettlementIsSettledAtTheEndOfThatInstant() {
        holdLong(10);
        rate(EIGHT, "0.0001", EIGHT);
        lab.trade(EIGHT, 300, 1);
        lab.engine.advanceTo(EIGHT + 1);
        // The trade of the same instant counts, whichever of the two was given first.
        assertThat(paid()).containsExactly(-30L);
    }

    @Test
    void whatAppearsAfterTheSettlementHasNoPartInIt() {
        holdLong(10);
        rate(MINUTE, "0.0001", EIGHT);
        lab.trade(EIGHT + 1, 500, 1);
        assertThat(paid()).containsExactly(-10L);
    }

    @Test
    void aVenuesMarkComesBeforeTheMiddleAndTheMiddleBeforeTheLastTrade() {
        holdLong(10);
        lab.quote(MINUTE, 200, 5, 204, 5);
        rate(MINUTE, "0.0001", EIGHT);
        lab.engine.advanceTo(EIGHT + 1);
        lab.sink.markPrice(EIGHT + 2, EIGHT + 2, 250);
        rate(EIGHT + 3, "0.0001", 2 * EIGHT);
        lab.engine.advanceTo(3 * EIGHT);
        assertThat(paid()).containsExactly(-20L, -25L);
        assertThat(flows.get(1).why()).endsWith("at 250 (mark price)");
    }

    @Test
    void aFlatAccountPaysNothingAndHearsNothing() {
        lab.start(0);
        rate(MINUTE, "0.0001", EIGHT);
        lab.engine.advanceTo(2 * EIGHT);
        assertThat(flows).isEmpty();
        assertThat(notices).isEmpty();
    }

    @Test
    void aRateThatComesAfterItsSettlementIsNotPaidAndSaysSo() {
        holdLong(10);
        lab.engine.advanceTo(EIGHT + MINUTE);
        rate(EIGHT + MINUTE, "0.0001", EIGHT);
        lab.engine.advanceTo(2 * EIGHT);
        assertThat(flows).isEmpty();
        assertThat(notices)
                .singleElement()
                .satisfies(n -> assertThat(n.kind()).isEqualTo(AccountNotice.Kind.FUNDING_UNAVAILABLE))
                .satisfies(n -> assertThat(n.message()).contains("came after it", "sim:SWAP", "0.0001"));
    }

    @Test
    void theEndOfTheRunSettlesWhatItsLastInstantOwes() {
        holdLong(10);
        lab.trade(EIGHT, 100, 1);
        rate(EIGHT, "0.0001", EIGHT);
        lab.engine.stop();
        assertThat(paid()).containsExactly(-10L);
    }

    @Test
    void strategiesBearThePartsOfWhatTheAccountPays() {
        Script other = new Script();
        Lab two = new Lab(
                SWAP,
                SimulationConfig.DEFAULT,
                b -> b.startBalance(SWAP.quote(), 1_000_000)
                        .funds(FundsPolicy.BORROW)
                        .strategy("other", other)
                        .tap(new EngineTap() {
                            @Override
                            public void cashFlow(CashFlow flow) {
                                flows.add(flow);
                            }
                        }));
        two.start(0);
        two.trade(0, 100, 1);
        two.script.desk().buy(SWAP.id()).rawQuantity(5).market().submit();
        other.desk().sell(SWAP.id()).rawQuantity(3).market().submit();
        two.engine.settle();
        two.sink.funding(1, 1, new BigDecimal("0.00015"), EIGHT);
        two.engine.advanceTo(EIGHT + 1);
        // 5 × 100.00 × 0.00015 = 0.075, to even 0.08; the net 2 pay 0.03, so that the other one is paid 0.05.
        assertThat(paid()).containsExactly(-8L, 5L);
        assertThat(two.cash()).isEqualTo(1_000_000 - 3);
    }
}
