package io.ttquant.core.config;

import io.ttquant.api.strategy.Default;
import java.util.Optional;

/**
 * Section {@code [journal]}: where a run on paper or live writes down all that its engine takes and does.
 *
 * @param directory the folder of the files, one for each venue and start; nothing is written down unless it is given
 * @param maxMegabytes a file ends before it is larger, and the run goes on without it; at least 1
 */
public record JournalSettings(
        Optional<String> directory, @Default("4096") int maxMegabytes) {
    /** Checks the size. */
    public JournalSettings {
        if (maxMegabytes < 1) {
            throw new IllegalArgumentException("max_megabytes " + maxMegabytes + " must be at least 1");
        }
    }

    /** The largest size in bytes. */
    public long maxBytes() {
        return (long) maxMegabytes << 20;
    }
}
