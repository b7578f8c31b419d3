package io.ttquant.exchanges.emulator;

import io.ttquant.exchanges.emulator.exchange.ExchangeClock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A local exchange: one venue or several, each with its own accounts, ledger and port, reachable from this machine only.
 *
 * <pre>{@code
 * try (LocalExchange local = LocalExchange.start(VenueKind.BINANCE)) {
 *     String address = local.venue(VenueKind.BINANCE).http();
 * }
 * }</pre>
 */
public final class LocalExchange implements AutoCloseable {
    private final Map<VenueKind, LocalVenue> venues;
    private final LocalAccount account;

    private LocalExchange(Map<VenueKind, LocalVenue> venues, LocalAccount account) {
        this.venues = venues;
        this.account = account;
    }

    /** Starts venues with the {@linkplain LocalMarkets#standard standard markets} of seed 1 and the {@linkplain LocalAccount#standard standard account}, on ports that are free. */
    public static LocalExchange start(VenueKind first, VenueKind... more) {
        return start(EnumSet.of(first, more), LocalMarkets.standard(1), LocalAccount.standard(), Map.of());
    }

    /**
     * Starts venues.
     *
     * @param kinds which
     * @param ports by venue; a venue without one takes one that is free
     * @throws IllegalStateException if a port is in use
     */
    public static LocalExchange start(
            Set<VenueKind> kinds, LocalMarkets markets, LocalAccount account, Map<VenueKind, Integer> ports) {
        Map<VenueKind, LocalVenue> venues = new EnumMap<>(VenueKind.class);
        try {
            for (VenueKind kind : kinds) {
                venues.put(
                        kind,
                        LocalVenue.start(
                                markets, kind, ports.getOrDefault(kind, 0), ExchangeClock.ofTheMachine(), account));
            }
        } catch (RuntimeException failed) {
            close(venues.values());
            throw failed;
        }
        return new LocalExchange(venues, account);
    }

    /**
     * A venue.
     *
     * @throws IllegalArgumentException if it was not started
     */
    public LocalVenue venue(VenueKind kind) {
        LocalVenue venue = venues.get(kind);
        if (venue == null) {
            throw new IllegalArgumentException(kind + " was not started; started are " + venues.keySet());
        }
        return venue;
    }

    /** All venues. */
    public Collection<LocalVenue> venues() {
        return List.copyOf(venues.values());
    }

    /** The account that it has at every venue. */
    public LocalAccount account() {
        return account;
    }

    /** Ends all venues. Idempotent. */
    @Override
    public void close() {
        close(venues.values());
    }

    private static void close(Collection<LocalVenue> venues) {
        new ArrayList<>(venues).forEach(LocalVenue::close);
    }
}
