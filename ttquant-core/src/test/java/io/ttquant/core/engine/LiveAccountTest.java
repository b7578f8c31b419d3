package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.TradingStage;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How an engine takes over an account, and what others do on it. */
class LiveAccountTest {
    private static final Balance CASH = new Balance(Lab.USD, 100_000_00, 5_00);

    @Test
    void theBooksOpenWithWhatTheAccountHolds() {
        AccountSnapshot opening = new AccountSnapshot(
                List.of(CASH, new Balance(Lab.ABC, 7, 0)),
                List.of(LiveLab.held(-3, "100.335")),
                List.of(LiveLab.external("", "77", Side.BUY, 5, 90, 2)),
                PositionMode.NETTING,
                1);
        LiveLab lab = LiveLab.of(opening);

        assertThat(lab.dollars()).isEqualTo(100_000_00);
        assertThat(lab.engine.ledger().balance("ABC").rawTotal()).isEqualTo(7);
        assertThat(lab.net()).isEqualTo(-3);
        assertThat(lab.engine.ledger().position("external", LiveLab.SWAP).rawCost())
                .as("3 at 100.335 are 301.005, rounded once, half to even, to cents")
                .isEqualTo(-301_00);
        assertThat(lab.own()).isZero();
        assertThat(lab.created).hasSize(1);
        lab.start();
        assertThat(lab.engine.ledger().rawEquity()).isEqualTo(100_000_00 + 700_00 + 301_00 - 300_00);
        assertThat(lab.script.desk().open(LiveLab.SWAP.id())).isEmpty();
    }

    @Test
    void bothPositionsOfAnAccountInHedgeModeOpenAtTheirPrices() {
        AccountSnapshot opening = new AccountSnapshot(
                List.of(CASH),
                List.of(
                        new AccountSnapshot.HeldPosition(
                                LiveLab.SWAP.id(), PositionSide.LONG, 4, new BigDecimal("99.5")),
                        new AccountSnapshot.HeldPosition(
                                LiveLab.SWAP.id(), PositionSide.SHORT, -1, new BigDecimal("101"))),
                List.of(),
                PositionMode.HEDGING,
                1);
        LiveLab lab = LiveLab.of(opening);

        assertThat(lab.engine
                        .ledger()
                        .netPosition(LiveLab.SWAP.id(), PositionSide.LONG)
                        .rawQuantity())
                .isEqualTo(4);
        assertThat(lab.engine
                        .ledger()
                        .netPosition(LiveLab.SWAP.id(), PositionSide.SHORT)
                        .rawQuantity())
                .isEqualTo(-1);
        assertThat(lab.net()).isEqualTo(3);
        assertThat(lab.engine.ledger().netPosition(LiveLab.SWAP.id()).averagePrice())
                .isEqualTo((4 * 99.5 - 101) / 3);
    }

    @Test
    void anAccountThatTheBooksCannotHoldIsRefusedWithAWord() {
        refused(
                LiveLab.snapshot(1, List.of(new Balance(Lab.USD, -1, 0)), List.of()),
                builder -> builder,
                "start balance -0.01 USD must not be negative");
        refused(LiveLab.snapshot(1, List.of(CASH, CASH), List.of()), builder -> builder, "two balances of USD");
        refused(
                LiveLab.snapshot(1, List.of(CASH), List.of(LiveLab.held(3, "0"))),
                builder -> builder,
                "the entry price 0 of a position of 3 sim:SWAP must be above zero");
        refused(
                LiveLab.snapshot(1, List.of(CASH), List.of(LiveLab.held(3, "1e1000000000"))),
                builder -> builder,
                "at most 40 digits");
        refused(
                LiveLab.snapshot(1, List.of(CASH), List.of(LiveLab.held(Long.MAX_VALUE / 2, "1000000"))),
                builder -> builder,
                "does not fit the 64 bits");
        refused(LiveLab.cash(1), builder -> builder.startBalance(Lab.USD, 1), "no start balances");
        refused(
                LiveLab.cash(1),
                builder -> builder.positions(PositionMode.HEDGING),
                "the account is in position mode NETTING and HEDGING was asked for");
        refused(
                LiveLab.snapshot(
                        1,
                        List.of(CASH),
                        List.of(new AccountSnapshot.HeldPosition(other().id(), PositionSide.NET, 1, BigDecimal.ONE))),
                builder -> builder,
                "add them with EngineBuilder.instrument");
        assertThatThrownBy(() -> Engine.builder()
                        .simulate(SimulationConfig.DEFAULT)
                        .openAccount(LiveLab.cash(1))
                        .build())
                .hasMessageContaining("give the engine a session");
        assertThatThrownBy(() -> Engine.builder().strategy("external", new Script()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give it another name");
    }

    private static Instrument other() {
        return Instrument.perpetual(InstrumentId.parse("sim:OTHER"), Lab.ABC, Lab.USD)
                .tick("1")
                .lot("1")
                .build();
    }

    private static void refused(AccountSnapshot opening, UnaryOperator<EngineBuilder> more, String words) {
        assertThatThrownBy(() -> new LiveLab(opening, more)).hasMessageContaining(words);
    }

    @Test
    void aSimulatedAccountIsNoLiveOne() {
        Engine engine = Engine.builder().simulate(SimulationConfig.DEFAULT).build();

        assertThatThrownBy(engine::live)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("give the engine a session");
    }

    @Test
    void anOrderOfThisRunThatIsFoundAtTheExchangeIsThatOrder() {
        LiveLab lab = LiveLab.ofCash(1_000).start();
        Order own = lab.script.desk().buy(LiveLab.SWAP).lots(2).limit(99).submit();

        assertThat(lab.account.adopt(LiveLab.external(own.clientId(), "9", Side.BUY, 2, 99, 0)))
                .isSameAs(own);
        assertThat(lab.kinds()).isEmpty();
        assertThat(lab.account.adopt(LiveLab.external(own.clientId(), "10", Side.SELL, 2, 99, 0)))
                .as("one of the other side, whatever its id says")
                .isNotSameAs(own);
    }

    @Test
    void whatOthersDoIsBookedAndSeenByTapsAndByNoStrategy() {
        LiveLab lab = LiveLab.ofCash(1_000).start();
        Order found = lab.account.adopt(LiveLab.external("web1", "9", Side.BUY, 5, 99, 2));
        assertThat(lab.account.adopt(LiveLab.external("web1", "9", Side.BUY, 5, 99, 2)))
                .as("adopted again")
                .isSameAs(found);
        lab.fill(found, 1, 98);
        lab.price(LiveLab.SWAP, 100);

        assertThat(found.clientId()).isEqualTo("web1");
        assertThat(found.rawFilled()).as("2 were filled before").isEqualTo(3);
        assertThat(found.averagePrice()).as("of fills that are not known").isNaN();
        assertThat(lab.net()).as("only what was filled since").isEqualTo(1);
        assertThat(lab.own()).isZero();
        assertThat(lab.engine.ledger().rawProfit("external")).isEqualTo(2_00);
        assertThat(lab.script.events).isEmpty();
        assertThat(lab.script.desk().open(LiveLab.SWAP.id())).isEmpty();
        assertThatThrownBy(() -> lab.script.desk().cancel(found)).hasMessageContaining("not one of strategy s");
        assertThat(lab.created).containsExactly(found);
        assertThat(lab.kinds()).containsExactly(AccountNotice.Kind.EXTERNAL_ORDER);

        lab.fill(found, 2, 99);
        assertThat(found.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.net()).isEqualTo(3);
    }

    @Test
    void theExchangesOwnOrdersAreBookedWhateverTheirFiguresSay() {
        LiveLab lab = LiveLab.ofCash(1_000).start();
        Order liquidation = lab.account.adopt(LiveLab.external("", "liq-1", Side.SELL, 0, 0, 0));
        lab.fill(liquidation, 4, 97);
        lab.fill(liquidation, 3, 96);

        assertThat(liquidation.clientId()).isEqualTo("liq-1");
        assertThat(lab.net()).isEqualTo(-7);
        assertThat(liquidation.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(liquidation.rawQuantity()).isEqualTo(7);
    }

    @Test
    void othersOrdersAndPositionsCountInTheLimitsOfTheAccount() {
        RiskPolicy limits = RiskPolicy.ofAccount(RiskLimits.builder()
                .maxPosition(LiveLab.SWAP.id(), "10")
                .maxOpenOrders(2)
                .build());
        AccountSnapshot opening = new AccountSnapshot(
                List.of(CASH),
                List.of(LiveLab.held(4, "100")),
                List.of(LiveLab.external("", "77", Side.BUY, 5, 90, 1)),
                PositionMode.NETTING,
                1);
        LiveLab lab = new LiveLab(opening, builder -> builder.risk(limits)).start();

        lab.script.desk().buy(LiveLab.SWAP).lots(3).limit(99).submit();
        lab.engine.settle();
        assertThat(lab.denials()).as("4 held, 4 open, 3 more").containsExactly(RejectReason.MAX_POSITION);
        lab.script.desk().buy(LiveLab.SWAP).lots(2).limit(99).submit();
        lab.engine.settle();
        assertThat(lab.sent).hasSize(1);
        lab.script.desk().sell(LiveLab.SWAP).lots(1).limit(120).submit();
        lab.engine.settle();
        assertThat(lab.denials()).containsExactly(RejectReason.MAX_POSITION, RejectReason.MAX_OPEN_ORDERS);
    }

    @Test
    void fundsThatOthersOrdersHoldBackAreNotFree() {
        LiveLab lab = LiveLab.ofCash(1_000).start();
        Order found = lab.account.adopt(LiveLab.external("", "1", LiveLab.SPOT, Side.BUY, 9, 100, 0));
        assertThat(lab.engine.ledger().rawFree(Lab.USD)).isLessThanOrEqualTo(100_00);
        lab.script.desk().buy(LiveLab.SPOT).lots(2).limit(99).submit();
        lab.engine.settle();
        assertThat(lab.denials()).containsExactly(RejectReason.INSUFFICIENT_FUNDS);

        lab.account.canceled(found, "", 9);
        assertThat(lab.engine.ledger().rawFree(Lab.USD)).isEqualTo(1_000_00);
    }

    @Test
    void anOrderInAnInstrumentThatNoStrategyTradesIsBookedToo() {
        Instrument other = other();
        LiveLab lab = LiveLab.ofCash(1_000).start();
        Order found = lab.account.adopt(LiveLab.external("", "5", other, Side.SELL, 2, 10, 0));
        lab.fill(found, 2, 10);

        assertThat(lab.engine.ledger().netPosition(other.id()).rawQuantity()).isEqualTo(-2);
    }

    @Test
    void theKillSwitchCancelsAndClosesWhatOthersHaveToo() {
        AccountSnapshot opening = new AccountSnapshot(
                List.of(CASH),
                List.of(LiveLab.held(4, "100")),
                List.of(LiveLab.external("web1", "77", Side.BUY, 5, 90, 0)),
                PositionMode.NETTING,
                1);
        LiveLab lab = LiveLab.of(opening).start();
        lab.engine.risk().hold("", TradingStage.REDUCING, "lunch", "me");
        assertThat(lab.sent).as("a stage is about strategies").isEmpty();

        lab.engine.risk().trip("enough", "me", true);
        assertThat(lab.sent).contains("cancel web1");
        lab.account.canceled(lab.created.get(0), "", 9);
        lab.price(LiveLab.SWAP, 100);
        assertThat(lab.sent).as("and closes the position").anyMatch(line -> line.startsWith("submit"));
    }

    /** Its position and a strategy's are none together, so that the exchange refuses what only reduces. */
    @Test
    void afterAResetNothingClosesWhatNoStrategyDid() {
        LiveLab lab = LiveLab.ofCash(10_000).start();
        Order own = lab.script.desk().buy(LiveLab.SWAP).lots(4).market().submit();
        lab.fill(own, 4, 100);
        lab.fill(lab.account.adopt(LiveLab.external("web1", "77", Side.SELL, 4, 100, 0)), 4, 100);
        lab.engine.risk().trip("enough", "me", true);
        refuseExits(lab);
        assertThat(lab.sent).as("tried again").hasSize(5);

        lab.engine.risk().reset("me", "looked");
        refuseExits(lab);

        assertThat(lab.created.stream()
                        .filter(order -> order.request().tag().startsWith("risk:"))
                        .map(order -> order.side() + " " + order.rawQuantity()))
                .as("what the strategy held is closed still")
                .containsExactly("SELL 4", "BUY 4", "SELL 4", "BUY 4", "SELL 4");
        assertThat(lab.engine.ledger().position(Ledger.EXTERNAL, LiveLab.SWAP).rawQuantity())
                .isEqualTo(-4);
    }

    /** Those that are open, and lets some time pass. */
    private static void refuseExits(LiveLab lab) {
        List.copyOf(lab.created).stream()
                .filter(order -> order.request().tag().startsWith("risk:") && !order.isClosed())
                .forEach(order ->
                        lab.account.rejected(order, RejectReason.REDUCE_ONLY_WOULD_INCREASE, "nothing to reduce", 3));
        lab.engine.advanceTo(lab.engine.clock().nanos() + 4_000_000_000L);
    }

    @Test
    void anOrderInAStateThatNoExchangeHasIsRefused() {
        LiveLab lab = LiveLab.ofCash(1);
        var denied = LiveLab.external("a", "1", Side.BUY, 1, 1, 0);

        assertThatThrownBy(() ->
                        lab.account.adopt(new ExternalOrder("a", "1", denied.request(), OrderStatus.DENIED, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("which an order at an exchange never is");
    }

    @Test
    void aTradeIsBookedOnceOnEachSideWhateverOrderItIsReportedUnder() {
        LiveLab lab = LiveLab.ofCash(1_000).start();
        Order own = lab.script.desk().buy(LiveLab.SWAP).lots(2).limit(99).submit();
        Order other = lab.account.adopt(LiveLab.external("", "9", Side.BUY, 2, 99, 0));
        Order sale = lab.account.adopt(LiveLab.external("", "10", Side.SELL, 2, 99, 0));
        lab.fill(own, 42, 1, 99);
        lab.fill(own, 42, 1, 99);
        lab.fill(other, 42, 1, 99);
        assertThat(lab.net()).isEqualTo(1);
        assertThat(lab.kinds()).containsOnlyOnce(AccountNotice.Kind.FILL_NOT_BOOKED);
        assertThat(other.rawFilled()).isZero();

        lab.fill(sale, 42, 1, 99);
        assertThat(lab.net()).as("the account traded with itself").isZero();
    }

    @Test
    void aFillThatFitsNoOrderIsToldAndStopsNewRiskUntilTheNextAudit() {
        LiveLab lab = LiveLab.ofCash(1_000).start();
        Order own = lab.script.desk().buy(LiveLab.SWAP).lots(2).limit(99).submit();
        lab.fill(own, 3, 99);
        assertThat(lab.own()).isZero();
        assertThat(lab.kinds()).containsExactly(AccountNotice.Kind.FILL_NOT_BOOKED);
        lab.script.desk().buy(LiveLab.SWAP).lots(1).limit(99).submit();
        lab.engine.settle();
        assertThat(lab.denials()).containsExactly(RejectReason.TRADING_REDUCING);
        assertThat(lab.lastDenial()).contains("of which 2 are open").contains("wait until the account was audited");

        lab.account.audited(
                LiveLab.snapshot(9, List.of(new Balance(Lab.USD, 1_000_00, 0)), List.of(LiveLab.held(3, "99"))));
        assertThat(lab.net()).isEqualTo(3);
        lab.script.desk().buy(LiveLab.SWAP).lots(1).limit(99).submit();
        lab.engine.settle();
        assertThat(lab.sent).hasSize(2);
    }

    @Test
    void aPositionThatAStrategyOpenedIsClosedByHandInHedgeMode() {
        LiveLab lab = LiveLab.of(new AccountSnapshot(List.of(CASH), List.of(), List.of(), PositionMode.HEDGING, 1))
                .start();
        Order own = lab.script
                .desk()
                .buy(LiveLab.SWAP)
                .lots(2)
                .limit(99)
                .positionSide(PositionSide.LONG)
                .submit();
        lab.fill(own, 2, 99);
        OrderRequest byHand = new OrderRequest(
                LiveLab.SWAP,
                Side.SELL,
                OrderType.LIMIT,
                2,
                101,
                0,
                TimeInForce.GTC,
                EpochNanos.NEVER,
                false,
                true,
                "",
                TriggerSource.DEFAULT,
                null,
                0,
                PositionSide.LONG);
        Order found = lab.account.adopt(new ExternalOrder("", "5", byHand, OrderStatus.ACCEPTED, 0, 5));
        lab.fill(found, 2, 101);

        assertThat(lab.net()).isZero();
        assertThat(lab.dollars()).isEqualTo(100_004_00);
        assertThat(lab.kinds()).containsExactly(AccountNotice.Kind.EXTERNAL_ORDER);
    }

    @Test
    void whatIsRememberedOfOrdersAndTradesIsBounded() {
        KnownOrders known = new KnownOrders(10);
        LiveLab lab = LiveLab.ofCash(1_000_000).start();
        Order first = lab.script.desk().buy(LiveLab.SWAP).lots(1).limit(99).submit();
        known.sent((TrackedOrder) first);
        for (int i = 0; i < 1_000; i++) {
            Order order = lab.script.desk().buy(LiveLab.SWAP).lots(1).limit(99).submit();
            lab.account.canceled(order, "", 1);
            known.sent((TrackedOrder) order);
        }
        assertThat(known.size()).isLessThanOrEqualTo(11);
        assertThat(known.find(LiveLab.external(first.clientId(), "1", Side.BUY, 1, 99, 0)))
                .as("what is open is never forgotten")
                .isSameAs(first);

        BookedTrades trades = new BookedTrades(10);
        for (int i = 0; i < 12; i++) {
            trades.add(LiveLab.SWAP.id(), Side.BUY, i);
        }
        assertThat(trades.has(LiveLab.SWAP.id(), Side.BUY, 1)).isFalse();
        assertThat(trades.has(LiveLab.SWAP.id(), Side.BUY, 2)).isTrue();
        assertThat(trades.has(LiveLab.SWAP.id(), Side.SELL, 2)).isFalse();
    }

    @Test
    void aFillThatComesAfterTheCancelIsBookedAndTheOrderStaysClosed() {
        LiveLab lab = LiveLab.ofCash(1_000).start();
        Order own = lab.script.desk().buy(LiveLab.SWAP).lots(3).limit(99).submit();
        lab.account.accepted(own, 2);
        lab.account.canceled(own, "", 3);
        lab.fill(own, 1, 99);

        assertThat(own.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(own.rawFilled()).isEqualTo(1);
        assertThat(lab.own()).isEqualTo(1);
    }

    @Test
    void aFillThatOvertakesTheNewsOfALargerQuantityIsBooked() {
        LiveLab lab = LiveLab.ofCash(1_000).start();
        Order own = lab.script.desk().buy(LiveLab.SWAP).lots(1).limit(99).submit();
        lab.account.accepted(own, 2);
        lab.script.desk().amend(own, Amendment.ofQuantity(3));
        lab.fill(own, 2, 99);
        assertThat(lab.own()).isEqualTo(2);
        assertThat(own.isOpen()).isTrue();
        lab.account.updated(own, 3, 99, 0, 3);
        lab.fill(own, 1, 99);

        assertThat(own.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.own()).isEqualTo(3);
    }

    @Test
    void aMarketPurchaseBeforeAnyPriceIsRefusedWhereNobodyElseHoldsItBack() {
        LiveLab lab = LiveLab.ofCash(1_000);
        lab.engine.start(0);
        lab.engine.advanceTo(0);
        lab.account.trading(true, "all is up");
        lab.script.desk().buy(LiveLab.SPOT).lots(1).market().submit();
        lab.engine.settle();

        assertThat(lab.denials()).containsExactly(RejectReason.NO_REFERENCE_PRICE);
        assertThat(lab.lastDenial()).contains("wait for the first trade, quote or bar, or give a limit");
        lab.script.desk().buy(LiveLab.SPOT).lots(1).limit(90).submit();
        lab.script.desk().buy(LiveLab.SWAP).lots(1).market().submit();
        lab.engine.settle();
        assertThat(lab.sent).hasSize(2);
    }
}
