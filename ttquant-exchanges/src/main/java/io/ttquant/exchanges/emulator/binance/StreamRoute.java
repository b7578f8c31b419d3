package io.ttquant.exchanges.emulator.binance;

/**
 * Which streams a socket carries. Futures split them over paths in 2026: one that is asked for on another path is acknowledged and stays silent.
 */
enum StreamRoute {
    /** Spot: all. */
    SPOT,
    /** Futures: best prices, books and trades. Also the bare path of old. */
    PUBLIC,
    /** Futures: all other market data. */
    MARKET,
    /** Futures: accounts. */
    PRIVATE;

    boolean carries(String stream) {
        return switch (this) {
            case SPOT -> true;
            case PUBLIC -> isPublic(stream);
            case MARKET -> !isPublic(stream);
            case PRIVATE -> false;
        };
    }

    private static boolean isPublic(String stream) {
        String kind = stream.substring(stream.indexOf('@') + 1);
        return kind.startsWith("depth")
                || kind.equals("bookTicker")
                || kind.equals("!bookTicker")
                || kind.equals("trade");
    }
}
