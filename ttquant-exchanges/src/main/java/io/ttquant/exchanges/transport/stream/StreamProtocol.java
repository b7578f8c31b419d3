package io.ttquant.exchanges.transport.stream;

import io.ttquant.exchanges.transport.WebSocketRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a venue speaks on its streams. All texts are asked for at the moment they are sent, so that what is signed is fresh. */
public interface StreamProtocol {
    /** Where to connect, asked anew each time: a listen key in it may have changed. */
    WebSocketRequest address();

    /** The text that logs in, signed now; null where nobody logs in. */
    default @Nullable String login() {
        return null;
    }

    /**
     * The text that subscribes.
     *
     * @param requestId positive and rising within a session, for the venue to name in its answer
     */
    String subscribe(List<Subscription> channels, long requestId);

    /** The text that unsubscribes. */
    String unsubscribe(List<Subscription> channels, long requestId);

    /**
     * Reads a message: what is about the stream goes to the input, what is data goes wherever it belongs. Must not throw for a message that
     * it cannot read, but count it and go on: one bad message must not cost the others.
     */
    void message(byte[] payload, StreamInput input);
}
