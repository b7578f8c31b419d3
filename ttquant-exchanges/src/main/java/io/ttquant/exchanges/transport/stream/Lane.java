package io.ttquant.exchanges.transport.stream;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.transport.RetryAfter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The channels that share a connection, and that connection through all its replacements: never more than one attempt at a time. */
final class Lane {
    private final StreamSession session;
    private final StreamContext context;
    private final Backoff backoff;
    private final List<Subscription> channels = new ArrayList<>();
    private @Nullable StreamConnection current;

    /** The one that takes over from the current one. */
    private @Nullable StreamConnection next;

    private ConnectGate.@Nullable Pass pass;
    private EngineThread.@Nullable Timeout retry;
    private EngineThread.@Nullable Timeout overlap;
    private boolean isClosed;

    Lane(StreamSession session, StreamContext context) {
        this.session = session;
        this.context = context;
        this.backoff = context.backoff();
    }

    int size() {
        return channels.size();
    }

    boolean has(Subscription channel) {
        return channels.contains(channel);
    }

    @Nullable
    StreamConnection current() {
        return current;
    }

    void add(Subscription channel) {
        channels.add(channel);
        for (StreamConnection connection : connections()) {
            if (connection.isReady()) {
                connection.subscribe(List.of(channel));
            }
        }
    }

    void remove(Subscription channel) {
        channels.remove(channel);
        connections().forEach(connection -> connection.unsubscribe(channel));
    }

    /** Begins an attempt to connect, unless one is under way or waits for its time. */
    void connect() {
        if (pass != null || retry != null || next != null || isClosed) {
            return;
        }
        ConnectGate.Pass mine = context.gate().pass(this::attempt);
        pass = mine;
        mine.enter();
    }

    /** Lets another connection take over before this one is cut. */
    void replace(StreamConnection connection) {
        if (connection == current) {
            connect();
        }
    }

    /** Replaces the connection whatever its age; one that is not ready yet has an old address and is begun anew. */
    void replace() {
        if (next != null) {
            next.end("begun anew");
        } else if (current != null && !current.isReady()) {
            current.end("begun anew");
        } else {
            connect();
        }
    }

    void close() {
        isClosed = true;
        leave();
        cancel(retry);
        cancel(overlap);
        connections().forEach(StreamConnection::retire);
        current = null;
        next = null;
        for (Subscription channel : channels) {
            channel.carry(null);
            if (channel.isWanted()) {
                channel.become(Subscription.State.PENDING);
            }
        }
    }

    /** Reports everything lost that was known. */
    void loseAll() {
        List.copyOf(channels).forEach(this::lose);
    }

    long nextRequest() {
        return session.nextRequest();
    }

    void halt(String reason) {
        session.halt(reason);
    }

    void ready(StreamConnection connection) {
        leave();
        context.listener().connected(connection.number());
        if (connection.isReady()) {
            connection.subscribe(channels);
            progressed(connection);
        }
    }

    /** A channel was acknowledged: a newer connection takes over at once where both may be passed on, else with its first message. */
    void acknowledged(StreamConnection connection, Subscription channel) {
        if (channel.carrier() == null || channel.isMerging()) {
            channel.carry(newer(channel.carrier(), connection));
        }
        if (channel.state() == Subscription.State.PENDING && channel.carrier() == connection) {
            live(channel);
        }
    }

    void live(Subscription channel) {
        if (channel.isWanted() && !channel.isLive()) {
            channel.become(Subscription.State.LIVE);
            context.listener().live(channel);
        }
    }

    void stale(Subscription channel) {
        if (channel.isLive()) {
            channel.become(Subscription.State.STALE);
            context.counts().stale();
            context.listener().stale(channel);
        }
    }

    void refused(Subscription channel, String reason) {
        if (channel.isWanted()) {
            channels.remove(channel);
            channel.become(Subscription.State.REFUSED);
            context.counts().refused();
            context.listener().refused(channel, reason);
            connections().forEach(this::progressed);
        }
    }

    /** Once a new connection has all channels, the old one stays for the overlap, so that nothing falls between them. */
    void progressed(StreamConnection connection) {
        if (connection == next && overlap == null && connection.isComplete()) {
            overlap = context.engine().schedule(context.settings().overlap(), this::takeOver);
        }
    }

    void ended(StreamConnection connection, String reason) {
        if (isClosed) {
            return;
        }
        context.counts().triedAgain();
        boolean wasNext = connection == next;
        Duration told = told(connection);
        context.gate().pause(told);
        if (!connection.wasReady()) {
            leave();
        }
        cancel(overlap);
        overlap = null;
        current = wasNext ? current : next;
        next = null;
        if (connection.lasted()) {
            backoff.reset();
        }
        if (pass == null && (current == null || wasNext)) {
            scheduleRetry(told.isZero() ? backoff.next() : told);
        }
        passOn(connection);
        context.listener().disconnected(connection.number(), reason);
    }

    /** How long the venue wants to be left alone, and some more so that not all come at once; long if it does not say. */
    private Duration told(StreamConnection connection) {
        Duration said = RetryAfter.of(connection.retryAfter(), context.engine().nanos());
        if (said != null) {
            return said.plus(backoff.next());
        }
        return connection.isThrottled() ? backoff.afterThrottling() : Duration.ZERO;
    }

    private void scheduleRetry(Duration wait) {
        cancel(retry);
        retry = context.engine().schedule(wait, () -> {
            retry = null;
            connect();
        });
    }

    private void attempt() {
        StreamConnection connection = session.newConnection(this);
        if (current == null) {
            current = connection;
        } else {
            next = connection;
        }
        connection.open();
    }

    private void takeOver() {
        overlap = null;
        StreamConnection old = current;
        StreamConnection heir = next;
        if (old == null || heir == null) {
            return;
        }
        if (!heir.isComplete()) {
            // A channel was added meanwhile; its acknowledgement starts the overlap anew.
            return;
        }
        current = heir;
        next = null;
        for (Subscription channel : channels) {
            if (channel.carrier() == old) {
                channel.carry(heir);
            }
        }
        old.retire();
        context.listener().disconnected(old.number(), "replaced before it was cut");
    }

    /** Gives what a dead connection carried to the other one if that misses nothing, and else reports it lost. */
    private void passOn(StreamConnection dead) {
        StreamConnection other = current;
        for (Subscription channel : List.copyOf(channels)) {
            if (channel.carrier() != dead) {
                continue;
            }
            if (other != null && channel.isMerging() && other.carries(channel)) {
                channel.carry(other);
                continue;
            }
            lose(channel);
        }
    }

    private void lose(Subscription channel) {
        channel.carry(null);
        if (channel.isWanted() && channel.state() != Subscription.State.PENDING) {
            channel.become(Subscription.State.PENDING);
            context.counts().lost();
            context.listener().lost(channel);
        }
    }

    private List<StreamConnection> connections() {
        List<StreamConnection> connections = new ArrayList<>();
        if (current != null) {
            connections.add(current);
        }
        if (next != null) {
            connections.add(next);
        }
        return connections;
    }

    private void leave() {
        ConnectGate.Pass mine = pass;
        pass = null;
        if (mine != null) {
            mine.leave();
        }
    }

    private static StreamConnection newer(@Nullable StreamConnection carrier, StreamConnection connection) {
        return carrier != null && carrier.number() > connection.number() ? carrier : connection;
    }

    private static void cancel(EngineThread.@Nullable Timeout timeout) {
        if (timeout != null) {
            timeout.cancel();
        }
    }
}
