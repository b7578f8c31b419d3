package io.ttquant.exchanges.scenario;

/** Worlds that several tests begin with. */
final class Scenarios {
    /** So often a cancel is sent that is answered at once and has no effect: 0, 0.5, 1.5, 3.5 and each 4 seconds from 7.5 to 63.5 after it was asked for. */
    static final int CANCELS_A_MINUTE = 19;

    private Scenarios() {}

    /** One whose venue does not cancel orders when nothing is heard of the program for a while. */
    static Scenario withoutDeadMan(BinanceVenues venue) {
        Scenario world = Scenario.at(venue);
        return venue.isDerivative() ? world.setting("dead_man_seconds", "0") : world;
    }
}
