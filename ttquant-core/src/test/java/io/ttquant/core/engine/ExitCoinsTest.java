package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exits of a spot account that has fewer coins than its strategies hold by the books; stop-loss at 95. */
class ExitCoinsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long DOLLARS = 100_000_00;
    private static final Instrument LARGE = Instrument.spot(InstrumentId.parse("sim:LARGE"), Lab.ABC, Lab.USD)
            .tick("1")
            .lot("1")
            .minQuantity(new BigDecimal("4"))
            .build();

    private final Script t = new Script();
    private final LiveLab lab = new LiveLab(
                    LiveLab.snapshot(1, List.of(new Balance(Lab.USD, DOLLARS, 0)), List.of()),
                    b -> b.instrument(LARGE)
                            .strategy("t", t)
                            .risk(RiskPolicy.ofAccount(
                                    RiskLimits.builder().stopLoss("0.05").build())))
            .start();
    private long audits = 10;

    private Order market(Script who, Instrument where, Side side, long quantity) {
        Order order = (side == Side.BUY ? who.desk().buy(where) : who.desk().sell(where))
                .rawQuantity(quantity)
                .market()
                .submit();
        lab.fill(order, quantity, 100);
        return order;
    }

    /** The exchange says how many coins there are. */
    private void there(long coins) {
        long dollars = lab.dollars();
        lab.account.audited(LiveLab.snapshot(
                ++audits, List.of(new Balance(Lab.USD, dollars, 0), new Balance(Lab.ABC, coins, 0)), List.of()));
    }

    private void pass(long seconds) {
        lab.engine.advanceTo(lab.engine.clock().nanos() + seconds * SECOND);
    }

    private List<Order> orders(OrderStatus status) {
        return lab.created.stream()
                .filter(order -> order.request().tag().startsWith("risk:") && order.status() == status)
                .toList();
    }

    private List<String> sold() {
        return lab.created.stream()
                .filter(order -> order.request().tag().startsWith("risk:") && order.status() != OrderStatus.DENIED)
                .map(order -> order.strategyId() + " " + order.rawQuantity())
                .toList();
    }

    private void fillExit() {
        Order exit = orders(OrderStatus.SUBMITTED).get(0);
        lab.fill(exit, exit.rawQuantity(), 95);
    }

    @Test
    void whatIsThereIsSoldAndTheRestIsRefusedWithItsReason() {
        market(lab.script, LiveLab.SPOT, Side.BUY, 10);
        there(6);

        lab.price(LiveLab.SPOT, 95);
        assertThat(sold()).containsExactly("s 6");
        fillExit();
        pass(300);

        assertThat(sold()).containsExactly("s 6");
        assertThat(orders(OrderStatus.DENIED)).hasSizeBetween(7, 12);
        assertThat(lab.denials()).containsOnly(RejectReason.INSUFFICIENT_FUNDS);
    }

    @Test
    void coinsThatComeBackAreSoldToo() {
        market(lab.script, LiveLab.SPOT, Side.BUY, 10);
        there(6);
        lab.price(LiveLab.SPOT, 95);
        fillExit();

        there(4);
        pass(2);
        fillExit();

        assertThat(sold()).containsExactly("s 6", "s 4");
        assertThat(lab.engine.ledger().position("s", LiveLab.SPOT).rawQuantity())
                .isZero();
    }

    /** Such as of other trades of an account that pays its fees in this coin. */
    @Test
    void feesThatWerePaidInTheCoinAreNotSold() {
        market(lab.script, LiveLab.SPOT, Side.BUY, 10);
        Order swap = lab.script.desk().buy(LiveLab.SWAP).rawQuantity(1).market().submit();
        lab.account.filled(swap, 99, 100, 1, 2, Lab.ABC, LiquiditySide.TAKER, FillReason.EXCHANGE, 3);

        lab.engine.risk().flatten("s", "enough", "me");

        assertThat(sold()).containsExactly("s 8", "s 1");
    }

    @Test
    void allOfItIsSoldWhereItIsThere() {
        market(lab.script, LiveLab.SPOT, Side.BUY, 10);
        there(10);
        lab.price(LiveLab.SPOT, 95);
        assertThat(sold()).containsExactly("s 10");
    }

    @Test
    void nothingIsSentForLessThanTheSmallestOrder() {
        lab.price(LARGE, 100);
        market(lab.script, LARGE, Side.BUY, 10);
        there(3);
        lab.price(LARGE, 95);
        pass(300);
        assertThat(sold()).isEmpty();
        assertThat(lab.denials()).containsOnly(RejectReason.INSUFFICIENT_FUNDS);

        there(4);
        pass(64);
        assertThat(sold()).containsExactly("s 4");
    }

    /** Whatever they trade them for. */
    @Test
    void coinsOfAnotherStrategyAreLeftToIt() {
        lab.price(LARGE, 100);
        for (Instrument theirs : List.of(LiveLab.SPOT, LARGE)) {
            market(t, theirs, Side.BUY, 4);
            market(lab.script, LiveLab.SPOT, Side.BUY, 10);
            there(9);

            lab.engine.risk().flatten("s", "enough", "me");
            assertThat(sold()).containsExactly("s 5");
            fillExit();
            market(t, theirs, Side.BUY, 4);
            there(8);
            pass(300);
            assertThat(sold()).as("all 8 are of the other").containsExactly("s 5");

            there(13);
            pass(300);
            assertThat(sold()).containsExactly("s 5", "s 5");
            fillExit();
            market(t, theirs, Side.SELL, 8);
            there(0);
            lab.engine.risk().resume("s", "me", "looked");
            lab.created.clear();
        }
    }

    @Test
    void coinsThatAreBeingSoldAsWellAreNotLeft() {
        market(t, LiveLab.SPOT, Side.BUY, 9);
        market(lab.script, LiveLab.SPOT, Side.BUY, 10);
        there(6);

        lab.engine.risk().trip("enough", "me", true);
        pass(300);

        assertThat(sold()).as("all there is, whoever sells it").containsExactly("t 6");
    }

    /** They are free once it is cancelled; until then nobody knows what it sells. */
    @Test
    void coinsThatAnOwnOrderHoldsBackAreWaitedFor() {
        market(lab.script, LiveLab.SPOT, Side.BUY, 10);
        Order own =
                lab.script.desk().sell(LiveLab.SPOT).rawQuantity(5).limit("120").submit();
        lab.account.accepted(own, 2);
        there(8);

        lab.price(LiveLab.SPOT, 95);
        pass(4);
        assertThat(sold()).as("3 are free").isEmpty();
        lab.account.canceled(own, "", 9);
        pass(8);

        assertThat(sold()).containsExactly("s 8");
    }
}
