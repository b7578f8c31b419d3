package io.ttquant.backtest.data;

import java.util.List;

/**
 * What columns in memory would take.
 *
 * @param bytes an estimate; columns are copied once while they are joined
 */
record MemoryNeed(long bytes) {
    private static final long BYTES_A_ROW = 7 * 8;
    private static final double COMFORTABLE_SHARE = 0.25;

    static MemoryNeed of(List<SourceFile> files) {
        return new MemoryNeed(files.stream()
                .mapToLong(file -> file.estimatedRows() * BYTES_A_ROW)
                .sum());
    }

    boolean fits() {
        return bytes < Runtime.getRuntime().maxMemory() * COMFORTABLE_SHARE;
    }
}
