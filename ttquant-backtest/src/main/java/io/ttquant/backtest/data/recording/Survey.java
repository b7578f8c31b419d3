package io.ttquant.backtest.data.recording;

import io.ttquant.backtest.data.DataException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The first pass over recordings: which symbols they hold, with how many decimals, and messages of each kind. */
final class Survey {
    /**
     * The recordings of one symbol.
     *
     * @param symbol how they spell it
     * @param files those that have messages about it, by their first stamps
     * @param decimals in which its numbers are read
     * @param counts messages of each kind about it
     */
    record Series(String symbol, List<RecordedFile> files, Decimals decimals, KindCounts counts) {
        /** Messages of each kind that are replayed. */
        Map<Kind, Long> kinds() {
            return counts.kept();
        }

        /** Messages of each kind that are not. */
        Map<Kind, Long> leftOut() {
            return counts.leftOut();
        }

        /** The rank of the book that is replayed. */
        int rank() {
            return counts.rank();
        }

        boolean hasBars() {
            return kinds().containsKey(Kind.BAR);
        }

        /** Whether there is more than bars. */
        boolean hasMessages() {
            return kinds().keySet().stream().anyMatch(kind -> kind != Kind.BAR);
        }
    }

    private final List<RecordingFormat> formats;
    private final Symbols symbols;
    private final Map<Integer, List<RecordedFile>> filesOf = new HashMap<>();
    private final Map<Integer, KindCounts> countsOf = new HashMap<>();
    private final List<RecordedFile> files = new ArrayList<>();
    private final OverlapCheck overlaps = new OverlapCheck();

    Survey(List<RecordingFormat> formats, Symbols symbols) {
        this.formats = formats;
        this.symbols = symbols;
    }

    /** Looks through a file. */
    void read(Path path) {
        Sample sample = Sample.of(path);
        RecordingFormat format = formatOf(sample);
        Map<Integer, KindCounts> found = new HashMap<>();
        RecordedFile file;
        do {
            found.clear();
            file = pass(sample, format, found);
        } while (symbols.wereRaised());
        RecordedFile read = file;
        files.add(read);
        found.forEach((symbol, counts) -> {
            overlaps.add(symbols.name(symbol), read, counts.kept().keySet());
            filesOf.computeIfAbsent(symbol, key -> new ArrayList<>()).add(read);
            countsOf.computeIfAbsent(symbol, key -> new KindCounts()).add(counts);
        });
    }

    private RecordingFormat formatOf(Sample sample) {
        for (RecordingFormat format : formats) {
            if (format.matches(sample)) {
                return format;
            }
        }
        String names =
                String.join(", ", formats.stream().map(RecordingFormat::name).toList());
        String begin = sample.line(0);
        throw new DataException(
                sample.path().toString(),
                1,
                "'" + begin.substring(0, Math.min(begin.length(), 80))
                        + "' begins no recording that is known; known are " + names
                        + ". Give a file of one of these, or add yours with format(...)");
    }

    private RecordedFile pass(Sample sample, RecordingFormat format, Map<Integer, KindCounts> found) {
        try (PartReader reader = new PartReader(sample, format, symbols, Wanted.all())) {
            long first = Tape.ABSENT;
            while (reader.next()) {
                first = first == Tape.ABSENT ? reader.key() : first;
                Kind kind = Kind.of(reader.stamp(Tape.KIND));
                found.computeIfAbsent((int) reader.stamp(Tape.SYMBOL), key -> new KindCounts())
                        .add(kind, (int) reader.stamp(Tape.RANK), 1);
            }
            long last = reader.key();
            if (first == Tape.ABSENT) {
                first = reader.tape.firstNoted();
                last = reader.tape.lastNoted();
            }
            return new RecordedFile(
                    sample, format, reader.lines(), first, last, reader.steppedBack(), reader.tape.counts());
        }
    }

    /** All files, in the order in which they were read. */
    List<RecordedFile> files() {
        return List.copyOf(files);
    }

    /** What belongs together, in the order in which symbols were met. */
    List<Series> series() {
        List<Series> all = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            List<RecordedFile> of = filesOf.get(i);
            if (of != null) {
                of.sort(java.util.Comparator.comparingLong(RecordedFile::firstNanos)
                        .thenComparing(RecordedFile::name));
                requireOneMarket(symbols.name(i), of);
                all.add(new Series(
                        symbols.name(i), of, symbols.decimals(i), java.util.Objects.requireNonNull(countsOf.get(i))));
            }
        }
        return all;
    }

    private static void requireOneMarket(String symbol, List<RecordedFile> files) {
        RecordedFile first = files.get(0);
        for (RecordedFile file : files) {
            Market market = file.format().market(file.sample(), symbol);
            if (market != first.format().market(first.sample(), symbol)) {
                throw new DataException(
                        file.name(),
                        0,
                        "is about " + symbol + " of another market (" + market + ") than " + first.name() + " ("
                                + first.format().market(first.sample(), symbol) + "); load them apart");
            }
        }
    }
}
