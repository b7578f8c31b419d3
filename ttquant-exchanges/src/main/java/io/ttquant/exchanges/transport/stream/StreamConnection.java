package io.ttquant.exchanges.transport.stream;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.WebSocket;
import io.ttquant.exchanges.transport.WebSocketListener;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** One connection of a lane, from its opening over its login to its end. */
final class StreamConnection implements WebSocketListener, StreamInput {
    private static final Duration TICK = Duration.ofMillis(500);
    private static final int NORMAL = 1000;

    private enum Phase {
        OPENING,
        LOGGING_IN,
        READY,
        ENDED
    }

    private final int number;
    private final Lane lane;
    private final StreamContext context;
    private final Pacer pacer;
    private final Channels channels;
    private final long startedNanos;
    private final long replaceAtNanos;
    private Phase phase = Phase.OPENING;
    private @Nullable WebSocket socket;
    private EngineThread.@Nullable Timeout tick;
    private long receivedNanos;
    private long readyNanos;
    private boolean isPinged;
    private boolean isThrottled;
    private String retryAfter = "";
    private long pingedNanos;

    StreamConnection(int number, Lane lane, StreamContext context) {
        this.number = number;
        this.lane = lane;
        this.context = context;
        this.startedNanos = context.engine().nanos();
        this.receivedNanos = startedNanos;
        this.pacer = new Pacer(context.engine(), context.settings().paces());
        this.channels = new Channels(this, lane, context, pacer);
        this.replaceAtNanos = context.replaceAtNanos(startedNanos);
    }

    void open() {
        tick = context.engine().schedule(TICK, this::tick);
        try {
            socket = context.network().open(context.protocol().address(), this);
        } catch (IllegalArgumentException e) {
            lane.halt(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            fail("address or opening", e);
        }
    }

    int number() {
        return number;
    }

    /** Whether the venue refused to open it since there are too many attempts. */
    boolean isThrottled() {
        return isThrottled;
    }

    /** When the venue wants to be asked again, as it said; empty if it did not. */
    String retryAfter() {
        return retryAfter;
    }

    boolean isReady() {
        return phase == Phase.READY;
    }

    boolean wasReady() {
        return readyNanos > 0;
    }

    /** Whether it was ready for so long that its end is not another failure to connect. */
    boolean lasted() {
        return readyNanos > 0
                && context.engine().nanos() - readyNanos
                        >= context.settings().mostWait().toNanos();
    }

    void subscribe(Collection<Subscription> wanted) {
        channels.add(wanted);
    }

    void unsubscribe(Subscription channel) {
        channels.remove(channel);
    }

    boolean carries(Subscription channel) {
        return channels.isAcknowledged(channel);
    }

    boolean isComplete() {
        return isReady() && channels.isComplete();
    }

    /** Sends now; a text that is not taken ends the connection. */
    boolean send(String text) {
        if (phase == Phase.ENDED || socket == null) {
            return false;
        }
        if (!socket.send(text)) {
            end("it takes no more texts, " + socket.queuedBytes() + " bytes wait");
            return false;
        }
        return true;
    }

    /** Sends a text of the owner, ahead of what waits for its pace. */
    boolean sendAhead(String text) {
        pacer.count();
        return send(text);
    }

    /** Breaks it off, and tells its lane. */
    void end(String reason) {
        if (phase != Phase.ENDED) {
            stop();
            if (socket != null) {
                socket.cancel();
            }
            lane.ended(this, reason);
        }
    }

    /** Ends it, since its protocol threw; the mistake goes to the engine's thread, where it is seen. */
    void fail(String what, RuntimeException mistake) {
        end("its " + what + " failed by " + mistake.getClass().getSimpleName());
        context.engine().execute(() -> {
            throw mistake;
        });
    }

    /** Closes it in order, without telling its lane. */
    void retire() {
        if (phase != Phase.ENDED) {
            stop();
            if (socket != null) {
                socket.close(NORMAL, "");
            }
        }
    }

    @Override
    public void opened() {
        if (phase == Phase.OPENING) {
            receivedNanos = context.engine().nanos();
            String login = context.protocol().login();
            if (login == null) {
                ready();
            } else {
                phase = Phase.LOGGING_IN;
                pacer.count();
                send(login);
            }
        }
    }

    @Override
    public void message(byte[] payload) {
        if (phase != Phase.ENDED) {
            receivedNanos = context.engine().nanos();
            isPinged = false;
            context.counts().message();
            context.protocol().message(payload, this);
        }
    }

    @Override
    public void closed(int code, String reason) {
        end("closed with " + code + " " + reason);
    }

    @Override
    public void failed(NetworkFailure failure) {
        isThrottled = failure.status() == 429 || failure.status() == 418;
        retryAfter = failure.retryAfter();
        end(failure.kind() + " " + failure.message());
    }

    @Override
    public int connection() {
        return number;
    }

    @Override
    public void loggedIn() {
        if (phase == Phase.LOGGING_IN) {
            ready();
        }
    }

    @Override
    public void loginRefused(String reason, boolean isFinal) {
        if (phase == Phase.ENDED) {
            return;
        }
        if (isFinal) {
            lane.halt("login refused: " + reason);
        } else {
            end("login refused: " + reason);
        }
    }

    @Override
    public void acknowledged(long requestId) {
        channels.acknowledged(requestId);
    }

    @Override
    public void acknowledged(Subscription channel) {
        channels.acknowledged(channel);
    }

    @Override
    public void refused(long requestId, String reason) {
        channels.refused(requestId, reason);
    }

    @Override
    public void refused(Subscription channel, String reason) {
        channels.refused(channel, reason);
    }

    @Override
    public boolean data(Subscription channel) {
        return phase != Phase.ENDED && channels.data(channel);
    }

    @Override
    public void unreadable(String why, byte[] message) {
        context.counts().unreadable();
        context.unreadable().tell(why, message);
    }

    @Override
    public void unreadable(String why) {
        context.counts().unreadable();
        context.unreadable().tell(why);
    }

    @Override
    public void useless(String reason) {
        end(reason);
    }

    @Override
    public void closing(String reason) {
        lane.replace(this);
    }

    private void ready() {
        phase = Phase.READY;
        readyNanos = context.engine().nanos();
        context.counts().up();
        lane.ready(this);
    }

    private void stop() {
        if (phase == Phase.READY) {
            context.counts().down();
        }
        phase = Phase.ENDED;
        pacer.stop();
        if (tick != null) {
            tick.cancel();
        }
    }

    private void tick() {
        tick = context.engine().schedule(TICK, this::tick);
        long now = context.engine().nanos();
        Duration patience = context.settings().patience();
        if (phase != Phase.READY) {
            if (now - startedNanos > patience.toNanos()) {
                end("not open and logged in after " + patience);
            }
            return;
        }
        beat(now);
        if (phase == Phase.READY) {
            channels.check(now);
        }
        if (phase == Phase.READY && now >= replaceAtNanos) {
            lane.replace(this);
        }
    }

    /** Anything that comes is a sign of life here; whether channels are alive is judged by their own messages. */
    private void beat(long now) {
        Heartbeat heartbeat = context.settings().heartbeat();
        if (heartbeat.text().isEmpty()) {
            return;
        }
        if (isPinged && now - pingedNanos > heartbeat.patience().toNanos()) {
            end("nothing came in " + heartbeat.patience() + " after a heartbeat");
        } else if (!isPinged && now - receivedNanos >= heartbeat.idle().toNanos()) {
            isPinged = true;
            pingedNanos = now;
            pacer.countHeartbeat();
            send(heartbeat.text());
        }
    }
}
