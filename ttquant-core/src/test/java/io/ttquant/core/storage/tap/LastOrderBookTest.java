package io.ttquant.core.storage.tap;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.core.portfolio.Ledger;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** A run may be cut off between any two of its entries. */
class LastOrderBookTest {
    private static final InstrumentId BTC = InstrumentId.parse("sim:BTC");
    private final LastOrderBook book = new LastOrderBook();

    private void order(String id, OrderStatus status, String filled, String event) {
        order("s", id, status, filled, event);
    }

    private void order(String strategy, String id, OrderStatus status, String filled, String event) {
        book.changed(new RunEntry.OrderChange(
                1,
                1,
                1,
                id,
                strategy,
                BTC,
                Side.BUY,
                OrderType.LIMIT,
                TimeInForce.GTC,
                status,
                new BigDecimal("5"),
                new BigDecimal(filled),
                BigDecimal.TEN,
                null,
                event,
                ""));
    }

    private void fill(String id, String quantity) {
        book.filled(new RunEntry.Filled(
                2,
                1,
                1,
                id,
                "s",
                BTC,
                9,
                Side.BUY,
                BigDecimal.TEN,
                new BigDecimal(quantity),
                BigDecimal.ZERO,
                Currency.of("USDT"),
                LiquiditySide.MAKER,
                FillReason.EXCHANGE,
                null,
                null));
    }

    private void position() {
        book.counted(new RunEntry.PositionAt(
                3,
                1,
                "s",
                BTC,
                PositionSide.NET,
                BigDecimal.ONE,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                Currency.of("USDT")));
    }

    private void has(String id, String filled) {
        assertThat(book.unfinished()).extracting(RunEntry.OrderChange::clientId).containsExactly(id);
        assertThat(book.filled().get(id)).isEqualByComparingTo(filled);
    }

    @Test
    void anOpenOrderCountsWhatThePositionCounts() {
        order("a", OrderStatus.ACCEPTED, "0", "Accepted");
        has("a", "0");
        order("a", OrderStatus.PARTIALLY_FILLED, "2", "Filled");
        has("a", "0");
        fill("a", "2");
        has("a", "0");
        position();
        has("a", "2");
        order("a", OrderStatus.PENDING_CANCEL, "2", "Updated");
        has("a", "2");
    }

    @Test
    void oneThatEndedIsForgottenOnceItsLastFillCounts() {
        order("a", OrderStatus.PARTIALLY_FILLED, "2", "Filled");
        fill("a", "2");
        position();
        order("a", OrderStatus.FILLED, "5", "Filled");
        has("a", "2");
        fill("a", "3");
        has("a", "2");
        position();
        assertThat(book.unfinished()).isEmpty();
    }

    @Test
    void aFillThatComesAfterTheEndCountsFromWhatWasBefore() {
        order("a", OrderStatus.CANCELED, "2", "Canceled");
        order("a", OrderStatus.CANCELED, "3", "Filled");
        assertThat(book.unfinished()).as("of how much it was is not known yet").isEmpty();
        fill("a", "1");
        has("a", "2");
        position();
        assertThat(book.unfinished()).isEmpty();
    }

    @Test
    void theNextStartBeginsWithWhatItTookUp() {
        order("a", OrderStatus.FILLED, "5", "Filled");
        order("a", OrderStatus.PARTIALLY_FILLED, "2", "Created");
        has("a", "2");
    }

    @Test
    void whatTheAccountDidWithItLeavesItAsTheStrategyKnewIt() {
        order("a", OrderStatus.ACCEPTED, "0", "Accepted");
        order(Ledger.EXTERNAL, "a", OrderStatus.FILLED, "5", "Filled");
        has("a", "0");
    }
}
