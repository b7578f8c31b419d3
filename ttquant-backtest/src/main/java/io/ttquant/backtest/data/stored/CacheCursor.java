package io.ttquant.backtest.data.stored;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Replays a cache, segment by segment. */
final class CacheCursor implements EventSource.Cursor {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final TradeCache cache;
    private final FileChannel channel;
    private final InstrumentSink sink;
    private ByteBuffer bytes = NOTHING;
    private int segment = -1;
    private int rows;
    private int next;
    private long nextNanos;

    CacheCursor(TradeCache cache, FileChannel channel, InstrumentSink sink) {
        this.cache = cache;
        this.channel = channel;
        this.sink = sink;
        this.nextNanos = fetch();
    }

    /** Time of the first trade of the next segment. */
    private long fetch() {
        segment++;
        next = 0;
        rows = (long) segment * TradeCache.SEGMENT < cache.size() ? cache.rowsOf(segment) : 0;
        bytes = rows == 0 ? NOTHING : cache.map(channel, segment);
        return rows == 0 ? EpochNanos.NEVER : bytes.getLong(0);
    }

    @Override
    public long nextNanos() {
        return nextNanos;
    }

    @Override
    public boolean isBeginning() {
        return false;
    }

    @Override
    public long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
        // As for trades in memory: at the limit's own time a trade comes before what begins.
        long limit = isLimitBeginning || isFirst ? limitNanos : limitNanos - 1;
        long count = 0;
        while (nextNanos <= limit && nextNanos != EpochNanos.NEVER) {
            count += emit(limit);
        }
        return count;
    }

    /** Hands over what a segment has up to a limit, which is at least its next trade. */
    private int emit(long limit) {
        ByteBuffer columns = bytes;
        int size = rows;
        int prices = size * Long.BYTES;
        int quantities = 2 * prices;
        int sides = 3 * prices;
        int first = next;
        int i = first;
        long nanos = nextNanos;
        do {
            sink.trade(
                    nanos,
                    nanos,
                    columns.getLong(prices + i * Long.BYTES),
                    columns.getLong(quantities + i * Long.BYTES),
                    AggressorSide.ofCode(columns.get(sides + i)));
            i++;
            nanos = i < size ? columns.getLong(i * Long.BYTES) : fetch();
        } while (i < size && nanos <= limit);
        if (i < size) {
            next = i;
        }
        nextNanos = nanos;
        return i - first;
    }

    @Override
    public void close() {
        nextNanos = EpochNanos.NEVER;
        rows = 0;
        bytes = NOTHING;
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a cache of trades cannot be closed: " + e, e);
        }
    }
}
