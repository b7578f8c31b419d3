package io.ttquant.exchanges.transport.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The channels of one connection: asks for what is wanted until it is acknowledged, and watches for silence. */
final class Channels {
    private final StreamConnection connection;
    private final Lane lane;
    private final StreamContext context;
    private final Pacer pacer;
    private final Map<Subscription, Leg> legs = new LinkedHashMap<>();
    private final Map<Long, PendingRequest> pending = new LinkedHashMap<>();

    Channels(StreamConnection connection, Lane lane, StreamContext context, Pacer pacer) {
        this.connection = connection;
        this.lane = lane;
        this.context = context;
        this.pacer = pacer;
    }

    void add(Collection<Subscription> wanted) {
        List<Leg> added = new ArrayList<>();
        for (Subscription channel : wanted) {
            if (channel.isWanted() && !legs.containsKey(channel)) {
                Leg leg = new Leg(channel);
                legs.put(channel, leg);
                added.add(leg);
            }
        }
        request(added);
    }

    void remove(Subscription channel) {
        if (legs.remove(channel) != null && connection.isReady()) {
            pacer.submit(() -> connection.send(context.protocol().unsubscribe(List.of(channel), lane.nextRequest())));
            // It may have been the last that a replacement waited for.
            lane.progressed(connection);
        }
    }

    boolean isAcknowledged(Subscription channel) {
        Leg leg = legs.get(channel);
        return leg != null && leg.isAcknowledged;
    }

    boolean isComplete() {
        return legs.values().stream().allMatch(leg -> leg.isAcknowledged || !leg.channel.isWanted());
    }

    void acknowledged(long requestId) {
        PendingRequest request = pending.remove(requestId);
        if (request != null) {
            request.missing().forEach(this::live);
        }
    }

    void acknowledged(Subscription channel) {
        Leg leg = legs.get(channel);
        if (leg != null) {
            live(leg);
        }
    }

    void refused(long requestId, String reason) {
        PendingRequest request = pending.remove(requestId);
        if (request == null) {
            return;
        }
        List<Leg> missing = request.missing();
        if (request.legs().size() > 1) {
            missing.forEach(leg -> request(List.of(leg)));
        } else {
            // What was acknowledged meanwhile runs: refused was only that it was asked for a second time.
            missing.forEach(leg -> refused(leg.channel, reason));
        }
    }

    void refused(Subscription channel, String reason) {
        if (legs.remove(channel) != null) {
            lane.refused(channel, reason);
            lane.progressed(connection);
        }
    }

    boolean data(Subscription channel) {
        Leg leg = legs.get(channel);
        if (leg == null) {
            return false;
        }
        leg.sign(context.engine().nanos());
        // Some venues send data before they acknowledge.
        live(leg);
        if (!channel.takes(connection)) {
            return false;
        }
        if (!channel.isLive()) {
            lane.live(channel);
        }
        return channel.isWanted();
    }

    /** Asks again for what was not acknowledged in time, and for what is silent. */
    void check(long now) {
        List<PendingRequest> late = pending.values().stream()
                .filter(request -> now >= request.deadlineNanos())
                .toList();
        for (PendingRequest request : late) {
            pending.remove(request.id());
            if (!askAgain(request.missing())) {
                return;
            }
        }
        reviveSilent(now);
    }

    private boolean askAgain(List<Leg> missing) {
        for (Leg leg : missing) {
            if (leg.attempts >= context.settings().attempts()) {
                connection.end(
                        leg.channel.channel() + " was asked for " + leg.attempts + " times and not acknowledged");
                return false;
            }
        }
        request(missing);
        return true;
    }

    private void reviveSilent(long now) {
        List<Leg> silent = new ArrayList<>();
        int watched = 0;
        int quiet = 0;
        for (Leg leg : legs.values()) {
            StreamConnection carrier = leg.channel.carrier();
            if (leg.isAcknowledged && leg.channel.silenceNanos() > 0 && (carrier == null || carrier == connection)) {
                watched++;
                quiet += leg.isQuiet(now) ? 1 : 0;
                if (leg.isSilent(now)) {
                    silent.add(leg);
                }
            }
        }
        silent.forEach(leg -> lane.stale(leg.channel));
        if (silent.isEmpty() || !connection.isReady()) {
            return;
        }
        if (quiet == watched) {
            connection.end("open but silent on all " + watched + " watched channels");
            return;
        }
        silent.forEach(leg -> revive(leg, now));
    }

    private void revive(Leg leg, long now) {
        leg.revivals++;
        leg.lastSignNanos = now;
        List<Subscription> channel = List.of(leg.channel);
        pacer.submit(() -> connection.send(context.protocol().unsubscribe(channel, lane.nextRequest())));
        pacer.submit(() -> connection.send(context.protocol().subscribe(channel, lane.nextRequest())));
    }

    private void request(List<Leg> wanted) {
        int most = context.settings().perRequest();
        for (int from = 0; from < wanted.size(); from += most) {
            List<Leg> chunk = wanted.subList(from, Math.min(from + most, wanted.size()));
            pacer.submit(() -> sendRequest(chunk));
        }
    }

    private void sendRequest(List<Leg> chunk) {
        List<Leg> open = chunk.stream()
                .filter(leg -> !leg.isAcknowledged && leg.channel.isWanted() && legs.get(leg.channel) == leg)
                .toList();
        if (open.isEmpty() || !connection.isReady()) {
            return;
        }
        long id = lane.nextRequest();
        open.forEach(leg -> leg.attempts++);
        long deadline =
                context.engine().nanos() + context.settings().answerTime().toNanos();
        pending.put(id, new PendingRequest(id, open, deadline));
        List<Subscription> wanted = open.stream().map(leg -> leg.channel).toList();
        String text;
        try {
            text = context.protocol().subscribe(wanted, id);
        } catch (RuntimeException e) {
            // What would have been asked for after it would never be.
            connection.fail("subscribing", e);
            return;
        }
        connection.send(text);
    }

    private void live(Leg leg) {
        if (leg.isAcknowledged || legs.get(leg.channel) != leg) {
            return;
        }
        leg.isAcknowledged = true;
        leg.sign(context.engine().nanos());
        lane.acknowledged(connection, leg.channel);
        lane.progressed(connection);
    }
}
