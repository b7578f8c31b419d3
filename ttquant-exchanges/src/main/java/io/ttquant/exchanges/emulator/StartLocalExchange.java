package io.ttquant.exchanges.emulator;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts a local exchange from the command line, until the process is ended: {@code binance=8081 okx=8083}, or nothing for all on ports that are free. */
public final class StartLocalExchange {
    private StartLocalExchange() {}

    /**
     * Starts it.
     *
     * @param args venues, each with a port behind {@code =} or without; none for all
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws InterruptedException {
        Map<VenueKind, Integer> ports = new EnumMap<>(VenueKind.class);
        Set<VenueKind> kinds;
        try {
            kinds = read(args, ports);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        LocalAccount account = LocalAccount.standard();
        LocalExchange exchange = LocalExchange.start(kinds, LocalMarkets.standard(1), account, ports);
        Runtime.getRuntime().addShutdownHook(new Thread(exchange::close, "close-local-exchange"));
        System.out.println(
                "A local exchange runs; only this machine reaches it. Its key, secret and passphrase open nothing else:");
        System.out.println("  " + account.key() + "  " + account.secret() + "  " + account.passphrase());
        exchange.venues()
                .forEach(venue ->
                        System.out.println("  " + venue.kind().id() + "  " + venue.http() + "  " + venue.ws()));
        System.out.println("End it with Ctrl-C.");
        new CountDownLatch(1).await();
    }

    static Set<VenueKind> read(String[] args, Map<VenueKind, Integer> ports) {
        if (args.length == 0) {
            return EnumSet.allOf(VenueKind.class);
        }
        Set<VenueKind> kinds = EnumSet.noneOf(VenueKind.class);
        for (String arg : args) {
            int equals = arg.indexOf('=');
            VenueKind kind = kind(equals < 0 ? arg : arg.substring(0, equals));
            kinds.add(kind);
            if (equals >= 0) {
                ports.put(kind, port(arg.substring(equals + 1)));
            }
        }
        return kinds;
    }

    private static VenueKind kind(String id) {
        return Stream.of(VenueKind.values())
                .filter(kind -> kind.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no venue '" + id + "'; there are "
                        + Stream.of(VenueKind.values()).map(VenueKind::id).collect(Collectors.joining(", "))));
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new IllegalArgumentException(
                "port '" + text + "' must be a number from 0 to 65535; 0 takes one that is free");
    }
}
