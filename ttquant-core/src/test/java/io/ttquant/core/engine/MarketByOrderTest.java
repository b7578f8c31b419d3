package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Books by order: what strategies see of them, and how ours stand in the queue. */
class MarketByOrderTest {
    private Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00);
    private MarketByOrderSink sink = lab.sink.marketByOrder();

    @BeforeEach
    void start() {
        lab.script.start = ctx -> ctx.subscribeBook(Lab.SWAP.id());
        lab.start(0);
        snapshot(1);
    }

    /** Order 1 and 2 bid 5 each at 99, order 3 bids 9 at 98, order 4 and 5 offer 4 each at 101. */
    private void snapshot(long ts) {
        sink.begin(ts, ts);
        sink.clear();
        sink.add(1, Side.BUY, 99, 5);
        sink.add(2, Side.BUY, 99, 5);
        sink.add(3, Side.BUY, 98, 9);
        sink.add(4, Side.SELL, 101, 4);
        sink.add(5, Side.SELL, 101, 4);
        sink.end();
    }

    private void message(long ts, Runnable rows) {
        sink.begin(ts, ts);
        rows.run();
        sink.end();
    }

    private void buy(long lots, long limit) {
        lab.script.desk().buy(Lab.SWAP).lots(lots).limit(limit).submit();
        lab.engine.settle();
        lab.engine.advanceTo(lab.engine.now() + 1);
    }

    private String book() {
        var view = lab.script.ctx().market(Lab.SWAP.id()).book();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < view.bidDepth(); i++) {
            text.append(view.rawBid(i))
                    .append('x')
                    .append(view.rawBidQuantity(i))
                    .append(' ');
        }
        text.append('|');
        for (int i = 0; i < view.askDepth(); i++) {
            text.append(' ').append(view.rawAsk(i)).append('x').append(view.rawAskQuantity(i));
        }
        return text.toString();
    }

    @Test
    void rowsAreSeenAsLevelsAtTheEndOfTheirMessage() {
        assertThat(book()).isEqualTo("99x10 98x9 | 101x8");
        sink.begin(2, 2);
        sink.modify(3, 99, 3);
        sink.delete(2);
        sink.execute(4, 3);
        assertThat(lab.script.heard).containsExactly("book 2/1");
        sink.end();

        assertThat(book()).isEqualTo("99x8 | 101x5");
        assertThat(lab.script.heard).containsExactly("book 2/1", "book 1/1");
    }

    @Test
    void rowsThatDoNotFitChangeNothing() {
        message(2, () -> {
            sink.delete(77);
            sink.execute(78, 1);
            sink.modify(79, 99, 1);
            sink.add(1, Side.BUY, 97, 5);
        });

        assertThat(book()).isEqualTo("99x10 98x9 | 101x8");
    }

    @Test
    void ourOrderIsReachedWhenOneBehindItIsExecuted() {
        buy(6, 99);
        message(10, () -> sink.add(6, Side.BUY, 99, 20));
        lab.trade(11, 99, 10, AggressorSide.SELLER);
        message(11, () -> {
            sink.execute(1, 5);
            sink.execute(2, 5);
        });
        assertThat(lab.fills()).isEmpty();
        lab.trade(12, 99, 4, AggressorSide.SELLER);
        message(12, () -> sink.execute(6, 4));
        message(13, () -> sink.execute(6, 4));

        assertThat(lab.fills()).containsExactly("BUY 4@99 MAKER TRADE_AT_PRICE", "BUY 2@99 MAKER TRADE_AT_PRICE");
    }

    @Test
    void aCancelAheadHelpsAndOneBehindDoesNot() {
        buy(3, 99);
        message(10, () -> {
            sink.add(6, Side.BUY, 99, 20);
            sink.add(7, Side.BUY, 99, 20);
        });
        message(11, () -> sink.delete(7));
        message(12, () -> sink.execute(1, 5));
        assertThat(lab.fills()).isEmpty();
        message(13, () -> sink.delete(2));
        message(14, () -> sink.execute(6, 1));

        assertThat(lab.fills()).containsExactly("BUY 1@99 MAKER TRADE_AT_PRICE");
    }

    @Test
    void afterAGapOursStandBehindAllThatIsThere() {
        buy(3, 99);
        sink.lost(10, 10);
        assertThat(sink.needsSnapshot()).isTrue();
        message(11, () -> sink.add(9, Side.BUY, 99, 1));
        assertThat(book()).isEqualTo("|");
        snapshot(12);
        assertThat(sink.needsSnapshot()).isFalse();
        message(13, () -> sink.execute(2, 5));
        assertThat(lab.fills()).isEmpty();
        message(14, () -> sink.add(6, Side.BUY, 99, 5));
        message(15, () -> sink.execute(6, 2));

        assertThat(lab.fills()).containsExactly("BUY 2@99 MAKER TRADE_AT_PRICE");
    }

    @Test
    void ordersOfOursShareAnExecutionInTheirOrder() {
        buy(2, 99);
        buy(2, 99);
        message(10, () -> sink.add(6, Side.BUY, 99, 20));
        message(11, () -> sink.execute(6, 3));

        assertThat(lab.fills()).containsExactly("BUY 2@99 MAKER TRADE_AT_PRICE", "BUY 1@99 MAKER TRADE_AT_PRICE");
    }

    @Test
    void takersWalkTheLevels() {
        message(2, () -> sink.add(8, Side.SELL, 102, 10));
        Order order = lab.script.desk().buy(Lab.SWAP).lots(10).market().submit();
        lab.engine.settle();

        assertThat(order.rawFilled()).isEqualTo(10);
        assertThat(lab.fills()).containsExactly("BUY 8@101 TAKER TOOK_BOOK", "BUY 2@102 TAKER WALKED_BOOK");
    }

    @Test
    void withFeedLatencyStrategiesSeeItLater() {
        lab = new Lab(
                Lab.SWAP,
                SimulationConfig.DEFAULT,
                b -> b.startBalance(Lab.USD, 1_000_000_00).feedLatency(Duration.ofNanos(5)));
        sink = lab.sink.marketByOrder();
        start();
        message(3, () -> sink.delete(1));
        lab.engine.advanceTo(6);
        assertThat(book()).isEqualTo("99x10 98x9 | 101x8");
        lab.engine.advanceTo(8);

        assertThat(book()).isEqualTo("99x5 98x9 | 101x8");
        assertThat(lab.script.heard).containsExactly("book 2/1", "book 2/1");
    }

    @Test
    void rowsBelongIntoAMessage() {
        assertThatThrownBy(() -> sink.add(9, Side.BUY, 1, 1)).hasMessageContaining("call begin() first");
        assertThatThrownBy(sink::end).isInstanceOf(IllegalStateException.class);
        sink.begin(2, 2);
        assertThatThrownBy(() -> sink.begin(2, 2)).hasMessageContaining("begins inside another");
        assertThatThrownBy(lab.sink::book).hasMessageContaining("comes by order already");
    }
}
