package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Side;
import io.ttquant.core.SharedData;
import org.junit.jupiter.api.Test;

/**
 * Five hours of Bitstamp's orders. The log begins in the middle of a day without a snapshot: orders placed before are changed and deleted
 * without ever being created. Among the orders, the venue's best 20 levels of each side.
 */
class BitstampLogTest {
    private static final Instrument BITCOIN = Instruments.of("0.01", "0.00000001");

    private final L3Book book = L3Book.of(BITCOIN);
    private final NaiveL3Book plain = new NaiveL3Book();
    private int rows;
    private int crossed;
    private int equal;
    private int absent;
    private int less;
    private int more;

    @Test
    void theFeedIsRebuiltAndWhatDoesNotFitIsCounted() {
        SharedData.lines("book/bitstamp/BTCUSD-feed-2015-05-01-00h-05h.log.gz", line -> {
            String[] parts = line.split(" ", 3);
            JsonNode message = Wire.parse(parts[2]);
            if (parts[1].equals("order_book")) {
                compare(message.get("bids"), Side.BUY);
                compare(message.get("asks"), Side.SELL);
            } else if (parts[1].startsWith("order_")) {
                order(parts[1], message, Long.parseLong(parts[0]) * 1_000_000);
            }
        });

        requireCounts();
        assertThat(crossed)
                .as("rows after which the book is crossed and withheld")
                .isEqualTo(998);
        assertThat(equal).isEqualTo(179_262);
        assertThat(absent + less).as("levels with orders from before the log").isEqualTo(19_768 + 1_407);
        assertThat(more)
                .as("levels that changed while the venue's list was on its way")
                .isEqualTo(3);
    }

    @Test
    void theTableOfTheSameOrdersGivesTheSameBook() {
        SharedData.lines("book/bitstamp/BTCUSD-orders-2015-05-01-00h-05h.csv.gz", line -> {
            String[] cells = line.split(",");
            if (!cells[0].equals("id")) {
                Side side = cells[6].equals("bid") ? Side.BUY : Side.SELL;
                long price = Wire.price(BITCOIN, Wire.parse("\"" + cells[3] + "\""));
                row("order_" + cells[5], Long.parseLong(cells[0]), side, price, Long.parseLong(cells[4]));
                commit(Long.parseLong(cells[1]) * 1_000_000);
            }
        });

        requireCounts();
    }

    private void requireCounts() {
        assertThat(rows).isEqualTo(50_414);
        L3Counters counters = book.counters();
        // 208 deletions and 5 changes of orders that are not there, of 187 orders; 5 orders created after they were
        // deleted.
        assertThat(counters.anomalies()).isEqualTo(208 + 5 + 5);
        assertThat(counters.of(L3Outcome.UNKNOWN)).isEqualTo(187);
        assertThat(counters.of(L3Outcome.LATE)).isEqualTo(31);
        assertThat(counters.of(L3Outcome.APPLIED)).isEqualTo(rows - 218);
        assertThat(book.size()).isEqualTo(179);
        plain.requireEqual(book, "at the end");
    }

    private void order(String event, JsonNode message, long ts) {
        Side side = message.get("order_type").asInt() == 0 ? Side.BUY : Side.SELL;
        row(
                event,
                message.get("id").asLong(),
                side,
                Wire.price(BITCOIN, message.get("price")),
                Wire.quantity(BITCOIN, message.get("amount")));
        if (!commit(ts)) {
            crossed++;
            assertThat(book.view().bidDepth() + book.view().askDepth()).isZero();
        }
    }

    private void row(String event, long id, Side side, long rawPrice, long rawQuantity) {
        rows++;
        L3Outcome outcome = switch (event) {
            case "order_created" -> book.add(id, side, rawPrice, rawQuantity);
            case "order_changed" -> book.modify(id, rawPrice, rawQuantity);
            case "order_deleted" -> book.cancel(id);
            default -> throw new AssertionError(event);
        };
        if (outcome == L3Outcome.APPLIED) {
            switch (event) {
                case "order_created" -> plain.add(id, side, rawPrice, rawQuantity);
                case "order_changed" -> plain.modify(id, rawPrice, rawQuantity);
                default -> plain.remove(id);
            }
        }
    }

    private boolean commit(long ts) {
        boolean served = book.commit(ts);
        if (rows % 500 == 0) {
            plain.requireEqual(book, "row " + rows);
        }
        return served;
    }

    private void compare(JsonNode levels, Side side) {
        for (JsonNode level : levels) {
            long theirs = Wire.quantity(BITCOIN, level.get(1));
            long ours = plain.total(side, Wire.price(BITCOIN, level.get(0)));
            if (ours == theirs) {
                equal++;
            } else if (ours == 0) {
                absent++;
            } else if (ours < theirs) {
                less++;
            } else {
                more++;
            }
        }
    }
}
