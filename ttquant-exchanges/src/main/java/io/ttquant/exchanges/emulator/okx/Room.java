package io.ttquant.exchanges.emulator.okx;

import java.util.Set;

/** Which of the three sockets; each has channels of its own. */
enum Room {
    /** Market data. */
    PUBLIC("public"),
    /** Accounts and orders. */
    PRIVATE("private"),
    /** Candles, all trades, algo orders. */
    BUSINESS("business");

    private static final Set<String> OPEN = Set.of(
            "trades", "tickers", "bbo-tbt", "books5", "books", "mark-price", "funding-rate", "instruments", "status");
    private static final Set<String> OWN = Set.of("orders", "account", "positions", "balance_and_position");
    private static final Set<String> ALGO = Set.of("orders-algo", "algo-advance");
    private static final Set<String> VIP = Set.of("books50-l2-tbt", "books-l2-tbt", "fills");

    private final String path;

    Room(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** Refuses a channel that is not one of this socket, or not for this client. */
    void check(String channel, boolean isLoggedIn) {
        if (VIP.contains(channel)) {
            throw OkxError.of("64003", "Your trading fee tier doesn't meet the requirement to access this channel");
        }
        boolean isBusiness = channel.startsWith("candle") || channel.equals("trades-all") || ALGO.contains(channel);
        boolean isKnown = isBusiness || OPEN.contains(channel) || OWN.contains(channel);
        if (!isKnown) {
            throw wrong("channel:" + channel);
        }
        if (isBusiness && this != BUSINESS) {
            throw OkxError.of(
                    "64001",
                    "This channel has been migrated to the '/business' URL. Please subscribe using the new URL.");
        }
        if (!isBusiness && this == BUSINESS) {
            throw OkxError.of(
                    "64002",
                    "This channel is not supported by \"/business\" URL. Please use \"/private\" URL(for private channels),"
                            + " or \"/public\" URL(for public channels).");
        }
        if (OPEN.contains(channel) != (this == PUBLIC) && !isBusiness) {
            throw wrong("channel:" + channel);
        }
        if (isOwn(channel) && !isLoggedIn) {
            throw OkxError.of("60011", "Please log in");
        }
    }

    static boolean isOwn(String channel) {
        return OWN.contains(channel) || ALGO.contains(channel);
    }

    static OkxError wrong(String what) {
        return OkxError.of(
                "60018",
                "Wrong URL or " + what + " doesn't exist. Please use the correct URL, channel and parameters referring"
                        + " to API document.");
    }
}
