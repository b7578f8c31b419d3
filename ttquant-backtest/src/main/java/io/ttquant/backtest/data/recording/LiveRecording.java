package io.ttquant.backtest.data.recording;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes market data as they come into files that {@link Recordings} reads back: for each instrument and each day in UTC one,
 * {@code binance-BTCUSDT-2025-01-31.log}, bars apart in {@code binance-BTCUSDT-bars-2025-01-31.log}, and a further one, {@code ...-2.log}, where a file of that name is there already. Prices and quantities are
 * decimals, times epoch nanoseconds, and the instrument with its increments and limits stands at the top of each file.
 *
 * <p>Messages of books follow each other as they come: whoever gives them has judged them by the venue's rule, as sessions do, and says when some are lost.
 *
 * <p>All of it is replayed. To be used by one thread.
 */
public final class LiveRecording implements MarketDataSink, AutoCloseable {
    private final Map<InstrumentId, InstrumentRecorder> recorders = new LinkedHashMap<>();

    private LiveRecording() {}

    /**
     * Recordings of instruments. A file is made with its first message.
     *
     * @param folder where they go; made if it is not there
     */
    public static LiveRecording into(Path folder, Collection<Instrument> instruments) {
        LiveRecording recording = new LiveRecording();
        instruments.forEach(instrument ->
                recording.recorders.put(instrument.id(), new InstrumentRecorder(instrument, BookRule.TRUSTED, folder)));
        return recording;
    }

    /**
     * Says that bars are recorded already: those that closed by then are not written again.
     *
     * @param closeNanos when the last one closed, epoch nanoseconds
     * @throws IllegalArgumentException if the instrument is not recorded
     */
    public void hasBarsUpTo(InstrumentId id, BarSpec spec, long closeNanos) {
        recorder(id).hasBarsUpTo(spec, closeNanos);
    }

    /** How many bars are missing between those that were written, or said to be there. */
    public long missingBars() {
        return recorders.values().stream()
                .mapToLong(InstrumentRecorder::missingBars)
                .sum();
    }

    /** @throws IllegalArgumentException if the instrument is not recorded */
    @Override
    public InstrumentSink instrument(InstrumentId id) {
        return recorder(id);
    }

    private InstrumentRecorder recorder(InstrumentId id) {
        InstrumentRecorder recorder = recorders.get(id);
        if (recorder == null) {
            throw new IllegalArgumentException(id + " is not recorded; recorded are " + recorders.keySet());
        }
        return recorder;
    }

    /** Messages written so far. */
    public long messages() {
        return recorders.values().stream()
                .mapToLong(InstrumentRecorder::messages)
                .sum();
    }

    /** The files that were begun, in the order of instruments and time. */
    public List<Path> files() {
        return recorders.values().stream()
                .flatMap(recorder -> recorder.files().stream())
                .toList();
    }

    /**
     * Brings what was written to the disk's system, so that little is lost if the process dies.
     *
     * @throws java.io.UncheckedIOException if that fails
     */
    public void flush() {
        recorders.values().forEach(InstrumentRecorder::flush);
    }

    /**
     * Ends the files.
     *
     * @throws java.io.UncheckedIOException if the last lines cannot be written
     */
    @Override
    public void close() {
        recorders.values().forEach(InstrumentRecorder::close);
    }
}
