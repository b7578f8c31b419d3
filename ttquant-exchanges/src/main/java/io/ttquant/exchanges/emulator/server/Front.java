package io.ttquant.exchanges.emulator.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a venue looks like from outside. All methods are called on one thread, that of the exchange. */
public interface Front {
    /** Whether it answers requests to a path. */
    boolean owns(String path);

    /** Answers a request; null never answers, though the request had its effect. */
    @Nullable
    Reply answer(Call call);

    /** Takes the handshake of a WebSocket; null refuses it as not found. */
    @Nullable
    SocketFront socket(Call handshake);

    /** Several as one: each gets what it {@link #owns}, the first that wants it. */
    static Front of(List<Front> fronts) {
        return new Fronts(fronts);
    }
}
