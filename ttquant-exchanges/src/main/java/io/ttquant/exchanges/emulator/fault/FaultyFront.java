package io.ttquant.exchanges.emulator.fault;

import io.ttquant.exchanges.emulator.server.Call;
import io.ttquant.exchanges.emulator.server.Front;
import io.ttquant.exchanges.emulator.server.Reply;
import io.ttquant.exchanges.emulator.server.SocketFront;
import io.ttquant.exchanges.emulator.server.Turns;
import org.jspecify.annotations.Nullable;

/** A front between which and its clients things go wrong. */
public final class FaultyFront implements Front {
    private final Front front;
    private final Faults faults;
    private final Turns turns;

    /** A front with faults. */
    public FaultyFront(Front front, Faults faults, Turns turns) {
        this.front = front;
        this.faults = faults;
        this.turns = turns;
    }

    @Override
    public boolean owns(String path) {
        return front.owns(path);
    }

    @Override
    public @Nullable Reply answer(Call call) {
        RequestFault fault = faults.of(call);
        if (fault == null) {
            return front.answer(call);
        }
        if (fault instanceof RequestFault.LoseRequest) {
            return null;
        } else if (fault instanceof RequestFault.LoseAnswer) {
            front.answer(call);
            return null;
        } else if (fault instanceof RequestFault.DelayAnswer late) {
            Reply reply = front.answer(call);
            return reply == null ? null : reply.after(late.delay());
        } else if (fault instanceof RequestFault.DelayRequest late) {
            return Reply.later(late.delay(), () -> front.answer(call));
        } else if (fault instanceof RequestFault.Repeat) {
            front.answer(call);
            return front.answer(call);
        } else if (fault instanceof RequestFault.Change changed) {
            Reply reply = front.answer(call);
            return reply == null ? null : reply.changed(changed.change());
        } else if (fault instanceof RequestFault.Answer other) {
            if (other.hasEffect()) {
                front.answer(call);
            }
            return other.reply();
        }
        throw new IllegalStateException("no such fault: " + fault);
    }

    @Override
    public @Nullable SocketFront socket(Call handshake) {
        if (!faults.takesHandshake()) {
            return null;
        }
        SocketFront socket = front.socket(handshake);
        return socket == null ? null : new FaultySocket(socket, faults, turns);
    }
}
