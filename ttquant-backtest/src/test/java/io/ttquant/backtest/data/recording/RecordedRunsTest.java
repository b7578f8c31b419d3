package io.ttquant.backtest.data.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.market.Quote;
import io.ttquant.api.order.Fill;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.backtest.Backtest;
import io.ttquant.backtest.data.LoadedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backtests on recordings of each kind: what a strategy sees, and at which price it trades. */
class RecordedRunsTest {
    @TempDir
    private Path folder;

    private List<String> run(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        LoadedData data = Recordings.of(file).load();
        List<String> first = run(data);
        assertThat(run(data)).as("a second replay of the same files").isEqualTo(first);
        return first;
    }

    private static List<String> run(LoadedData data) {
        Instrument instrument = data.instruments().get(0);
        Buyer buyer = new Buyer(instrument);
        Backtest.of(data.sources())
                .cash("1000000 " + instrument.quote())
                .strategy("buyer", buyer)
                .run();
        return buyer.seen;
    }

    @Test
    void quotesAreSeenAndBoughtAtTheAsk() throws IOException {
        assertThat(run("BTCUSDT-bookTicker-2024-01-01.csv", """
                1,99,2,100,3,1704067200000,1704067200001
                2,100,2,101,3,1704067201000,1704067201001
                """))
                .startsWith("quote 99.0/100.0", "book 99.0/100.0", "filled at 100.0", "quote 100.0/101.0");
    }

    @Test
    void aBookByLevelIsSeenAndBoughtAtTheAsk() throws IOException {
        assertThat(run("BTCUSDT_T_DEPTH.csv", """
                symbol,timestamp,first_update_id,last_update_id,side,update_type,price,qty
                BTCUSDT,1704067200000,,10,b,snap,100,5
                BTCUSDT,1704067200000,,10,a,snap,101,5
                BTCUSDT,1704067200100,11,12,a,set,101,0
                BTCUSDT,1704067200100,11,12,a,set,103,5
                """)).contains("book 100.0/101.0", "filled at 101.0", "book 100.0/103.0");
    }

    @Test
    void aBookByOrderIsSeenAndBoughtAtTheAsk() throws IOException {
        assertThat(run("BTCUSD-orders.csv", """
                id,timestamp,exchange.timestamp,price,volume,action,direction
                1,1430438404518,1430438404000,236,200000000,created,bid
                2,1430438404600,1430438404000,237,200000000,created,ask
                3,1430438404700,1430438404000,238,200000000,created,ask
                2,1430438404800,1430438404000,237,200000000,deleted,ask
                """)).contains("book 236.0/237.0", "filled at 237.0", "book 236.0/238.0");
    }

    @Test
    void barsAreSeenAtTheirEnd() throws IOException {
        assertThat(run(
                        "crypto/x/btcusd/20180404_trade.csv",
                        "0,10,12,9,11,5\n60000,11,13,10,12,5\n120000,12,13,10,12,5\n"))
                .startsWith("bar 11.0", "filled at 11.0", "bar 12.0");
    }

    /** Writes down what it sees, and buys once. */
    private static final class Buyer extends Strategy {
        private final Instrument instrument;
        private final List<String> seen = new ArrayList<>();
        private boolean hasBought;

        Buyer(Instrument instrument) {
            this.instrument = instrument;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBook(instrument.id());
            ctx.subscribeQuotes(instrument.id());
            ctx.subscribeBars(instrument.id(), BarSpec.minutes(1));
        }

        @Override
        protected void onQuote(Quote quote) {
            see("quote " + quote.bid() + "/" + quote.ask());
        }

        @Override
        protected void onBook(OrderBook book) {
            if (book.bidDepth() > 0 && book.askDepth() > 0) {
                see("book " + instrument.price(book.rawBid(0)) + "/" + instrument.price(book.rawAsk(0)));
            }
        }

        @Override
        protected void onBar(Bar bar) {
            see("bar " + bar.close());
        }

        private void see(String what) {
            seen.add(what);
            if (!hasBought) {
                hasBought = true;
                orders().buy(instrument).quantity("1").market().submit();
            }
        }

        @Override
        protected void onFill(Fill fill) {
            seen.add("filled at " + instrument.price(fill.rawPrice()));
        }
    }
}
