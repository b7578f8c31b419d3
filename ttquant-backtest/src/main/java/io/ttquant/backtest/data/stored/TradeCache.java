package io.ttquant.backtest.data.stored;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.Kept;
import io.ttquant.api.storage.Rows;
import io.ttquant.backtest.data.DataException;
import io.ttquant.backtest.data.EventSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file of trades in columns, which is mapped into memory and replayed from there: ten times as fast as from a database, and without its start. 25 bytes a trade. It
 * pays where the same trades are replayed often; it holds what was there when it was written, and is written anew with {@link #write}.
 */
public final class TradeCache implements EventSource {
    /** Trades of a segment; a power of two, so that a segment and each column of it can be mapped. */
    static final int SEGMENT = 1 << 20;

    private final Path file;
    private final Instrument instrument;
    private final CacheHeader header;

    private TradeCache(Path file, Instrument instrument, CacheHeader header) {
        this.file = file;
        this.instrument = instrument;
        this.header = header;
    }

    /**
     * Writes trades into a file, in place of the one that may be there; the file appears when it is whole.
     *
     * @param trades in the order of time, of the instrument and at its scales; closed at the end
     * @return the cache, open
     * @throws UncheckedIOException if it cannot be written
     * @throws IllegalArgumentException if a trade is earlier than the one before it
     */
    public static TradeCache write(Path file, Instrument instrument, Rows<Kept<Trade>> trades) {
        Path folder = file.toAbsolutePath().getParent();
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (trades) {
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (CacheWriter writer = CacheWriter.open(unfinished, instrument)) {
                for (List<Kept<Trade>> chunk = trades.next(); !chunk.isEmpty(); chunk = trades.next()) {
                    chunk.forEach(kept -> writer.add(kept.event()));
                }
                writer.finish();
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the cache " + file + " cannot be written: " + e, e);
        }
        return open(file, instrument);
    }

    /**
     * Opens a file.
     *
     * @param instrument whose trades it must be; of the scales that it had when the file was written
     * @throws DataException if the file is no cache, was cut short, or is of another instrument or other scales
     */
    public static TradeCache open(Path file, Instrument instrument) {
        CacheHeader header = CacheHeader.read(file);
        header.requireInstrument(file, instrument);
        return new TradeCache(file, instrument, header);
    }

    /**
     * Compares the file with its checksums.
     *
     * @throws DataException if they differ
     */
    public void verify() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (int segment = 0; segment < header.segments(); segment++) {
                if (CacheHeader.check(map(channel, segment)) != header.check(channel, segment)) {
                    throw new DataException(
                            file.toString(), 0, "segment " + segment + " is damaged; write the cache anew");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the cache " + file + " cannot be read: " + e, e);
        }
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public String describe() {
        return "trades";
    }

    @Override
    public long size() {
        return header.rows();
    }

    @Override
    public Cursor open(MarketDataSink sink) {
        InstrumentSink to = sink.instrument(instrument.id());
        try {
            return new CacheCursor(this, FileChannel.open(file, StandardOpenOption.READ), to);
        } catch (IOException e) {
            throw new UncheckedIOException("the cache " + file + " cannot be read: " + e, e);
        }
    }

    int rowsOf(int segment) {
        return header.rowsOf(segment);
    }

    ByteBuffer map(FileChannel channel, int segment) {
        try {
            return header.map(channel, segment);
        } catch (IOException e) {
            throw new UncheckedIOException("the cache " + file + " cannot be read: " + e, e);
        }
    }
}
