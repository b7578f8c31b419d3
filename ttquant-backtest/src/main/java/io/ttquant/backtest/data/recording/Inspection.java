package io.ttquant.backtest.data.recording;

import io.ttquant.backtest.data.DataQuality;
import java.util.List;

/**
 * What recordings hold, without an instrument being stated.
 *
 * @param files file by file
 * @param quality symbol by symbol, over all files of it
 */
public record Inspection(List<FileSummary> files, List<DataQuality> quality) {
    /** Copies the lists. */
    public Inspection {
        files = List.copyOf(files);
        quality = List.copyOf(quality);
    }
}
