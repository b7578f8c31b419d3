package io.ttquant.core.portfolio;

import java.util.ArrayList;
import java.util.List;

/**
 * Reservations of orders of which one or the other fills, never all: of one currency only the largest of them is held back. Each counts with what it
 * needs beyond the largest of the others.
 */
public final class SharedFunds {
    private final List<Reservation> members = new ArrayList<>(2);

    /** Shared by nobody yet. */
    public SharedFunds() {}

    /**
     * Makes a reservation share.
     *
     * @throws IllegalStateException if it holds something back already
     */
    public void add(Reservation reservation) {
        reservation.share(this);
        members.add(reservation);
    }

    /** The largest amount that another member holds back of these funds; 0 if none does. */
    long most(Funds funds, Reservation but) {
        long most = 0;
        for (Reservation member : members) {
            if (member != but && member.isOf(funds)) {
                most = Math.max(most, member.rawAmount());
            }
        }
        return most;
    }
}
