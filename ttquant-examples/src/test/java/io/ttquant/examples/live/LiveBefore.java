package io.ttquant.examples.live;

import io.ttquant.exchanges.emulator.VenueKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A state folder with which a live engine of each venue has run before. */
public final class LiveBefore {
    private LiveBefore() {}

    /** Makes it such a folder. */
    public static void in(Path state) {
        try {
            for (VenueKind kind : VenueKind.values()) {
                Path held = state.resolve(kind.id() + "-live.kill.lock");
                if (Files.notExists(held)) {
                    Files.createFile(held);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
