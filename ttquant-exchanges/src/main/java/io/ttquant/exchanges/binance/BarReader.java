package io.ttquant.exchanges.binance;

import static io.ttquant.exchanges.binance.MarketFields.BAR;

import io.ttquant.exchanges.feed.BarFeed;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.json.Fields;
import io.ttquant.exchanges.json.JsonCursor;
import org.jspecify.annotations.Nullable;

/** Bars ({@code kline}); only closed ones are passed on. The venue's close is the last instant inside, ours the first after. */
final class BarReader {
    private static final int OPENED = 0;
    private static final int CLOSED = 1;
    private static final int INTERVAL = 2;
    private static final int OPEN = 3;
    private static final int HIGH = 4;
    private static final int LOW = 5;
    private static final int CLOSE = 6;
    private static final int VOLUME = 7;
    private static final int IS_CLOSED = 8;
    private static final long SECOND = 1_000_000_000L;

    private final BinanceEnvelope frame;
    private final JsonCursor cursor;
    private final Fields fields = new Fields("t", "T", "i", "o", "h", "l", "c", "v", "x");

    BarReader(BinanceEnvelope frame) {
        this.frame = frame;
        cursor = frame.cursor;
    }

    BinanceFrame read(@Nullable SymbolFeed feed, long tsInit) {
        fields.read(frame.at(BAR));
        BarFeed bars = feed == null ? null : fields.at(cursor, INTERVAL).symbol(feed.bars());
        if (feed == null || bars == null || !fields.at(cursor, IS_CLOSED).truth()) {
            return BinanceFrame.BAR;
        }
        int scale = feed.priceScale();
        long opened = fields.at(cursor, OPENED).time();
        long closed = ((fields.at(cursor, CLOSED).time() / SECOND) + 1) * SECOND;
        long open = fields.at(cursor, OPEN).decimal(scale);
        long high = fields.at(cursor, HIGH).decimal(scale);
        long low = fields.at(cursor, LOW).decimal(scale);
        long close = fields.at(cursor, CLOSE).decimal(scale);
        long volume = fields.at(cursor, VOLUME).decimal(feed.quantityScale());
        bars.sink().bar(opened, closed, Math.max(tsInit, closed), open, high, low, close, volume);
        return BinanceFrame.BAR;
    }
}
