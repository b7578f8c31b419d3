package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.AccountSnapshot.HeldPosition;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.risk.RiskEvent;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A real exchange takes positions away: those whose they were hear of it, and nobody goes on to close what is gone. */
class LiveLiquidationTest {
    private static final long CASH = 100_000;

    private final Script other = new Script();
    private final List<RiskEvent> acts = new ArrayList<>();
    private long venueIds = 900;

    private LiveLab lab(UnaryOperator<EngineBuilder> more) {
        return lab(PositionMode.NETTING, more);
    }

    private LiveLab lab(PositionMode mode, UnaryOperator<EngineBuilder> more) {
        AccountSnapshot opening =
                new AccountSnapshot(List.of(new Balance(Lab.USD, CASH * 100, 0)), List.of(), List.of(), mode, 1);
        EngineTap tap = new EngineTap() {
            @Override
            public void risk(RiskEvent event) {
                acts.add(event);
            }
        };
        return new LiveLab(
                        opening,
                        builder ->
                                more.apply(builder.strategy("t", other).tap(tap).positions(mode)))
                .start();
    }

    private static void hold(LiveLab lab, Script who, long quantity, long price, PositionSide side) {
        OrderBuilder order = quantity > 0
                ? who.desk().buy(LiveLab.SWAP).lots(quantity)
                : who.desk().sell(LiveLab.SWAP).lots(-quantity);
        lab.fill(order.limit(price).positionSide(side).submit(), Math.abs(quantity), price);
    }

    private static void hold(LiveLab lab, Script who, long quantity, long price) {
        hold(lab, who, quantity, price, PositionSide.NET);
    }

    /** The exchange's own order, filled as a session reports it. */
    private Order take(LiveLab lab, Side side, long quantity, long price, long fee, PositionSide leg) {
        ExternalOrder found = LiveLab.external("autoclose-" + venueIds, "" + venueIds++, side, quantity, price, 0);
        Order order = lab.account.adopt(new ExternalOrder(
                found.clientId(),
                found.venueId(),
                found.request().withPositionSide(leg),
                OrderStatus.ACCEPTED,
                0,
                found.tsEvent()));
        lab.account.filled(
                order,
                venueIds++,
                price,
                quantity,
                fee,
                Lab.USD,
                LiquiditySide.TAKER,
                FillReason.LIQUIDATION,
                lab.engine.clock().nanos());
        return order;
    }

    private Order take(LiveLab lab, Side side, long quantity, long price) {
        return take(lab, side, quantity, price, 0, PositionSide.NET);
    }

    private static PositionState part(LiveLab lab, String who) {
        return lab.engine.ledger().position(who, LiveLab.SWAP);
    }

    private static List<Long> parts(LiveLab lab) {
        return List.of(
                part(lab, "s").rawQuantity(),
                part(lab, "t").rawQuantity(),
                part(lab, "external").rawQuantity());
    }

    @Test
    void whoseItWasHasItNoMoreWithWhatItLostAndHearsOfTheFill() {
        LiveLab lab = lab(b -> b);
        hold(lab, lab.script, 5, 100);
        Order its = take(lab, Side.SELL, 5, 90, 1_50, PositionSide.NET);

        assertThat(parts(lab)).containsExactly(0L, 0L, 0L);
        assertThat(part(lab, "s").rawRealized()).isEqualTo(-50_00);
        assertThat(part(lab, "s").rawFees()).isEqualTo(1_50);
        assertThat(part(lab, "external").rawRealized()).isZero();
        assertThat(part(lab, "external").rawFees()).isZero();
        assertThat(lab.dollars()).isEqualTo(CASH * 100 - 51_50);
        Fill heard = lab.script.fills.get(1);
        assertThat(heard.reason()).isEqualTo(FillReason.LIQUIDATION);
        assertThat(heard.rawQuantity()).isEqualTo(5);
        assertThat(heard.rawPrice()).isEqualTo(90);
        assertThat(heard.rawFee()).isEqualTo(1_50);
        assertThat(heard.order().strategyId()).isEqualTo("s");
        assertThat(heard.order().clientId()).isEqualTo(its.clientId());
        assertThat(heard.order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.kinds()).contains(AccountNotice.Kind.LIQUIDATION);
        assertThat(lab.notices.get(lab.notices.size() - 1).message())
                .contains("took 5 sim:SWAP of strategy s by its order autoclose-900, a SELL at 90", "has 0 left");
        assertThat(other.events).isEmpty();
    }

    @Test
    void anExitAfterwardsOpensNothing() {
        LiveLab lab = lab(b -> b);
        hold(lab, lab.script, 5, 100);
        take(lab, Side.SELL, 5, 90);
        lab.sent.clear();

        lab.script.desk().close(LiveLab.SWAP.id());
        lab.script.desk().sell(LiveLab.SWAP).lots(5).reduceOnly().market().submit();
        lab.engine.settle();
        assertThat(lab.denials()).containsExactly(RejectReason.REDUCE_ONLY_WOULD_INCREASE);
        assertThat(lab.sent).isEmpty();
    }

    @Test
    void theGuardOfAPositionThatIsGoneSendsNothingAndThatOfTheRestClosesTheRest() {
        LiveLab lab = lab(b -> b.risk(
                RiskPolicy.ofAccount(RiskLimits.builder().stopLoss("0.05").build())));
        hold(lab, lab.script, 4, 100);
        hold(lab, other, 4, 100);
        take(lab, Side.SELL, 4, 97);
        assertThat(parts(lab)).containsExactly(2L, 2L, 0L);
        lab.price(LiveLab.SWAP, 94);

        assertThat(lab.created.get(lab.created.size() - 1).rawQuantity()).isEqualTo(2);
        assertThat(acts.stream().filter(RiskEvent.ExitSent.class::isInstance)).hasSize(2);
        acts.clear();
        take(lab, Side.SELL, 4, 93);
        lab.price(LiveLab.SWAP, 90);
        assertThat(parts(lab)).containsExactly(0L, 0L, 0L);
        assertThat(acts).isEmpty();
    }

    @Test
    void aRoundTripThatTheExchangeEndsCounts() {
        LiveLab lab = lab(b -> b.risk(RiskPolicy.ofAccount(RiskLimits.builder()
                .lossStreak(1, io.ttquant.core.risk.GuardAction.HALT)
                .build())));
        hold(lab, lab.script, 4, 100);
        take(lab, Side.SELL, 4, 97);

        assertThat(acts).anyMatch(act -> act.message().contains("lost 1 round trip"));
    }

    @Test
    void allOnThatSideLoseTheSamePartOfTheirsInWholeLots() {
        LiveLab lab = lab(b -> b);
        hold(lab, lab.script, 7, 100);
        hold(lab, other, 3, 100);
        take(lab, Side.SELL, 5, 90);
        assertThat(parts(lab)).containsExactly(3L, 2L, 0L);
        take(lab, Side.SELL, 5, 90);
        assertThat(parts(lab)).containsExactly(0L, 0L, 0L);
        assertThat(lab.script.fills.stream().skip(1).mapToLong(Fill::rawQuantity))
                .containsExactly(4L, 3L);
        assertThat(other.fills.stream().skip(1).mapToLong(Fill::rawQuantity)).containsExactly(1L, 2L);
    }

    @Test
    void whoHoldsTheOtherSideLosesNothingAndAPartByHandLosesItsOwn() {
        LiveLab lab = lab(b -> b);
        hold(lab, lab.script, 6, 100);
        hold(lab, other, -2, 100);
        take(lab, Side.SELL, 4, 90);
        assertThat(parts(lab)).containsExactly(2L, -2L, 0L);

        LiveLab byHand = new LiveLab(LiveLab.cash(CASH), b -> b.strategy("t", new Script())).start();
        hold(byHand, byHand.script, 4, 100);
        byHand.fill(byHand.account.adopt(LiveLab.external("", "7", Side.BUY, 4, 100, 0)), 4, 100);
        take(byHand, Side.SELL, 4, 90);
        assertThat(parts(byHand)).containsExactly(2L, 0L, 2L);
    }

    @Test
    void anOrderByHandTakesNothingFromAStrategy() {
        LiveLab lab = lab(b -> b);
        hold(lab, lab.script, 5, 100);
        lab.fill(lab.account.adopt(LiveLab.external("", "7", Side.SELL, 5, 90, 0)), 5, 90);

        assertThat(parts(lab)).containsExactly(5L, 0L, -5L);
        assertThat(lab.script.fills).hasSize(1);
    }

    @Test
    void ofTwoPositionsTheOneIsTakenThatWasMeant() {
        LiveLab lab = lab(PositionMode.HEDGING, b -> b);
        hold(lab, lab.script, 5, 100, PositionSide.LONG);
        hold(lab, lab.script, -3, 100, PositionSide.SHORT);
        take(lab, Side.BUY, 2, 110, 0, PositionSide.SHORT);

        PositionState whole = part(lab, "s");
        assertThat(whole.leg(PositionSide.LONG).rawQuantity()).isEqualTo(5);
        assertThat(whole.leg(PositionSide.SHORT).rawQuantity()).isEqualTo(-1);
        assertThat(whole.rawQuantity()).isEqualTo(4);
        assertThat(whole.rawRealized()).isEqualTo(-20_00);
        assertThat(part(lab, "external").rawQuantity()).isZero();
    }

    @Test
    void aFillThatIsToldTwiceTakesOnce() {
        LiveLab lab = lab(b -> b);
        hold(lab, lab.script, 5, 100);
        Order its = take(lab, Side.SELL, 2, 90);
        lab.account.filled(
                its,
                901,
                90,
                2,
                0,
                Lab.USD,
                LiquiditySide.TAKER,
                FillReason.LIQUIDATION,
                lab.engine.clock().nanos());

        assertThat(parts(lab)).containsExactly(3L, 0L, 0L);
    }

    @Test
    void whatAnAuditMissesOfAPositionIsMissingToThoseWhoHeldIt() {
        LiveLab lab = lab(b -> b);
        hold(lab, lab.script, 6, 100);
        hold(lab, other, 2, 100);
        audit(lab, 10, LiveLab.held(4, "100"));
        assertThat(parts(lab)).containsExactly(3L, 1L, 0L);
        assertThat(lab.notices.get(lab.notices.size() - 1).message())
                .startsWith("strategy t held 2 of the NET position in sim:SWAP and has 1 left");

        audit(lab, 11, LiveLab.held(-3, "100"));
        assertThat(parts(lab)).as("beyond zero somebody opened it").containsExactly(0L, 0L, -3L);
        assertThat(part(lab, "s").rawRealized()).isZero();
        assertThat(lab.net()).isEqualTo(-3);
    }

    @Test
    void anAuditThatFindsMoreTakesNothing() {
        LiveLab lab = lab(b -> b);
        hold(lab, lab.script, 6, 100);
        hold(lab, other, -6, 100);
        audit(lab, 10, LiveLab.held(3, "100"));

        assertThat(parts(lab)).containsExactly(6L, -6L, 3L);
    }

    private static void audit(LiveLab lab, long tsEvent, HeldPosition held) {
        lab.account.audited(LiveLab.snapshot(tsEvent, List.of(new Balance(Lab.USD, CASH * 100, 0)), List.of(held)));
    }

    /** Whatever is held and taken: parts add up to the account's position, and no part grows or turns by what is taken. */
    @Test
    void partsAddUpWhateverIsTaken() {
        for (long seed = 1; seed <= 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            LiveLab lab = new LiveLab(LiveLab.cash(1_000_000), b -> b.strategy("t", new Script())).start();
            Script first = lab.script;
            for (int step = 0; step < 12; step++) {
                long quantity = random.nextLong(1, 9) * (random.nextBoolean() ? 1 : -1);
                if (random.nextBoolean()) {
                    hold(lab, first, quantity, random.nextLong(90, 110));
                } else {
                    lab.fill(
                            lab.account.adopt(LiveLab.external(
                                    "", "h" + step, quantity > 0 ? Side.BUY : Side.SELL, Math.abs(quantity), 100, 0)),
                            Math.abs(quantity),
                            100);
                }
                long net = lab.net();
                if (net != 0) {
                    long ownBefore = lab.own();
                    long taken = random.nextLong(1, Math.abs(net) + 1);
                    take(lab, net > 0 ? Side.SELL : Side.BUY, taken, random.nextLong(90, 110));
                    String where = "seed " + seed + ", step " + step;
                    assertThat(parts(lab).stream().mapToLong(p -> p).sum())
                            .as(where)
                            .isEqualTo(lab.net());
                    assertThat(Math.abs(lab.own())).as(where).isLessThanOrEqualTo(Math.abs(ownBefore));
                    assertThat(lab.own() * ownBefore).as(where).isNotNegative();
                }
            }
        }
    }
}
