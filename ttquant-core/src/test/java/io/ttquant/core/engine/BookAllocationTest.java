package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.order.Fill;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.core.AllocatedBytes;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Once a book has found its size, its updates and prints do not allocate, with orders at rest in its queues. */
class BookAllocationTest {
    private static final int ROUNDS = 20_000;

    /** Lays orders at ten prices of each side, and adds up what it sees. */
    private static final class Quiet extends Strategy {
        long sum;
        int fills;
        private boolean isLaid;

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBook(Lab.SPOT.id());
        }

        @Override
        protected void onBook(OrderBook book) {
            sum += book.rawBid(0) + book.rawAsk(0);
            for (int i = 0; i < 10 && !isLaid; i++) {
                orders().buy(Lab.SPOT).lots(1).limit(1_000 - i).submit();
                orders().sell(Lab.SPOT).lots(1).limit(1_001 + i).submit();
            }
            isLaid = true;
        }

        @Override
        protected void onFill(Fill fill) {
            fills++;
        }
    }

    @Test
    void updatesAndPrintsDoNotAllocate() {
        Quiet quiet = new Quiet();
        Engine engine = Engine.builder()
                .instrument(Lab.SPOT)
                .reporting(Lab.USD)
                .startBalance(Lab.USD, 1_000_000_00)
                .startBalance(Lab.ABC, 1_000)
                .sampleEvery(Duration.ofDays(1))
                .simulate(SimulationConfig.DEFAULT)
                .strategy("quiet", quiet)
                .build();
        InstrumentSink market = engine.instrument(Lab.SPOT.id());
        BookSink book = market.book();
        engine.start(0);
        book.snapshot(1, 1);
        for (int i = 0; i < 12; i++) {
            book.bid(1_000 - i, 20);
            book.ask(1_001 + i, 20);
        }
        book.end();
        long[] ts = {1};
        Runnable round = () -> {
            long now = ++ts[0];
            book.increment(now, now);
            book.bid(1_000 - now % 12, 20 + now % 5);
            book.ask(1_001 + now % 12, 20 + now % 7);
            book.end();
            market.trade(now, now, 1_001, 1, AggressorSide.BUYER);
        };
        for (int i = 0; i < ROUNDS; i++) {
            round.run();
        }
        int fills = quiet.fills;
        long before = AllocatedBytes.now();
        for (int i = 0; i < ROUNDS; i++) {
            round.run();
        }
        long bytes = AllocatedBytes.now() - before;

        assertThat(quiet.sum).isEqualTo(2_001L * (2 * ROUNDS + 1));
        assertThat(quiet.fills).isEqualTo(fills).isPositive();
        assertThat(bytes / ROUNDS).as("bytes per round").isZero();
    }
}
