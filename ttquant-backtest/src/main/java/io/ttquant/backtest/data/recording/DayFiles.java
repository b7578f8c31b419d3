package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of one instrument, one a day in UTC; none is ever written over. */
final class DayFiles {
    private static final long DAY = 24 * 3_600 * EpochNanos.SECOND;
    private static final int MOST_OF_A_DAY = 1_000;

    private final Path folder;
    private final Instrument instrument;
    private final String what;
    private final List<Path> files = new ArrayList<>();
    private @Nullable BufferedWriter writer;
    private long endNanos = Long.MIN_VALUE;

    /** @param what stands behind the symbol in the files' names; may be empty */
    DayFiles(Path folder, Instrument instrument, String what) {
        this.folder = folder;
        this.what = what;
        this.instrument = instrument;
    }

    /** Writes a line into the file of the day in which a time lies; the day never goes back. */
    void line(long nanos, CharSequence line) {
        try {
            BufferedWriter open = writer;
            if (open == null || nanos >= endNanos) {
                close();
                open = begin(nanos);
                writer = open;
            }
            open.append(line).append('\n');
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private BufferedWriter begin(long nanos) throws IOException {
        long day = Math.floorDiv(nanos, DAY);
        endNanos = (day + 1) * DAY;
        Files.createDirectories(folder);
        BufferedWriter made =
                create(LocalDate.ofEpochDay(day).atStartOfDay(ZoneOffset.UTC).toLocalDate());
        made.append(OwnRecording.FIRST).append('\n');
        made.append(OwnRecording.INSTRUMENT)
                .append(InstrumentLine.of(instrument))
                .append('\n');
        made.append(OwnRecording.RULE).append(BookRule.TRUSTED.word()).append('\n');
        return made;
    }

    private BufferedWriter create(LocalDate day) throws IOException {
        String name = instrument.id().venue() + "-" + instrument.id().symbol().replaceAll("[^A-Za-z0-9_-]", "_") + what
                + "-" + day;
        for (int number = 1; number <= MOST_OF_A_DAY; number++) {
            Path file = folder.resolve(name + (number == 1 ? "" : "-" + number) + ".log");
            try {
                BufferedWriter made = Files.newBufferedWriter(
                        file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                files.add(file);
                return made;
            } catch (FileAlreadyExistsException e) {
                // Of an earlier run of that day: the next number is tried.
            }
        }
        throw new IOException(MOST_OF_A_DAY + " files " + name + " are there already; move them away");
    }

    List<Path> files() {
        return List.copyOf(files);
    }

    void flush() {
        try {
            if (writer != null) {
                writer.flush();
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            throw failed(e);
        } finally {
            writer = null;
        }
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException(
                "the recording of " + instrument.id() + " in " + folder + " cannot be written: " + e.getMessage()
                        + "; make room, or name a folder that you may write to",
                e);
    }
}
