package io.ttquant.backtest.interval;

import java.util.ArrayList;
import java.util.List;

/** The commands that arrived inside a bar, whose place on its path is not known. */
final class InsideBar {
    /** Orders and amendments, in the order in which they arrived. */
    final List<Command> arrivals = new ArrayList<>();
    /** Cancels and amendments: they take an order out at any point, if the path has not filled it before. */
    final List<Command> removals = new ArrayList<>();
    /** Orders that arrived at the very close, and what cancelled or amended them there: it comes after they have met the close. */
    final List<Command> last = new ArrayList<>();

    /** The index of the first command after the bar. */
    int end;

    void add(Command command, long closeNanos) {
        if (command.nanos == closeNanos && (command.kind == Command.Kind.PLACE || isLast(command.order))) {
            last.add(command);
            return;
        }
        if (command.kind != Command.Kind.PLACE) {
            removals.add(command);
        }
        if (command.kind != Command.Kind.CANCEL) {
            arrivals.add(command);
        }
    }

    private boolean isLast(PlacedOrder order) {
        return last.stream().anyMatch(command -> command.order == order);
    }

    /** The index of the next order to come, once some arrivals have done so. */
    int commandsDone(int arrived) {
        if (arrived < arrivals.size()) {
            return arrivals.get(arrived).index;
        }
        return last.isEmpty() ? end : last.get(0).index;
    }

    /** True for a cancel inside the bar that is still to come, which the order that it cancels does not know yet when it is released. */
    boolean isToCome(Command cancel, long removed) {
        int at = cancel.kind == Command.Kind.CANCEL ? removals.indexOf(cancel) : -1;
        return at >= 0 && (removed >> at & 1) == 0;
    }

    long allRemovals() {
        return removals.isEmpty() ? 0 : -1L >>> (64 - removals.size());
    }
}
