package io.ttquant.backtest.data.stored;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.time.EpochNanos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Writes a cache, a segment at a time; the head comes last. */
final class CacheWriter implements AutoCloseable {
    private final FileChannel channel;
    private final Instrument instrument;
    private final long[] nanos = new long[TradeCache.SEGMENT];
    private final long[] rawPrice = new long[TradeCache.SEGMENT];
    private final long[] rawQuantity = new long[TradeCache.SEGMENT];
    private final byte[] aggressor = new byte[TradeCache.SEGMENT];
    private final List<Long> checks = new ArrayList<>();
    private int size;
    private long rows;
    private long lastNanos = Long.MIN_VALUE;

    private CacheWriter(FileChannel channel, Instrument instrument) {
        this.channel = channel;
        this.instrument = instrument;
    }

    static CacheWriter open(Path file, Instrument instrument) throws IOException {
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        channel.position(CacheHeader.SIZE);
        return new CacheWriter(channel, instrument);
    }

    void add(Trade trade) {
        if (trade.tsEvent() < lastNanos) {
            throw new IllegalArgumentException("trade " + rows + " at " + EpochNanos.format(trade.tsEvent())
                    + " is earlier than the one before it, at " + EpochNanos.format(lastNanos)
                    + "; give trades in the order of time");
        }
        lastNanos = trade.tsEvent();
        nanos[size] = trade.tsEvent();
        rawPrice[size] = trade.rawPrice();
        rawQuantity[size] = trade.rawQuantity();
        aggressor[size++] = (byte) trade.aggressor().ordinal();
        rows++;
        if (size == TradeCache.SEGMENT) {
            segment();
        }
    }

    private void segment() {
        ByteBuffer bytes = ByteBuffer.allocate(size * CacheHeader.ROW).order(ByteOrder.LITTLE_ENDIAN);
        for (long[] column : List.of(nanos, rawPrice, rawQuantity)) {
            bytes.asLongBuffer().put(column, 0, size);
            bytes.position(bytes.position() + size * Long.BYTES);
        }
        bytes.put(aggressor, 0, size);
        bytes.flip();
        checks.add(CacheHeader.check(bytes));
        write(bytes);
        size = 0;
    }

    /** Writes what is left, the checksums and the head, and waits for the disk. */
    void finish() throws IOException {
        if (size > 0) {
            segment();
        }
        ByteBuffer tail = ByteBuffer.allocate(checks.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        checks.forEach(tail::putLong);
        write(tail.flip());
        channel.position(0);
        write(CacheHeader.of(instrument, rows).bytes());
        channel.force(true);
    }

    private void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a cache of trades cannot be written: " + e, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
