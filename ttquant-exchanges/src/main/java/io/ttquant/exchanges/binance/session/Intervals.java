package io.ttquant.exchanges.binance.session;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.PriceSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The bars that Binance makes, by the venue's word. Its bars of three days, a week and a month begin elsewhere than ours, which are counted from the
 * epoch, so that they are not among them.
 */
final class Intervals {
    private static final Map<BarSpec, String> WORDS = new LinkedHashMap<>();

    static {
        for (int minutes : new int[] {1, 3, 5, 15, 30}) {
            WORDS.put(BarSpec.minutes(minutes), minutes + "m");
        }
        for (int hours : new int[] {1, 2, 4, 6, 8, 12}) {
            WORDS.put(BarSpec.hours(hours), hours + "h");
        }
        WORDS.put(BarSpec.days(1), "1d");
    }

    private Intervals() {}

    /**
     * The word for bars.
     *
     * @throws IllegalArgumentException if the venue makes none such
     */
    static String word(BinanceVenue venue, BarSpec spec) {
        boolean isSecond = venue.isSpot() && spec.equals(BarSpec.seconds(1));
        String word = isSecond ? "1s" : WORDS.get(spec);
        if (word == null || spec.source() != PriceSource.TRADE) {
            throw new IllegalArgumentException(venue.id() + " makes no bars " + spec + "; it makes "
                    + (venue.isSpot() ? "1s " : "") + String.join(" ", WORDS.values())
                    + ", from trades; let the engine make others from those or from trades");
        }
        return word;
    }
}
