package io.ttquant.exchanges.transport.stream;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.transport.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Channels of a venue, kept subscribed through everything that happens to connections. What is wanted is compared with what the venue
 * acknowledged until both are equal; a connection that fails, falls silent or grows old is replaced. To be used on the engine's thread.
 */
public final class StreamSession {
    private final StreamContext context;
    private final List<Lane> lanes = new ArrayList<>();
    private int connections;
    private long requests;
    private boolean isStarted;
    private boolean isClosed;

    /**
     * A session that has not begun.
     *
     * @param gate shared with the other sessions of the venue
     * @param random for the waits between attempts
     */
    public StreamSession(
            StreamSettings settings,
            StreamProtocol protocol,
            StreamListener listener,
            Network network,
            EngineThread engine,
            ConnectGate gate,
            RandomGenerator random) {
        this.context = new StreamContext(
                settings,
                protocol,
                new IsolatedListener(listener, engine),
                network,
                engine,
                gate,
                random,
                new UnreadableLog(settings.name(), engine));
        lanes.add(new Lane(this, context));
    }

    /** Connects, and stays connected until {@link #close()}; without channels too, for sessions that carry requests. */
    public void start() {
        requireOpen();
        isStarted = true;
        lanes.forEach(Lane::connect);
    }

    /**
     * Wants a channel.
     *
     * @param channel in the venue's words, such as {@code btcusdt@trade}
     * @param silence how long no message of it may come before it is stale; zero if it may be silent forever
     * @param handover what happens to its messages while connections overlap
     */
    public Subscription subscribe(String channel, Duration silence, Handover handover) {
        requireOpen();
        if (silence.isNegative()) {
            throw new IllegalArgumentException(
                    "silence of " + channel + " is " + silence + ", but must not be negative");
        }
        Subscription wanted = new Subscription(channel, silence, handover);
        laneWithRoom().add(wanted);
        return wanted;
    }

    /** Does not want a channel any more; its messages are not passed on from now on. */
    public void unsubscribe(Subscription channel) {
        channel.become(Subscription.State.ENDED);
        for (Lane lane : List.copyOf(lanes)) {
            if (lane.has(channel)) {
                lane.remove(channel);
                if (lane.size() == 0 && lane != lanes.get(0)) {
                    lanes.remove(lane);
                    lane.close();
                }
            }
        }
    }

    /** Replaces all connections, each after the new one has its channels: after a listen key changed, for one. */
    public void replace() {
        requireOpen();
        if (isStarted) {
            lanes.forEach(Lane::replace);
        }
    }

    /**
     * Sends a text of the owner on the first connection, ahead of what waits for its pace.
     *
     * @return whether it was taken; if not, it has certainly not left
     */
    public boolean send(String text) {
        StreamConnection first = lanes.get(0).current();
        return !isClosed && first != null && first.isReady() && first.sendAhead(text);
    }

    /** Whether all channels that are wanted and not refused are acknowledged on a connection that is logged in. */
    public boolean isComplete() {
        return isStarted && !isClosed && lanes.stream().allMatch(StreamSession::isComplete);
    }

    /** Connections in use or under way, but for those that take over. */
    public int lanes() {
        return lanes.size();
    }

    /** Ends the session; the listener hears nothing more. Idempotent. */
    public void close() {
        isClosed = true;
        lanes.forEach(Lane::close);
    }

    void halt(String reason) {
        if (!isClosed) {
            isClosed = true;
            List.copyOf(lanes).forEach(Lane::loseAll);
            close();
            context.listener().halted(reason);
        }
    }

    long nextRequest() {
        return ++requests;
    }

    StreamConnection newConnection(Lane lane) {
        return new StreamConnection(++connections, lane, context);
    }

    private Lane laneWithRoom() {
        for (Lane lane : lanes) {
            if (lane.size() < context.settings().perConnection()) {
                return lane;
            }
        }
        Lane lane = new Lane(this, context);
        lanes.add(lane);
        if (isStarted) {
            lane.connect();
        }
        return lane;
    }

    private static boolean isComplete(Lane lane) {
        StreamConnection current = lane.current();
        return current != null && current.isComplete();
    }

    private void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException("the session " + context.settings().name() + " is closed: open another");
        }
    }
}
