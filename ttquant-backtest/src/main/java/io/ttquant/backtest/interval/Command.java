package io.ttquant.backtest.interval;

import io.ttquant.api.order.Amendment;
import io.ttquant.core.matching.BarMoment;
import java.util.ArrayList;
import java.util.List;

/** What the run told the exchange. */
final class Command {
    enum Kind {
        PLACE,
        CANCEL,
        AMEND
    }

    final Kind kind;
    final PlacedOrder order;
    final Amendment amendment;
    final long nanos;
    final BarMoment moment;
    /** Where it stands among the commands that are bound to a time; -1 for one that answers an event. */
    int index = -1;

    /** The callback in which it was given: all of one arrive before any answer to the first of them. Below zero for one given by itself. */
    int callback = -1;

    boolean isWith(Command earlier) {
        return callback >= 0 && callback == earlier.callback;
    }

    /** Given in answer to what became of this very command. */
    final List<Command> reactions = new ArrayList<>();

    private static final Amendment NOTHING = new Amendment(0, 0, 0);

    private Command(Kind kind, PlacedOrder order, Amendment amendment, long nanos, BarMoment moment) {
        this.kind = kind;
        this.order = order;
        this.amendment = amendment;
        this.nanos = nanos;
        this.moment = moment;
    }

    static Command place(PlacedOrder order, long nanos, BarMoment moment) {
        return new Command(Kind.PLACE, order, NOTHING, nanos, moment);
    }

    static Command cancel(PlacedOrder order, long nanos, BarMoment moment) {
        return new Command(Kind.CANCEL, order, NOTHING, nanos, moment);
    }

    static Command amend(PlacedOrder order, Amendment amendment, long nanos, BarMoment moment) {
        return new Command(Kind.AMEND, order, amendment, nanos, moment);
    }
}
