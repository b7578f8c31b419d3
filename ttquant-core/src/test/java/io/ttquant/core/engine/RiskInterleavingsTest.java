package io.ttquant.core.engine;

import static io.ttquant.core.engine.RiskLab.ABC;
import static io.ttquant.core.engine.RiskLab.XYZ;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.order.Reach;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.RiskEvent;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Random interleavings of orders, amendments, cancels, fills and late reports, from seeds that a failure names. */
class RiskInterleavingsTest {
    private static final RiskPolicy LIMITED = RiskPolicy.ofAccount(RiskLimits.builder()
                    .maxPosition(ABC.id(), "15")
                    .maxPosition(XYZ.id(), "20")
                    .maxOpenOrders(12)
                    .build())
            .withEachStrategy(RiskLimits.builder()
                    .maxPosition(ABC.id(), "10")
                    .maxOpenOrdersPerInstrument(6)
                    .build());

    @Test
    void noLimitIsPassedAndTheRunningSumsAreThoseOfANaiveScan() {
        Set<RejectReason> reasons = new TreeSet<>();
        long fills = 0;
        long groups = 0;
        for (long seed = 1; seed <= 300; seed++) {
            String run = "seed " + seed;
            RiskStorm[] storm = new RiskStorm[1];
            EngineTap checks = new EngineTap() {
                @Override
                public void event(OrderEvent event) {
                    if (event instanceof OrderEvent.Filled) {
                        requireLimits(storm[0].lab, run);
                    }
                }
            };
            storm[0] = new RiskStorm(seed, LIMITED, b -> b.tap(checks));
            for (int i = 0; i < 250; i++) {
                storm[0].step();
                requireLimits(storm[0].lab, run);
                for (Instrument instrument : List.of(ABC, XYZ)) {
                    requireAgreement(storm[0], instrument, PositionSide.NET, run + " step " + i);
                }
            }
            storm[0].lab.refusals().stream().map(Refusal::reason).forEach(reasons::add);
            groups += storm[0].groups.stream()
                    .filter(group -> group.orders().stream().anyMatch(order -> order.rawFilled() > 0))
                    .count();
            fills += storm[0].lab.s.fills.size() + storm[0].lab.t.fills.size();
        }
        assertThat(reasons).contains(RejectReason.MAX_POSITION, RejectReason.MAX_OPEN_ORDERS);
        assertThat(fills).isGreaterThan(5_000);
        assertThat(groups).isGreaterThan(500);
    }

    private static void requireLimits(RiskLab lab, String run) {
        long s = lab.position("s");
        long t = lab.position("t");
        assertThat(Math.abs(s)).as(run).isLessThanOrEqualTo(10);
        assertThat(Math.abs(t)).as(run).isLessThanOrEqualTo(10);
        assertThat(Math.abs(s + t)).as(run).isLessThanOrEqualTo(15);
        assertThat(Math.abs(lab.engine.ledger().netPosition(XYZ.id()).rawQuantity()))
                .as(run)
                .isLessThanOrEqualTo(20);
        assertThat(lab.engine.channel(ABC.id()).orders().size()
                        + lab.engine.channel(XYZ.id()).orders().size())
                .as(run)
                .isLessThanOrEqualTo(12);
    }

    private static void requireAgreement(RiskStorm storm, Instrument instrument, PositionSide position, String run) {
        InstrumentChannel channel = storm.lab.engine.channel(instrument.id());
        long low = 0;
        long high = 0;
        int slot = 0;
        for (String strategy : List.of("s", "t")) {
            Reach reach = channel.orders()
                    .scope(storm.lab.engine.slot(slot++), position)
                    .reach();
            assertThat(reach.rawLow()).as(run).isEqualTo(storm.naiveLow(strategy, instrument, position));
            assertThat(reach.rawHigh()).as(run).isEqualTo(storm.naiveHigh(strategy, instrument, position));
            low += reach.rawLow();
            high += reach.rawHigh();
        }
        Reach account = channel.orders().accountScope(position).reach();
        assertThat(account.rawLow()).as(run).isEqualTo(low);
        assertThat(account.rawHigh()).as(run).isEqualTo(high);
        assertThat(account.isFlat()).as(run).isEqualTo(low == 0 && high == 0);
    }

    @Test
    void inHedgeModeNoLimitOfASideIsPassedAndTheRunningSumsAreThoseOfANaiveScan() {
        List<PositionSide> sides = List.of(PositionSide.LONG, PositionSide.SHORT);
        Set<RejectReason> reasons = new TreeSet<>();
        long fills = 0;
        for (long seed = 1; seed <= 200; seed++) {
            String run = "seed " + seed;
            RiskStorm[] storm = new RiskStorm[1];
            EngineTap checks = new EngineTap() {
                @Override
                public void event(OrderEvent event) {
                    if (event instanceof OrderEvent.Filled) {
                        sides.forEach(side -> requireLimits(storm[0].lab, side, run));
                    }
                }
            };
            storm[0] = new RiskStorm(seed, LIMITED, true, b -> b.tap(checks));
            for (int i = 0; i < 250; i++) {
                storm[0].step();
                for (PositionSide side : sides) {
                    requireLimits(storm[0].lab, side, run);
                    requireAgreement(storm[0], ABC, side, run + " step " + i);
                    requireAgreement(storm[0], XYZ, side, run + " step " + i);
                }
            }
            storm[0].lab.refusals().stream().map(Refusal::reason).forEach(reasons::add);
            fills += storm[0].lab.s.fills.size() + storm[0].lab.t.fills.size();
        }
        assertThat(reasons).contains(RejectReason.MAX_POSITION, RejectReason.MAX_OPEN_ORDERS);
        assertThat(fills).isGreaterThan(3_000);
    }

    private static void requireLimits(RiskLab lab, PositionSide side, String run) {
        long s = lab.engine.ledger().position("s", ABC, side).rawQuantity();
        long t = lab.engine.ledger().position("t", ABC, side).rawQuantity();
        assertThat(Math.abs(s)).as(run).isLessThanOrEqualTo(10);
        assertThat(Math.abs(t)).as(run).isLessThanOrEqualTo(10);
        assertThat(Math.abs(s + t)).as(run).isLessThanOrEqualTo(15);
        assertThat(Long.signum(s) * (side == PositionSide.LONG ? 1 : -1))
                .as(run)
                .isNotNegative();
        for (int slot = 0; slot < 2; slot++) {
            ChannelOrders orders = lab.engine.channel(ABC.id()).orders();
            long open = 0;
            for (PositionSide each : PositionSide.values()) {
                open += orders.scope(lab.engine.slot(slot), each).reach().openOrders();
            }
            assertThat(open).as(run).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void aKilledAccountSendsNothingThatIncreasesRisk() {
        for (long seed = 1; seed <= 300; seed++) {
            String run = "seed " + seed;
            boolean flattens = seed % 2 == 0;
            RiskStorm storm = new RiskStorm(seed, RiskPolicy.NONE, b -> b);
            for (int i = 0; i < 80; i++) {
                storm.step();
            }
            int before = storm.sent.size();
            storm.lab.engine.risk().trip("test", "test", flattens);
            for (int i = 0; i < 80; i++) {
                storm.step();
            }
            for (Order order : storm.sent.subList(before, storm.sent.size())) {
                assertThat(order.status()).as(run).isEqualTo(OrderStatus.DENIED);
            }
            assertThat(storm.lab.exits())
                    .as(run)
                    .allMatch(order -> order.request().isReduceOnly());
            if (!flattens) {
                assertThat(storm.lab.exits()).as(run).isEmpty();
            }
            calmDown(storm);
            requireNothingOpen(storm, run);
            if (flattens) {
                assertThat(storm.lab.position("s")).as(run).isZero();
                assertThat(storm.lab.position("t")).as(run).isZero();
            }
        }
    }

    private static void calmDown(RiskStorm storm) {
        for (int i = 0; i < 10; i++) {
            storm.lab.pass(200 * RiskLab.SECOND);
            storm.lab.price(ABC, 100);
            storm.lab.price(XYZ, 100);
        }
    }

    private static void requireNothingOpen(RiskStorm storm, String run) {
        assertThat(storm.sent).as(run).allMatch(Order::isClosed);
        assertThat(storm.lab.engine.risk().desk().account().reaches().openOrders())
                .as(run)
                .isZero();
    }

    @Test
    void exitsAreOneAtATimeAndNeverIncreaseAPosition() {
        RiskPolicy guarded = RiskPolicy.ofAccount(RiskLimits.builder()
                        .stopLoss("0.02")
                        .takeProfit("0.03")
                        .dailyLoss("300", GuardAction.FLATTEN)
                        .build())
                .withEachStrategy(
                        RiskLimits.builder().lossStreak(4, GuardAction.REDUCE).build());
        long exits = 0;
        for (long seed = 1; seed <= 300; seed++) {
            String run = "seed " + seed;
            List<Order> open = new ArrayList<>();
            EngineTap checks = new EngineTap() {
                @Override
                public void risk(RiskEvent event) {
                    if (event instanceof RiskEvent.ExitSent exit) {
                        open.removeIf(Order::isClosed);
                        assertThat(open).as(run).noneMatch(other -> isSamePosition(other, exit.order()));
                        open.add(exit.order());
                    }
                }
            };
            RiskStorm storm = new RiskStorm(seed, guarded, b -> b.tap(checks));
            for (int i = 0; i < 250; i++) {
                storm.step();
            }
            exits += storm.lab.exits().size();
            assertThat(storm.lab.exits())
                    .as(run)
                    .allMatch(order -> order.request().isReduceOnly());
        }
        assertThat(exits).isGreaterThan(1_000);
    }

    private static boolean isSamePosition(Order one, Order other) {
        return one.strategyId().equals(other.strategyId()) && one.instrument().equals(other.instrument());
    }
}
