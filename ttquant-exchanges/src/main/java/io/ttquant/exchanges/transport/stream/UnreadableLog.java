package io.ttquant.exchanges.transport.stream;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.codes.VenueText;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log what of a stream cannot be read: the first at once, then one a minute at most, however many there are. */
final class UnreadableLog {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableLog.class);
    private static final long LEAST_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int MOST_TEXT = 300;

    private final String stream;
    private final EngineThread engine;
    private boolean hasSaid;
    private long saidNanos;
    private long unsaid;

    UnreadableLog(String stream, EngineThread engine) {
        this.stream = stream;
        this.engine = engine;
    }

    /** A message that anybody may see. */
    void tell(String why, byte[] message) {
        say(() -> VenueText.line(why, MOST_TEXT) + "; it has " + message.length + " bytes and begins "
                + VenueText.page(message));
    }

    /** A message of an account, of which no more is shown than the reason holds. */
    void tell(String why) {
        say(() -> VenueText.line(why, MOST_TEXT));
    }

    private void say(Supplier<String> what) {
        long now = engine.nanos();
        if (hasSaid && now - saidNanos < LEAST_NANOS) {
            unsaid++;
            return;
        }
        String between = unsaid == 0 ? "" : " (nor could " + unsaid + " since the last that was shown)";
        hasSaid = true;
        saidNanos = now;
        unsaid = 0;
        LOG.warn("A message of {} cannot be read{}: {}", stream, between, what.get());
    }
}
