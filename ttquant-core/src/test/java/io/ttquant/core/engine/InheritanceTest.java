package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.core.engine.Inheritance.OwnOrder;
import io.ttquant.core.engine.Inheritance.OwnPosition;
import io.ttquant.core.order.ClientIds;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What strategies get back at a restart, beside what the exchange says. Prices have no decimals, dollars two. */
class InheritanceTest {
    private static final class Idle extends Strategy {
        @Override
        protected void onStart(StrategyContext ctx) {}
    }

    private static OwnPosition own(String strategy, Instrument i, long quantity, String price) {
        return new OwnPosition(strategy, i.id(), PositionSide.NET, quantity, new BigDecimal(price), 0);
    }

    private static OwnPosition own(String strategy, long quantity) {
        return own(strategy, LiveLab.SWAP, quantity, "100");
    }

    private static LiveLab lab(AccountSnapshot account, Inheritance inherited) {
        return new LiveLab(account, builder -> builder.strategy("t", new Idle()).inherit(inherited));
    }

    private static LiveLab lab(long held, OwnPosition... positions) {
        AccountSnapshot account = LiveLab.snapshot(
                1,
                List.of(new Balance(Lab.USD, 100_000, 0)),
                held == 0 ? List.of() : List.of(LiveLab.held(held, "110")));
        return lab(account, new Inheritance(List.of(positions), List.of(), Map.of()));
    }

    private static long of(LiveLab lab, String owner, Instrument i) {
        return lab.engine.ledger().position(owner, i).rawQuantity();
    }

    private static void has(LiveLab lab, long s, long t, long rest) {
        assertThat(of(lab, "s", LiveLab.SWAP)).as("s").isEqualTo(s);
        assertThat(of(lab, "t", LiveLab.SWAP)).as("t").isEqualTo(t);
        assertThat(of(lab, Ledger.EXTERNAL, LiveLab.SWAP)).as("the account's").isEqualTo(rest);
        assertThat(lab.net()).isEqualTo(s + t + rest);
    }

    @Test
    void whatAgreesGoesBackWithItsPrice() {
        LiveLab lab = lab(5, own("s", LiveLab.SWAP, 3, "105.5"), own("t", 2));
        has(lab, 3, 2, 0);
        assertThat(lab.engine.ledger().position("s", LiveLab.SWAP).averagePrice())
                .isEqualTo(105.5);
        lab.start();
        has(lab, 3, 2, 0);
        assertThat(lab.notices).isEmpty();
        assertThat(lab.dollars()).isEqualTo(100_000);
    }

    @Test
    void whatWasRealisedIsTheStrategysAndNoMoney() {
        LiveLab lab =
                lab(2, new OwnPosition("s", LiveLab.SWAP.id(), PositionSide.NET, 2, new BigDecimal("100"), -1_234));
        assertThat(lab.engine.ledger().position("s", LiveLab.SWAP).rawRealized())
                .isEqualTo(-1_234);
        assertThat(lab.engine.ledger().netPosition(LiveLab.SWAP.id()).rawRealized())
                .isZero();
        assertThat(lab.dollars()).isEqualTo(100_000);
    }

    @Test
    void whatWasRealisedCountsOnWhereTheStrategyIsFlat() {
        LiveLab lab = lab(0, new OwnPosition("s", LiveLab.SWAP.id(), PositionSide.NET, 0, BigDecimal.ZERO, 10_000))
                .start();
        has(lab, 0, 0, 0);
        PositionState own = lab.engine.ledger().position("s", LiveLab.SWAP);
        assertThat(own.rawRealized()).isEqualTo(10_000);
        assertThat(own.rawRealizedBefore()).isEqualTo(10_000);

        Order in = lab.script.desk().buy(LiveLab.SWAP).rawQuantity(2).market().submit();
        lab.fill(in, 2, 100);
        assertThat(own.rawRealized()).isEqualTo(10_000);
        Order out = lab.script.desk().sell(LiveLab.SWAP).rawQuantity(2).market().submit();
        lab.fill(out, 2, 101);
        assertThat(own.rawRealized()).isGreaterThan(10_000);
        assertThat(own.rawRealizedBefore()).isEqualTo(10_000);
        assertThat(lab.notices).isEmpty();
    }

    @Test
    void whatIsFlatTakesNothingFromWhoHoldsWhatIsNotAllThere() {
        OwnPosition flat = new OwnPosition("t", LiveLab.SWAP.id(), PositionSide.NET, 0, BigDecimal.ZERO, 500);
        has(lab(1, own("s", 3), flat).start(), 1, 0, 0);
        has(lab(5, own("s", 3), flat).start(), 3, 0, 2);
    }

    @Test
    void positionsOnBothSidesAgreeByTheirSum() {
        has(lab(1, own("s", 3), own("t", -2)).start(), 3, -2, 0);
        has(lab(0, own("s", 3), own("t", -3)).start(), 3, -3, 0);
    }

    @Test
    void whatTheExchangeHasBeyondThemIsTheAccounts() {
        LiveLab lab = lab(7, own("s", 3), own("t", 2)).start();
        has(lab, 3, 2, 2);
        assertThat(lab.notices).isEmpty();
    }

    @Test
    void theOnlyHolderKeepsWhatThereIs() {
        LiveLab lab = lab(1, own("s", 3)).start();
        has(lab, 1, 0, 0);
        assertThat(lab.engine.ledger().position("s", LiveLab.SWAP).averagePrice())
                .isEqualTo(100);
        assertThat(lab.notices).hasSize(1);
        assertThat(lab.notices.get(0).message()).contains("s held 3 and has back 1", "the exchange counts");
    }

    @Test
    void nothingIsKeptOfWhatIsGoneOrOnTheOtherSide() {
        has(lab(0, own("s", 3)).start(), 0, 0, 0);
        has(lab(-2, own("s", 3)).start(), 0, 0, -2);
        has(lab(2, own("s", -3)).start(), 0, 0, 2);
    }

    @Test
    void ofSeveralHoldersNobodyKeepsWhatIsNotAllThere() {
        LiveLab lab = lab(4, own("s", 3), own("t", 2)).start();
        has(lab, 0, 0, 4);
        assertThat(lab.notices).hasSize(2);
    }

    @Test
    void aStrategyThatIsNotThereGetsNothing() {
        has(lab(5, own("gone", 3), own("s", 2)).start(), 2, 0, 3);
    }

    @Test
    void spotMustBeCoveredByTheBalance() {
        AccountSnapshot account = LiveLab.snapshot(
                1, List.of(new Balance(Lab.USD, 100_000, 0), new Balance(LiveLab.SPOT.base(), base(4), 0)), List.of());
        LiveLab enough = lab(account, new Inheritance(List.of(own("s", LiveLab.SPOT, 3, "100")), List.of(), Map.of()));
        enough.start();
        assertThat(of(enough, "s", LiveLab.SPOT)).isEqualTo(3);
        assertThat(enough.notices).isEmpty();
        LiveLab less = lab(account, new Inheritance(List.of(own("s", LiveLab.SPOT, 9, "100")), List.of(), Map.of()));
        less.start();
        assertThat(of(less, "s", LiveLab.SPOT)).isEqualTo(4);
        assertThat(less.engine.ledger().netPosition(LiveLab.SPOT.id()).rawQuantity())
                .isEqualTo(4);
        LiveLab several = lab(
                account,
                new Inheritance(
                        List.of(own("s", LiveLab.SPOT, 3, "100"), own("t", LiveLab.SPOT, 2, "100")),
                        List.of(),
                        Map.of()));
        several.start();
        assertThat(of(several, "s", LiveLab.SPOT)).as("its part of 4 for 5").isEqualTo(2);
        assertThat(of(several, "t", LiveLab.SPOT)).isEqualTo(1);
    }

    private static long base(long quantity) {
        return FixedPoint.rescale(
                quantity, LiveLab.SPOT.quantityScale(), LiveLab.SPOT.base().scale());
    }

    private static AccountSnapshot account(long held, ExternalOrder... open) {
        return new AccountSnapshot(
                List.of(new Balance(Lab.USD, 100_000, 0)),
                held == 0 ? List.of() : List.of(LiveLab.held(held, "100")),
                List.of(open),
                PositionMode.NETTING,
                10);
    }

    private static ExternalOrder known(String clientId, Side side, long quantity, long filled) {
        ExternalOrder order = LiveLab.external(clientId, "", side, quantity, 100, filled);
        return new ExternalOrder(
                clientId,
                "",
                order.request(),
                filled > 0 ? OrderStatus.PARTIALLY_FILLED : OrderStatus.SUBMITTED,
                filled,
                5);
    }

    private static Inheritance order(String strategy, ExternalOrder order, OwnPosition... positions) {
        return new Inheritance(List.of(positions), List.of(new OwnOrder(strategy, order)), Map.of());
    }

    @Test
    void anOrderThatIsOpenIsItsStrategysAgain() {
        LiveLab lab = lab(
                account(0, LiveLab.external("mine", "77", Side.BUY, 5, 90, 0)),
                order("s", known("mine", Side.BUY, 5, 0)));
        assertThat(lab.engine.strategies().openOrders())
                .extracting(Order::clientId)
                .containsExactly("mine");
        assertThat(lab.notices).isEmpty();
        lab.start();
        Order order = lab.account.adopt(LiveLab.external("mine", "77", Side.BUY, 5, 90, 0));
        assertThat(order.strategyId()).isEqualTo("s");
        lab.fill(order, 2, 90);
        has(lab, 2, 0, 0);
        lab.script.ctx().orders().cancel(order);
        assertThat(lab.sent).containsExactly("cancel mine");
    }

    @Test
    void oneOfAnotherNameIsTheAccounts() {
        LiveLab lab = lab(
                account(0, LiveLab.external("foreign", "77", Side.BUY, 5, 90, 0)),
                order("s", known("mine", Side.BUY, 5, 0)));
        assertThat(lab.account
                        .adopt(LiveLab.external("foreign", "77", Side.BUY, 5, 90, 0))
                        .strategyId())
                .isEqualTo(Ledger.EXTERNAL);
    }

    @Test
    void oneOnTheOtherSideIsAnother() {
        LiveLab lab = lab(
                account(0, LiveLab.external("mine", "77", Side.SELL, 5, 90, 0)),
                order("s", known("mine", Side.BUY, 5, 0)));
        assertThat(lab.account
                        .adopt(LiveLab.external("mine", "77", Side.SELL, 5, 90, 0))
                        .strategyId())
                .isEqualTo(Ledger.EXTERNAL);
    }

    @Test
    void theOrderOfAStrategyThatIsNotThereIsTheAccounts() {
        LiveLab lab = lab(
                account(0, LiveLab.external("mine", "77", Side.BUY, 5, 90, 0)),
                order("gone", known("mine", Side.BUY, 5, 0)));
        assertThat(lab.engine.strategies().openOrders()).isEmpty();
        assertThat(lab.account.recalled()).isEmpty();
    }

    @Test
    void aFillOfTheTimeBetweenGoesFromTheAccountsShareToTheStrategys() {
        // It held 2 and had an order for 5, of which 1 was known to be filled; 3 are by now, and those 2 more are in
        // the account.
        LiveLab lab = lab(
                account(4, LiveLab.external("mine", "77", Side.BUY, 5, 90, 3)),
                order("s", known("mine", Side.BUY, 5, 1), own("s", 2)));
        has(lab, 2, 0, 2);
        Order order = lab.account.adopt(LiveLab.external("mine", "77", Side.BUY, 5, 90, 3));
        assertThat(order.rawFilled()).isEqualTo(1);
        long dollars = lab.dollars();
        lab.fill(order, 501, 2, 90);
        has(lab, 4, 0, 0);
        assertThat(lab.dollars()).as("it was paid before").isEqualTo(dollars);
        lab.start();
        has(lab, 4, 0, 0);
        lab.fill(order, 502, 1, 90);
        has(lab, 5, 0, 0);
        lab.fill(order, 502, 1, 90);
        has(lab, 5, 0, 0);
    }

    @Test
    void allThatWasFilledOfAnOrderThatIsOpenNoMoreIsInTheAccount() {
        // It held 3 and sold them while nobody listened.
        LiveLab lab = lab(account(0), order("s", known("mine", Side.SELL, 3, 0), own("s", 3)));
        has(lab, 3, 0, -3);
        assertThat(lab.account.recalled()).extracting(ExternalOrder::clientId).containsExactly("mine");
        Order order = lab.account.adopt(lab.account.recalled().get(0));
        lab.account.accepted(order, 8);
        lab.fill(order, 601, 3, 120);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        has(lab, 0, 0, 0);
        assertThat(lab.engine.ledger().position("s", LiveLab.SWAP).rawRealized())
                .as("3 sold at 120 that cost 100")
                .isPositive();
        assertThat(lab.dollars()).isEqualTo(100_000);
        lab.start();
        assertThat(lab.notices).isEmpty();
    }

    @Test
    void whatAFlatStrategyBoughtMeanwhileAndIsGoneAgainItDoesNotHold() {
        // Its order was filled while nobody listened, and somebody closed the position by hand.
        LiveLab lab = lab(account(0), order("s", known("mine", Side.BUY, 3, 0)));
        Order order = lab.account.adopt(lab.account.recalled().get(0));
        lab.account.accepted(order, 8);
        lab.fill(order, 601, 3, 120);
        has(lab, 3, 0, -3);
        lab.start();
        has(lab, 0, 0, 0);
        assertThat(lab.notices).hasSize(1);
    }

    @Test
    void aListThatLagsBehindTheStoreTakesNoFillBack() {
        // The store counts 3 of its order, and so does the account; the list of open orders still says 1.
        LiveLab lab = lab(
                account(3, LiveLab.external("mine", "77", Side.BUY, 5, 90, 1)),
                order("s", known("mine", Side.BUY, 5, 3), own("s", 3)));
        Order order = lab.account.adopt(LiveLab.external("mine", "77", Side.BUY, 5, 90, 1));
        assertThat(order.rawFilled()).isEqualTo(3);
        assertThat(order.status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        lab.start();
        lab.fill(order, 701, 2, 90);
        has(lab, 5, 0, 0);
    }

    @Test
    void anOrderThatNeverArrivedIsRefused() {
        LiveLab lab = lab(account(0), order("s", known("mine", Side.BUY, 3, 0)));
        Order order = lab.account.adopt(lab.account.recalled().get(0));
        lab.account.rejected(order, RejectReason.EXCHANGE, "nowhere", 9);
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(lab.engine.strategies().openOrders()).isEmpty();
    }

    /** Keeps and remembers. */
    private static final class Keeping extends Strategy {
        final List<String> seen = new ArrayList<>();

        @Override
        protected void onStart(StrategyContext ctx) {
            seen.add(ctx.kept("level").orElse("none"));
        }

        void keep(String name, String text) {
            context().keep(name, text);
        }
    }

    @Test
    void whatWasKeptIsThereBeforeAnythingElse() {
        Keeping strategy = new Keeping();
        List<String> kept = new ArrayList<>();
        EngineTap tap = new EngineTap() {
            @Override
            public void kept(String strategyId, String name, String text, long nowNanos) {
                kept.add(strategyId + " " + name + "=" + text);
            }
        };
        LiveLab lab = new LiveLab(
                LiveLab.cash(1),
                builder -> builder.strategy("k", strategy)
                        .tap(tap)
                        .inherit(new Inheritance(List.of(), List.of(), Map.of("k", Map.of("level", "7"))))
                        .clientIds(ClientIds.of("x")));
        lab.start();
        assertThat(strategy.seen).containsExactly("7");
        strategy.keep("level", "7");
        strategy.keep("level", "8");
        strategy.keep("level", "");
        assertThat(kept).containsExactly("k level=8", "k level=");
        assertThatThrownBy(() -> strategy.keep("engine.state", "x")).hasMessageContaining("engine.");
        assertThatThrownBy(() -> strategy.keep("", "x")).hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> strategy.keep("n", "x".repeat(10_001))).hasMessageContaining("10000");
    }
}
