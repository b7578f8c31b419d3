package io.ttquant.backtest.data.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Side;
import io.ttquant.backtest.SharedData;
import io.ttquant.backtest.data.LoadedData;
import io.ttquant.backtest.data.Replay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many orders and levels the readers deliver, against what the index of the shared data counts in the files. */
class RecordedCountsTest {
    private static Map<String, Integer> delivered(String file) {
        LoadedData data = Recordings.of(SharedData.file(file)).load();
        Counter counter = new Counter(data.instruments().get(0));
        try (Replay replay = new Replay(data.sources(), id -> counter)) {
            replay.run();
        }
        return counter.counts;
    }

    /** The index counts one deletion more: the row that stands there twice. */
    @Test
    void ordersAreDeliveredAsTheyWereCreatedChangedAndDeleted() {
        assertThat(delivered("book/bitstamp/BTCUSD-orders-2015-05-01-00h-05h.csv.gz"))
                .isEqualTo(Map.of("clear", 1, "add", 24_894, "modify", 602, "delete", 24_918 - 1, "end", 50_414 - 1));
    }

    @Test
    void everyLevelOfAWholeBookIsDelivered() {
        Map<String, Integer> counts = delivered("book/coinbase/COINBASE-BTC-USD-L2-snapshot.json.gz");

        assertThat(counts)
                .containsEntry("bid", 18_376)
                .containsEntry("ask", 27_017)
                .containsEntry("snapshot", 1);
    }

    /** Counts what it is told of books. */
    private static final class Counter extends SinkStub {
        private final Map<String, Integer> counts = new HashMap<>();

        Counter(Instrument instrument) {
            super(instrument);
        }

        private void count(String what) {
            counts.merge(what, 1, Integer::sum);
        }

        @Override
        void told(String line) {
            count(line.substring(0, line.indexOf(' ')));
            for (String word : List.of(" bid ", " ask ")) {
                for (int at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
                    count(word.strip());
                }
            }
        }

        @Override
        public MarketByOrderSink marketByOrder() {
            return new MarketByOrderSink() {
                @Override
                public void begin(long tsEvent, long tsInit) {}

                @Override
                public void clear() {
                    count("clear");
                }

                @Override
                public void add(long id, Side side, long rawPrice, long rawQuantity) {
                    count("add");
                }

                @Override
                public void modify(long id, long rawPrice, long rawQuantity) {
                    count("modify");
                }

                @Override
                public void execute(long id, long rawQuantity) {
                    count("execute");
                }

                @Override
                public void delete(long id) {
                    count("delete");
                }

                @Override
                public void end() {
                    count("end");
                }

                @Override
                public void lost(long tsEvent, long tsInit) {
                    count("lost");
                }

                @Override
                public boolean needsSnapshot() {
                    return false;
                }
            };
        }
    }
}
