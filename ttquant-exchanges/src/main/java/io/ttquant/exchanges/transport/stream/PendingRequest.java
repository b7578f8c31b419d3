package io.ttquant.exchanges.transport.stream;

import java.util.List;

/** A request that waits for its acknowledgement. */
record PendingRequest(long id, List<Leg> legs, long deadlineNanos) {
    /** The channels that were not acknowledged by themselves. */
    List<Leg> missing() {
        return legs.stream()
                .filter(leg -> !leg.isAcknowledged && leg.channel.isWanted())
                .toList();
    }
}
