package io.ttquant.examples.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.Inheritance;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.examples.Markets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A grid of three levels of 600 on each side of 60 000, of 100 USDT each, that comes back and holds more than its idle levels can offer. */
class GridAfterRestartTest {
    private static final long START = EpochNanos.parse("2025-01-01T00:00:00Z");
    private static final Currency BTC = Currency.of("BTC");
    private static final Currency USDT = Currency.of("USDT");
    private static final long[] WAITING = {5_820_000, 5_880_000, 5_940_000};
    private static final long RAW_HELD = 800;

    /** Takes all, and says so at the next bar. */
    private static final class Venue implements ExecutionSession {
        final List<Order> sent = new ArrayList<>();
        final List<Runnable> answers = new ArrayList<>();
        Engine engine;

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.allOf(Capability.class);
        }

        @Override
        public void submit(Order order) {
            sent.add(order);
            answers.add(() -> engine.reports().accepted(order, engine.clock().nanos()));
        }

        @Override
        public void cancel(Order order) {
            answers.add(
                    () -> engine.reports().canceled(order, "", engine.clock().nanos()));
        }

        @Override
        public void amend(Order order, Amendment amendment) {
            throw new AssertionError("a grid amends nothing: " + order);
        }
    }

    private final Venue venue = new Venue();
    private final Engine engine = engine();
    private long minute = START;

    private Engine engine() {
        Grid.Params params = new Grid.Params(
                Markets.BTC.id(), BarSpec.minutes(1), 3, 3, BigDecimal.valueOf(100), BigDecimal.valueOf(600), 0, 0);
        List<ExternalOrder> open = new ArrayList<>();
        for (long rawPrice : WAITING) {
            OrderRequest request = OrderRequest.limit(Markets.BTC, Side.BUY, 170, rawPrice);
            open.add(new ExternalOrder("tt-" + rawPrice, "v" + rawPrice, request, OrderStatus.ACCEPTED, 0, START));
        }
        Inheritance before = new Inheritance(
                List.of(new Inheritance.OwnPosition(
                        "grid", Markets.BTC.id(), PositionSide.NET, RAW_HELD, new BigDecimal("60000"), 0)),
                open.stream()
                        .map(order -> new Inheritance.OwnOrder("grid", order))
                        .toList(),
                Map.of("grid", Map.of("middle", "60000.0")));
        Engine made = Engine.builder()
                .instrument(Markets.BTC)
                .reporting(USDT)
                .strategy("grid", new Grid(params))
                .risk(RiskPolicy.ofAccount(
                        RiskLimits.builder().maxOrderValue("200").build()))
                .execute(venue)
                .openAccount(new AccountSnapshot(
                        List.of(new Balance(USDT, 100_000_00000000L, 0), new Balance(BTC, RAW_HELD * 1_000, 0)),
                        List.of(),
                        open,
                        PositionMode.NETTING,
                        START))
                .inherit(before)
                .build();
        venue.engine = made;
        made.start(START);
        made.advanceTo(START);
        made.live().trading(true, "all is known");
        return made;
    }

    private void bar() {
        List<Runnable> due = List.copyOf(venue.answers);
        venue.answers.clear();
        due.forEach(Runnable::run);
        engine.instrument(Markets.BTC.id()).trade(minute + 1, minute + 1, 6_000_000, 1, AggressorSide.NONE);
        minute += 60 * EpochNanos.SECOND;
        engine.advanceTo(minute);
    }

    private List<Order> sales() {
        return venue.sent.stream().filter(order -> order.side() == Side.SELL).toList();
    }

    @Test
    void allThatIsHeldIsOfferedAndNoOrderIsLargerThanALevels() {
        for (int i = 0; i < 6; i++) {
            bar();
        }
        assertThat(sales()).as("%s", engine.strategies().openOrders()).hasSize(5);
        assertThat(sales()).allSatisfy(order -> assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED));
        assertThat(sales().stream().mapToLong(Order::rawQuantity).sum()).isEqualTo(RAW_HELD);
        assertThat(sales()).extracting(Order::rawQuantity).allMatch(quantity -> quantity < 200);
    }

    @Test
    void theLowestThatWaitedToBuyMakeRoom() {
        for (int i = 0; i < 6; i++) {
            bar();
        }
        assertThat(sales())
                .extracting(Order::rawPrice)
                .containsExactlyInAnyOrder(6_180_000L, 6_120_000L, 6_060_000L, 5_940_000L, 5_880_000L);
        assertThat(engine.strategies().openOrders())
                .filteredOn(order -> order.side() == Side.BUY)
                .extracting(Order::rawPrice)
                .containsExactly(5_940_000L);
    }
}
