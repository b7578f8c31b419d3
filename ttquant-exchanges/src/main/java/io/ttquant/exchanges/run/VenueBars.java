package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.PriceSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The bars that venues publish and of which others are made: those that OKX and Binance have in common, and that begin at the same times in UTC. */
final class VenueBars {
    private static final List<BarSpec> FROM_COARSEST = List.of(
            BarSpec.days(1),
            BarSpec.hours(12),
            BarSpec.hours(6),
            BarSpec.hours(4),
            BarSpec.hours(2),
            BarSpec.hours(1),
            BarSpec.minutes(30),
            BarSpec.minutes(15),
            BarSpec.minutes(5),
            BarSpec.minutes(3),
            BarSpec.minutes(1));

    private VenueBars() {}

    /** The venue's bars that serve: the same, else the coarsest that fill them without rest; empty if they are to be made of trades or quotes. */
    static Optional<BarSpec> source(BarSpec wanted, Set<Capability> capabilities) {
        boolean isOfTrades = wanted.isTime() && wanted.source() == PriceSource.TRADE;
        if (!isOfTrades || !capabilities.contains(Capability.BARS)) {
            return Optional.empty();
        }
        return FROM_COARSEST.stream()
                .filter(spec -> wanted.step() % spec.step() == 0)
                .findFirst();
    }

    /** How many of the venue's bars hold so many of the wanted ones, whole ones only. */
    static int count(BarSpec wanted, BarSpec source, int bars) {
        int ratio = Math.toIntExact(wanted.step() / source.step());
        return ratio == 1 ? bars : Math.multiplyExact(Math.addExact(bars, 1), ratio);
    }
}
