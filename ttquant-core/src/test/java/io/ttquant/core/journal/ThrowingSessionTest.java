package io.ttquant.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Trade;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.engine.FailurePolicy;
import io.ttquant.core.engine.MarketDemand;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** News that the engine refuses with an exception, told by a session from inside of a command. */
class ThrowingSessionTest {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final AccountSnapshot OPENING = new AccountSnapshot(
            List.of(new Balance(RandomSession.USD, 1_000_000, 0)), List.of(), List.of(), PositionMode.NETTING, START);

    /** Buys at each trade. */
    private static final class Buyer extends Strategy {
        @Override
        protected void onStart(StrategyContext context) {
            context.subscribeTrades(RandomSession.SPOT.id());
        }

        @Override
        protected void onTrade(Trade trade) {
            orders().buy(RandomSession.SPOT.id()).rawQuantity(1).rawLimit(80).submit();
        }
    }

    /** Tells of what cannot be at the first order, and of its acceptance if it does not mind. */
    private static final class Venue implements ExecutionSession {
        private final boolean isCatching;
        private @Nullable AccountSink account;
        private int submitted;

        Venue(boolean isCatching) {
            this.isCatching = isCatching;
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.LIMIT_ORDERS);
        }

        @Override
        public void submit(Order order) {
            AccountSink to = Objects.requireNonNull(account);
            submitted++;
            if (submitted == 1) {
                tellWhatCannotBe(to);
            }
            to.accepted(order, START);
        }

        private void tellWhatCannotBe(AccountSink to) {
            OrderRequest request = OrderRequest.limit(RandomSession.SPOT, Side.BUY, 1, 90);
            try {
                to.adopt(new ExternalOrder("x", "v", request, OrderStatus.DENIED, 0, START));
            } catch (IllegalArgumentException e) {
                if (!isCatching) {
                    throw e;
                }
            }
        }

        @Override
        public void cancel(Order order) {}

        @Override
        public void amend(Order order, Amendment amendment) {}
    }

    private static EngineBuilder same(EngineBuilder builder) {
        return builder.reporting(RandomSession.USD)
                .onFailure(FailurePolicy.STOP_STRATEGY)
                .strategy("s", new Buyer());
    }

    private static byte[] session(boolean isCatching) {
        MemoryLog log = new MemoryLog();
        Venue venue = new Venue(isCatching);
        JournalHeader header =
                new JournalHeader(Map.of(), START, List.of(RandomSession.SPOT), true, venue.capabilities(), OPENING);
        JournalRecorder recorder = JournalRecorder.begin(log, header);
        EngineBuilder builder = Engine.builder().startNanos(START).instrument(RandomSession.SPOT);
        recorder.into(builder, MarketDemand.NONE);
        builder.execute(recorder.session(venue)).openAccount(OPENING);
        Engine engine = same(builder).build();
        InstrumentSink market = recorder.market(engine).instrument(RandomSession.SPOT.id());
        venue.account = recorder.account(engine);
        engine.start(START);
        engine.live().trading(true, "all is up");
        market.trade(START + 1, START + 1, 100, 1, AggressorSide.BUYER);
        market.trade(START + 2, START + 2, 100, 1, AggressorSide.BUYER);
        engine.stop();
        recorder.close();
        assertThat(venue.submitted)
                .as("the strategy stops at what its command throws")
                .isEqualTo(isCatching ? 2 : 1);
        return log.bytes();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isReplayedThroughTheCommandAndIntoTheEngineUnlessTheSessionCaughtIt(boolean isCatching) {
        try (JournalReader reader = MemoryLog.reader(session(isCatching))) {
            ReplayReport report = Replay.run(reader, ThrowingSessionTest::same);
            assertThat(report.difference()).isEmpty();
            assertThat(report.isWhole()).isTrue();
        }
    }
}
