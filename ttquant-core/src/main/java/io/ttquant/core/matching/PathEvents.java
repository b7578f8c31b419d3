package io.ttquant.core.matching;

import io.ttquant.api.time.EpochNanos;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What happens to orders at times inside a bar, and is done when its path comes there: orders expire, cancels and amendments count, orders arrive. At
 * one time orders expire first; the rest comes as it arrived.
 */
final class PathEvents {
    private final SimulatedMarket market;
    private final ArrayDeque<WorkingOrder> expiring = new ArrayDeque<>();
    private final ArrayDeque<PathCommand> commands = new ArrayDeque<>();
    private @Nullable PathCommand acting;

    /** What comes next. */
    enum Kind {
        NOTHING,
        EXPIRY,
        COMMAND,
        ARRIVAL
    }

    PathEvents(SimulatedMarket market) {
        this.market = market;
    }

    /** True if neither an expiry nor a command is kept; orders that arrive are the market's. */
    boolean isEmpty() {
        return expiring.isEmpty() && commands.isEmpty();
    }

    void expire(WorkingOrder order) {
        expiring.add(order);
    }

    void add(PathCommand command) {
        commands.add(command);
    }

    /** The kind of what comes next, at or before a time. */
    Kind next(long toNanos) {
        PathCommand command = commands.peek();
        WorkingOrder arrival = market.waiting().peek();
        long byExpiry = nextExpiryNanos();
        long byCommand = nextCommandNanos();
        long byArrival = arrival == null ? EpochNanos.NEVER : arrival.arrivalNanos;
        if (Math.min(byExpiry, Math.min(byCommand, byArrival)) > toNanos) {
            return Kind.NOTHING;
        }
        if (byExpiry <= byCommand && byExpiry <= byArrival) {
            return Kind.EXPIRY;
        }
        if (command == null || arrival == null) {
            return command == null ? Kind.ARRIVAL : Kind.COMMAND;
        }
        boolean isCommandFirst =
                byCommand < byArrival || (byCommand == byArrival && command.priority() < arrival.priority);
        return isCommandFirst ? Kind.COMMAND : Kind.ARRIVAL;
    }

    private @Nullable WorkingOrder firstExpiring() {
        WorkingOrder first = expiring.peek();
        while (first != null && first.isDone) {
            expiring.remove();
            first = expiring.peek();
        }
        return first;
    }

    /** The order that expires first; only where one does. */
    WorkingOrder expiry() {
        return expiring.element();
    }

    /** The first command; only where there is one. */
    PathCommand command() {
        return commands.element();
    }

    /** Ends the order that expires first. */
    void runExpiry() {
        market.expireNow(expiring.remove());
    }

    /** Does what the first command asks for. */
    void runCommand() {
        PathCommand command = commands.remove();
        acting = command;
        command.action().run();
        acting = null;
    }

    /** The time at which what is being done happens: that of the command that acts, or else the present. */
    long nanos() {
        PathCommand command = acting;
        return command == null ? market.now() : command.nanos();
    }

    /** Lets expire and count what has come at or before a time, with no path between; orders that arrived go on waiting. */
    void until(long nanos) {
        long byExpiry = nextExpiryNanos();
        long byCommand = nextCommandNanos();
        while (Math.min(byExpiry, byCommand) <= nanos) {
            if (byExpiry <= byCommand) {
                runExpiry();
            } else {
                runCommand();
            }
            byExpiry = nextExpiryNanos();
            byCommand = nextCommandNanos();
        }
    }

    private long nextExpiryNanos() {
        WorkingOrder first = firstExpiring();
        return first == null ? EpochNanos.NEVER : first.expiryNanos;
    }

    private long nextCommandNanos() {
        PathCommand first = commands.peek();
        return first == null ? EpochNanos.NEVER : first.nanos();
    }
}
