package io.ttquant.exchanges.emulator.okx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.ExchangeRules;
import io.ttquant.exchanges.emulator.exchange.FlowSettings;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.OrderFlow;
import io.ttquant.exchanges.emulator.exchange.PriceRule;
import io.ttquant.exchanges.emulator.exchange.QuantityRule;
import io.ttquant.exchanges.emulator.server.Turns;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Books whose messages fit together though the market moves each time that somebody looks at it, as it does under load. */
class BookFeedTest {
    private static final String SYMBOL = "BTC-USDT";
    private static final long STEP = Duration.ofSeconds(1).toNanos();

    private long now = 1_790_000_000_000_000_000L;
    private final Exchange exchange = new Exchange(ExchangeRules.okx(), () -> now += STEP);
    private final BookFeed feed = new BookFeed(new OkxVenue(exchange, new NoTurns()), SYMBOL);

    private static final class NoTurns implements Turns {
        @Override
        public void execute(Runnable work) {
            throw new IllegalStateException("a book needs no turn");
        }

        @Override
        public void after(Duration delay, Runnable work) {
            execute(work);
        }
    }

    private void open() {
        exchange.operator()
                .market(Market.spot(SYMBOL, "BTC", "USDT", PriceRule.tick("0.1"), QuantityRule.lot("0.00001")));
    }

    private static long number(JsonNode message, String name) {
        return message.path(name).asLong();
    }

    @Test
    void whatFollowsASnapshotFollowsOnFromIt() {
        open();
        OrderFlow.start(exchange, SYMBOL, FlowSettings.busy(7, "60000", "0.1"));
        int moved = 0;
        for (int i = 0; i < 30; i++) {
            feed.update();
            JsonNode snapshot = feed.snapshot();
            JsonNode next = feed.update();
            if (next != null) {
                moved++;
                assertThat(number(next, "prevSeqId")).isEqualTo(number(snapshot, "seqId"));
            }
        }
        assertThat(moved).as("the market moved between").isGreaterThan(15);
    }

    @Test
    void theFirstOrderFollowsOnFromAnEmptyBook() {
        open();
        feed.update();
        JsonNode snapshot = feed.snapshot();
        assertThat(snapshot.path("bids")).isEmpty();
        OrderFlow.start(exchange, SYMBOL, FlowSettings.busy(7, "60000", "0.1"));
        JsonNode next = feed.update();
        assertThat(next).isNotNull();
        assertThat(number(next, "prevSeqId")).isEqualTo(number(snapshot, "seqId"));
    }
}
