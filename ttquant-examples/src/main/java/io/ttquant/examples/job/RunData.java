package io.ttquant.examples.job;

import io.ttquant.api.market.Instrument;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.DataFiles;
import io.ttquant.backtest.data.DataQuality;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.Finding;
import io.ttquant.backtest.data.LoadedData;
import io.ttquant.backtest.data.SampleMarket;
import io.ttquant.backtest.report.QualityRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run replays.
 *
 * @param instruments whose data it is
 * @param sources the streams
 * @param quality what checks of the files found
 * @param warning what a reader of results on it must know
 */
record RunData(
        List<Instrument> instruments, List<EventSource> sources, List<DataQuality> quality, Optional<String> warning) {
    /** Data in files, of these instruments where the files are about them. */
    static RunData load(List<String> places, List<Instrument> known) {
        LoadedData data = DataFiles.of(places.stream().map(Path::of).toList())
                .known(known)
                .load();
        return new RunData(data.instruments(), data.sources(), data.quality(), Optional.empty());
    }

    /** The generated sample: bars of three instruments. */
    static RunData sample() {
        List<BarColumns> bars =
                SampleMarket.coins().stream().map(SampleMarket::bars).toList();
        return new RunData(
                bars.stream().map(BarColumns::instrument).toList(),
                bars.stream().map(BarColumns::source).toList(),
                List.of(),
                Optional.of(
                        "The market data is made up by a generator. Results on it say nothing about real markets."));
    }

    /** The checks as rows of the report. */
    List<QualityRow> qualityRows() {
        return quality.stream()
                .flatMap(file -> file.findings().stream().map(finding -> row(file.file(), finding)))
                .toList();
    }

    private static QualityRow row(String file, Finding finding) {
        return new QualityRow(file, finding.check(), verdict(finding.severity()), finding.count(), finding.detail());
    }

    private static QualityRow.Verdict verdict(Finding.Severity severity) {
        return switch (severity) {
            case FINE -> QualityRow.Verdict.FINE;
            case NOTE -> QualityRow.Verdict.NOTE;
            case WARNING -> QualityRow.Verdict.WARNING;
        };
    }
}
