package io.ttquant.backtest.data.stored;

import io.ttquant.api.market.Instrument;
import io.ttquant.backtest.data.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The head of a cache, and where its parts are: the head, then the segments, in each of which times, prices, quantities and sides follow each other as columns, then
 * a checksum for each segment. Numbers are least significant byte first.
 *
 * @param instrument {@code venue:symbol}
 * @param priceScale decimals of the prices
 * @param quantityScale decimals of the quantities
 * @param rows how many trades there are
 */
record CacheHeader(String instrument, int priceScale, int quantityScale, long rows) {
    static final int ROW = 3 * Long.BYTES + 1;
    /** Bytes of the head; the name of the instrument has what its figures leave. */
    static final int SIZE = 4096;

    private static final long MAGIC = 0x31_45_44_41_52_54_54_54L;
    private static final int FIGURES = 4 * Long.BYTES;

    static CacheHeader of(Instrument instrument, long rows) {
        return new CacheHeader(instrument.id().toString(), instrument.priceScale(), instrument.quantityScale(), rows);
    }

    static CacheHeader read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
            while (head.hasRemaining() && channel.read(head) >= 0) {
                // A read may give a part.
            }
            CacheHeader header = parse(file, head.flip());
            if (channel.size() != header.fileBytes()) {
                throw new DataException(
                        file.toString(),
                        0,
                        "is of " + channel.size() + " bytes, but its head says " + header.fileBytes()
                                + "; write the cache anew");
            }
            return header;
        } catch (IOException e) {
            throw Files.exists(file)
                    ? new UncheckedIOException("the cache " + file + " cannot be read: " + e, e)
                    : new DataException(file.toString(), 0, "is not there; write the cache first");
        }
    }

    private static CacheHeader parse(Path file, ByteBuffer head) {
        try {
            long magic = head.getLong();
            long check = head.getLong();
            ByteBuffer rest = head.slice().order(ByteOrder.LITTLE_ENDIAN);
            if (magic == MAGIC && check == check(rest.duplicate())) {
                long rows = rest.getLong();
                int priceScale = rest.getShort();
                int quantityScale = rest.getShort();
                byte[] name = new byte[rest.getInt()];
                rest.get(name);
                return new CacheHeader(new String(name, StandardCharsets.UTF_8), priceScale, quantityScale, rows);
            }
        } catch (BufferUnderflowException e) {
            // Too short, which the sentence below says too.
        }
        throw new DataException(file.toString(), 0, "is no cache of trades, or its head is damaged; write it anew");
    }

    ByteBuffer bytes() {
        byte[] name = instrument.getBytes(StandardCharsets.UTF_8);
        if (name.length > SIZE - FIGURES) {
            throw new IllegalArgumentException("the name of the instrument " + instrument + " is too long for a cache");
        }
        ByteBuffer head = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(MAGIC);
        head.putLong(0);
        head.putLong(rows)
                .putShort((short) priceScale)
                .putShort((short) quantityScale)
                .putInt(name.length)
                .put(name);
        head.putLong(Long.BYTES, check(head.duplicate().clear().position(2 * Long.BYTES)));
        return head.clear();
    }

    /** The checksum of what is left in a buffer. */
    static long check(ByteBuffer bytes) {
        CRC32C check = new CRC32C();
        check.update(bytes.duplicate());
        return check.getValue();
    }

    void requireInstrument(Path file, Instrument wanted) {
        if (!instrument.equals(wanted.id().toString())
                || priceScale != wanted.priceScale()
                || quantityScale != wanted.quantityScale()) {
            throw new DataException(
                    file.toString(),
                    0,
                    "holds trades of " + instrument + " at the scales " + priceScale + " and " + quantityScale
                            + ", not of "
                            + wanted.id() + " at " + wanted.priceScale() + " and " + wanted.quantityScale()
                            + "; write the cache anew");
        }
    }

    int segments() {
        return Math.toIntExact((rows + TradeCache.SEGMENT - 1) / TradeCache.SEGMENT);
    }

    int rowsOf(int segment) {
        return (int) Math.min(TradeCache.SEGMENT, rows - (long) segment * TradeCache.SEGMENT);
    }

    ByteBuffer map(FileChannel channel, int segment) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, start(segment), (long) rowsOf(segment) * ROW)
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The checksum that the file has for a segment. */
    long check(FileChannel channel, int segment) throws IOException {
        ByteBuffer check = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        channel.read(check, SIZE + rows * ROW + (long) segment * Long.BYTES);
        return check.getLong(0);
    }

    private static long start(int segment) {
        return SIZE + (long) segment * TradeCache.SEGMENT * ROW;
    }

    private long fileBytes() {
        return SIZE + rows * ROW + (long) segments() * Long.BYTES;
    }
}
