package io.ttquant.exchanges.emulator.server;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several fronts behind one door. */
final class Fronts implements Front {
    private final List<Front> fronts;

    Fronts(List<Front> fronts) {
        this.fronts = List.copyOf(fronts);
    }

    @Override
    public boolean owns(String path) {
        return owner(path) != null;
    }

    @Override
    public @Nullable Reply answer(Call call) {
        Front owner = owner(call.path());
        return owner == null ? Reply.text(404, "text/plain", "Not Found") : owner.answer(call);
    }

    @Override
    public @Nullable SocketFront socket(Call handshake) {
        Front owner = owner(handshake.path());
        return owner == null ? null : owner.socket(handshake);
    }

    private @Nullable Front owner(String path) {
        return fronts.stream().filter(front -> front.owns(path)).findFirst().orElse(null);
    }
}
