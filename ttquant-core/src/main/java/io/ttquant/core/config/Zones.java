package io.ttquant.core.config;

import java.time.DateTimeException;
import java.time.ZoneId;

/** Reads time zones. */
final class Zones {
    private Zones() {}

    /** @throws IllegalArgumentException if there is no such zone */
    static ZoneId parse(String key, String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    key + " '" + text + "' is no time zone; write one such as UTC, Europe/Berlin or +08:00", e);
        }
    }
}
