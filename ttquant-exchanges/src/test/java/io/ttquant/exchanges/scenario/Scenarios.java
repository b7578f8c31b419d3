package io.ttquant.exchanges.scenario;

/** Worlds that several tests begin with. */
final class Scenarios {
    private Scenarios() {}

    /** One whose venue does not cancel orders when nothing is heard of the program for a while. */
    static Scenario withoutDeadMan(BinanceVenues venue) {
        Scenario world = Scenario.at(venue);
        return venue.isDerivative() ? world.setting("dead_man_seconds", "0") : world;
    }
}
