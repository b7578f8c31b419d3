package io.ttquant.exchanges.okx;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.json.JsonCursor;
import io.ttquant.exchanges.json.JsonException;
import io.ttquant.exchanges.json.Names;
import java.util.Arrays;

/** The trades of a message, all read before the first is passed on. */
final class OkxTrades {
    private static final Names FIELDS = Names.of("px", "sz", "side", "ts", "tradeId", "count");
    static final Names SIDES = Names.of("buy", "sell");
    private static final int NO_SIDE = -2;
    private static final int WIDTH = 6;
    private static final int START_SIZE = 64;

    private final JsonCursor cursor;
    private final OkxGate gate;
    private long[] values = new long[START_SIZE * WIDTH];
    private int size;

    OkxTrades(JsonCursor cursor, OkxGate gate) {
        this.cursor = cursor;
        this.gate = gate;
    }

    /** Reads the array that the cursor stands at. A trade that cannot be read is left out: the ids of the others tell that it is missing. */
    void read(SymbolFeed feed, long tsInit) {
        clear();
        cursor.array();
        while (cursor.element()) {
            int start = cursor.mark();
            int depth = cursor.depth();
            try {
                trade(feed, tsInit);
            } catch (JsonException e) {
                cursor.passOver(start, depth);
                gate.leftOut(OkxFrame.TRADE, feed, e);
            }
        }
    }

    /** Forgets the trades of the message before. */
    void clear() {
        size = 0;
    }

    private void trade(SymbolFeed feed, long tsInit) {
        int start = cursor.mark();
        long price = 0;
        long quantity = 0;
        long tsEvent = tsInit;
        int side = NO_SIDE;
        long id = SymbolFeed.NO_ID;
        long count = 1;
        cursor.object();
        int field = cursor.field(FIELDS);
        while (field != JsonCursor.END) {
            switch (field) {
                case 0 -> price = cursor.decimal(feed.priceScale());
                case 1 -> quantity = cursor.decimal(feed.quantityScale());
                case 2 -> side = cursor.choice(SIDES);
                case 3 -> tsEvent = Math.min(tsInit, cursor.time());
                case 4 -> id = cursor.integerOr(SymbolFeed.NO_ID);
                case 5 -> count = Math.max(1, cursor.integerOr(1));
                default -> cursor.skip();
            }
            field = cursor.field(FIELDS);
        }
        if (price <= 0 || quantity <= 0 || side == NO_SIDE) {
            throw cursor.failure("a trade without a positive price and quantity and a side", start);
        }
        add(tsEvent, price, quantity, side, id, count);
    }

    /**
     * Adds a trade that was read: on a side by its place in {@link #SIDES}, of an id that is that of the last of
     * {@code count}.
     */
    void add(long tsEvent, long price, long quantity, int side, long id, long count) {
        if (size * WIDTH == values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        int at = size * WIDTH;
        size++;
        values[at] = tsEvent;
        values[at + 1] = price;
        values[at + 2] = quantity;
        values[at + 3] = side;
        values[at + 4] = id;
        values[at + 5] = count;
    }

    void deliver(SymbolFeed feed, long tsInit) {
        for (int i = 0; i < size * WIDTH; i += WIDTH) {
            long id = values[i + 4];
            // The id is that of the last of the trades that are one here.
            long first = id == SymbolFeed.NO_ID ? id : id - values[i + 5] + 1;
            feed.trade(first, id, values[i], tsInit, values[i + 1], values[i + 2], side(values[i + 3]));
        }
    }

    private static AggressorSide side(long word) {
        return word == 0 ? AggressorSide.BUYER : word == 1 ? AggressorSide.SELLER : AggressorSide.NONE;
    }
}
