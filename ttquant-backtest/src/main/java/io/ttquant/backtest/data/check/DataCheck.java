package io.ttquant.backtest.data.check;

import io.ttquant.backtest.data.DataException;
import io.ttquant.backtest.data.DataFiles;
import io.ttquant.backtest.data.DataQuality;
import io.ttquant.backtest.data.FundingRates;
import io.ttquant.backtest.data.TextInput;
import io.ttquant.backtest.data.recording.Inspection;
import io.ttquant.backtest.data.recording.RecordingFormat;
import io.ttquant.backtest.data.recording.Recordings;
import io.ttquant.backtest.data.series.PriceFactors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Looks at files of market data: bars and trades, recordings, funding rates, factors. No instrument need be stated, since nothing is traded.
 *
 * <pre>{@code
 * DataReport report = DataCheck.of("data/").run();
 * System.out.print(report.describe());
 * }</pre>
 *
 * <p>Files of one folder are looked at together, so that a series over several of them is checked as one. A file that is refused does not keep
 * others from being looked at.
 */
public final class DataCheck {
    private final List<Path> places;
    private final List<RecordingFormat> formats = new ArrayList<>();
    private final List<FileReport> files = new ArrayList<>();
    private final List<DataQuality> series = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();

    private DataCheck(List<Path> places) {
        this.places = places;
    }

    /** Files, directories and patterns. */
    public static DataCheck of(List<Path> places) {
        return new DataCheck(List.copyOf(places));
    }

    /** Files, directories and patterns. */
    public static DataCheck of(String... places) {
        return of(Stream.of(places).map(Path::of).toList());
    }

    /** Adds a format of recordings of your own. */
    public DataCheck format(RecordingFormat format) {
        formats.add(format);
        return this;
    }

    /**
     * Looks at all of them.
     *
     * @throws DataException if there is no file at all
     */
    public DataReport run() {
        files.clear();
        series.clear();
        conflicts.clear();
        Map<Path, List<Path>> folders = new LinkedHashMap<>();
        List<Path> found = TextInput.find(places);
        for (Path file : found) {
            Path folder = file.toAbsolutePath().normalize().getParent();
            folders.computeIfAbsent(folder == null ? file : folder, key -> new ArrayList<>())
                    .add(file);
        }
        folders.values().forEach(this::folder);
        List<String> order = found.stream().map(Path::toString).toList();
        files.sort(Comparator.comparingInt(file -> order.indexOf(file.file())));
        return new DataReport(files, series, conflicts);
    }

    private void folder(List<Path> all) {
        List<Path> recordings = new ArrayList<>();
        List<Path> rows = new ArrayList<>();
        for (Path file : all) {
            guarded(file, path -> {
                if (isRecording(path)) {
                    recordings.add(path);
                } else if (FundingRates.reads(path)) {
                    add(FundingCheck.of(path));
                } else if (PriceFactors.reads(path)) {
                    add(FactorCheck.of(path));
                } else {
                    rows.add(path);
                }
            });
        }
        together(recordings, this::recordings);
        together(rows, this::rows);
    }

    private boolean isRecording(Path file) {
        return recordingsIn(List.of(file)).reads();
    }

    private Recordings recordingsIn(List<Path> paths) {
        Recordings recordings = Recordings.of(paths);
        formats.forEach(recordings::format);
        return recordings;
    }

    private void guarded(Path file, Consumer<Path> look) {
        try {
            look.accept(file);
        } catch (DataException e) {
            files.add(FileReport.refused(file.toString(), String.valueOf(e.getMessage())));
        }
    }

    /** Looks at files as one; if that is refused, at each by itself, and if none is wrong by itself, they contradict each other. */
    private void together(List<Path> paths, Consumer<List<Path>> look) {
        if (paths.isEmpty()) {
            return;
        }
        try {
            look.accept(paths);
        } catch (DataException e) {
            if (paths.size() == 1) {
                files.add(FileReport.refused(paths.get(0).toString(), String.valueOf(e.getMessage())));
                return;
            }
            int before = files.size();
            paths.forEach(path -> together(List.of(path), look));
            boolean isNoneRefused = files.subList(before, files.size()).stream().noneMatch(FileReport::isRefused);
            if (isNoneRefused) {
                conflicts.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private void recordings(List<Path> paths) {
        Inspection found = recordingsIn(paths).inspect();
        found.files().forEach(file -> files.add(FileReport.of(file)));
        series.addAll(found.quality());
    }

    private void rows(List<Path> paths) {
        DataFiles.of(paths).inspect().forEach(this::add);
    }

    private void add(DataQuality quality) {
        files.add(FileReport.of(quality));
        series.add(quality);
    }
}
