package io.ttquant.exchanges.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a venue lists: the instruments that we can hold, and those that we cannot, with the reason. One of these never keeps the others from loading.
 *
 * @param listed the instruments
 * @param refused the others
 */
public record Listings(List<Listing> listed, List<Refused> refused) {
    /** Copies the lists. */
    public Listings {
        listed = List.copyOf(listed);
        refused = List.copyOf(refused);
    }

    /**
     * An instrument that was left out.
     *
     * @param symbol the venue's symbol
     * @param why what is the matter
     */
    public record Refused(String symbol, String why) {}

    /** Collects them one by one. */
    public static final class Collector {
        private final List<Listing> listed = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();

        /** With none so far. */
        public Collector() {}

        /** An instrument, or the reason for which it cannot be made. */
        public void add(String symbol, Supplier<Listing> maker) {
            try {
                listed.add(maker.get());
            } catch (IllegalArgumentException | ArithmeticException e) {
                refused.add(new Refused(symbol, String.valueOf(e.getMessage())));
            }
        }

        /** All of them. */
        public Listings end() {
            return new Listings(listed, refused);
        }
    }
}
