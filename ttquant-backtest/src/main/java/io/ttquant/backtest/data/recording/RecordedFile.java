package io.ttquant.backtest.data.recording;

import java.util.Map;

/**
 * A recording that was looked through.
 *
 * @param sample its beginning
 * @param format its format
 * @param lines number of lines
 * @param firstNanos the first stamp by which it is ordered, epoch nanoseconds, or {@link Tape#ABSENT} if it has no message
 * @param lastNanos the last one
 * @param steppedBack messages whose stamp lies before one that stands earlier
 * @param kinds messages of each kind, also of those that are not replayed
 */
record RecordedFile(
        Sample sample,
        RecordingFormat format,
        long lines,
        long firstNanos,
        long lastNanos,
        long steppedBack,
        Map<String, Long> kinds) {
    RecordedFile {
        kinds = Map.copyOf(kinds);
    }

    String name() {
        return sample.path().toString();
    }
}
