package io.ttquant.exchanges.transport.simulated;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * The way to one host, both directions, and what goes wrong on it. Each connection keeps its order, as TCP does; connections overtake each
 * other. Rates are probabilities, 0 to 1. All may change while the time runs.
 */
public final class Link {
    private final RandomGenerator random;
    private final SimulatedNetwork network;
    private final String host;
    private long leastLatency = 1_000_000;
    private long mostLatency = 1_000_000;
    private long bytesPerSecond = Long.MAX_VALUE;
    private double messageLoss;
    private double messageDuplication;
    private double requestLoss;
    private double answerLoss;
    private double resets;
    private boolean isFrozen;
    private boolean isRefusing;

    Link(SimulatedNetwork network, String host, RandomGenerator random) {
        this.network = network;
        this.host = host;
        this.random = random;
    }

    /** The latency of each message, uniform between two durations; 1 ms by default. */
    public Link latency(Duration least, Duration most) {
        if (least.isNegative() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "latency from " + least + " to " + most + ": give two that rise, not negative");
        }
        leastLatency = least.toNanos();
        mostLatency = most.toNanos();
        return this;
    }

    /** How fast bytes drip through each connection; unlimited by default. */
    public Link bytesPerSecond(long bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException(
                    "bytes per second are " + bytes + ", but must be positive: freeze() stops all");
        }
        bytesPerSecond = bytes;
        return this;
    }

    /** How often a message of a server on a WebSocket is left out. TCP loses none; venues do. */
    public Link messageLoss(double rate) {
        messageLoss = rate(rate);
        return this;
    }

    /** How often a message of a server on a WebSocket comes twice. */
    public Link messageDuplication(double rate) {
        messageDuplication = rate(rate);
        return this;
    }

    /** How often a request is lost before it has an effect. */
    public Link requestLoss(double rate) {
        requestLoss = rate(rate);
        return this;
    }

    /** How often an answer is lost after the request had its effect. */
    public Link answerLoss(double rate) {
        answerLoss = rate(rate);
        return this;
    }

    /** How often a message or a request breaks its connection. */
    public Link resets(double rate) {
        resets = rate(rate);
        return this;
    }

    /** Makes all connections half-open: nothing arrives on either side any more, yet none looks closed. New ones hang. */
    public Link freeze() {
        isFrozen = true;
        return this;
    }

    /** Lets through what is sent from now on; what was sent meanwhile is gone. */
    public Link thaw() {
        isFrozen = false;
        return this;
    }

    /** Refuses new connections, or not any more. */
    public Link refuse(boolean refuses) {
        isRefusing = refuses;
        return this;
    }

    /** Breaks all open WebSockets now. */
    public Link cut() {
        network.cut(host);
        return this;
    }

    boolean isFrozen() {
        return isFrozen;
    }

    boolean isRefusing() {
        return isRefusing;
    }

    /** How long a message of a size is under way. */
    long delay(int bytes) {
        long latency = leastLatency + spread();
        return bytesPerSecond == Long.MAX_VALUE ? latency : latency + bytes * 1_000_000_000L / bytesPerSecond;
    }

    private long spread() {
        return mostLatency == leastLatency ? 0 : Math.floorMod(random.nextLong(), mostLatency - leastLatency + 1);
    }

    boolean losesMessage() {
        return hits(messageLoss);
    }

    boolean doublesMessage() {
        return hits(messageDuplication);
    }

    boolean losesRequest() {
        return hits(requestLoss);
    }

    boolean losesAnswer() {
        return hits(answerLoss);
    }

    boolean resets() {
        return hits(resets);
    }

    /** Draws a number only for what may happen: a run without faults takes none. */
    private boolean hits(double rate) {
        return rate > 0 && random.nextDouble() < rate;
    }

    private static double rate(double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate is " + rate + ", but must be from 0 to 1");
        }
        return rate;
    }
}
