package io.ttquant.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Conversions on random markets against one that tries every path. */
class ConversionAgreementTest {
    /** One price: a {@code from} is worth {@code price} of {@code to}; null while it is not known. */
    private record Edge(int from, int to, BigDecimal price, boolean isKnown) {}

    private static final class Market {
        final SplittableRandom random;
        final List<Currency> currencies = new ArrayList<>();
        final List<Edge> edges = new ArrayList<>();
        final Map<Currency, Long> start = new LinkedHashMap<>();
        final Ledger ledger;

        Market(long seed) {
            random = new SplittableRandom(seed);
            int count = random.nextInt(2, 6);
            for (int i = 0; i < count; i++) {
                currencies.add(Currency.of("C" + i, random.nextInt(2, 9)));
                start.put(currencies.get(i), random.nextInt(4) == 0 ? 0 : random.nextLong(1L << random.nextInt(1, 20)));
            }
            ledger = new Ledger(currencies.get(0), FundsPolicy.BORROW, start);
            for (int i = random.nextInt(1, 9); i > 0; i--) {
                int from = random.nextInt(count);
                int to = random.nextInt(count);
                if (from != to) {
                    add(from, to);
                }
            }
        }

        private void add(int from, int to) {
            int scale = random.nextInt(0, 2);
            long raw = random.nextLong(1, 30);
            BigDecimal price = BigDecimal.valueOf(raw, scale);
            if (random.nextInt(6) == 0) {
                ledger.fixRate(currencies.get(from), currencies.get(to), price);
                edges.add(fixed++, new Edge(from, to, price, true));
                return;
            }
            Instrument instrument = Instrument.spot(
                            InstrumentId.parse("x:S" + edges.size()), currencies.get(from), currencies.get(to))
                    .tick(BigDecimal.valueOf(1, scale))
                    .lot("0.01")
                    .build();
            ledger.register(instrument);
            boolean isKnown = random.nextInt(5) > 0;
            if (isKnown) {
                ledger.mark(instrument, raw);
            }
            edges.add(new Edge(from, to, price, isKnown));
        }

        private int fixed;
    }

    @Test
    void anAmountIsWorthWhatTheBestPathSaysRoundedOnce() {
        int unknown = 0;
        int longPaths = 0;
        for (long seed = 1; seed <= 5_000; seed++) {
            Market market = new Market(seed);
            BigDecimal equity = BigDecimal.ZERO;
            for (int i = 0; i < market.currencies.size(); i++) {
                Currency currency = market.currencies.get(i);
                long raw = market.start.get(currency);
                List<Integer> path = raw == 0 ? List.of() : best(market.edges, i);
                longPaths += path != null && path.size() > 1 ? 1 : 0;
                BigDecimal value = path == null ? null : value(market, i, raw, path);
                equity = equity == null || value == null ? null : equity.add(value);
                assertThat(market.ledger.rawValue(currency, raw))
                        .as("seed %d: value of %s", seed, currency)
                        .isEqualTo(
                                value == null
                                        ? Ledger.UNKNOWN
                                        : value.unscaledValue().longValueExact());
            }
            unknown += equity == null ? 1 : 0;
            assertThat(market.ledger.rawEquity())
                    .as("seed %d: equity", seed)
                    .isEqualTo(
                            equity == null
                                    ? Ledger.UNKNOWN
                                    : equity.unscaledValue().longValueExact());
            assertThat(market.ledger.isValued()).as("seed %d", seed).isEqualTo(equity != null);
            assertThat(market.ledger.missingPrice() == null).as("seed %d", seed).isEqualTo(equity != null);
        }
        assertThat(unknown).as("accounts that cannot be valued").isBetween(500, 4_500);
        assertThat(longPaths).as("paths of several prices").isGreaterThan(500);
    }

    /**
     * The path from a currency to the first one: of those with the fewest steps the one whose first step multiplies rather than divides, and then has
     * the lowest number. A step is the number of its edge, or its complement if it goes against it; null if there is no path.
     */
    private static List<Integer> best(List<Edge> edges, int from) {
        if (from == 0) {
            return List.of();
        }
        for (int length = 1; length < 8; length++) {
            List<Integer> path = paths(edges, from, length);
            if (path != null) {
                return path;
            }
        }
        return null;
    }

    private static List<Integer> paths(List<Edge> edges, int from, int length) {
        if (length == 0) {
            return from == 0 ? List.of() : null;
        }
        for (boolean isInverse : new boolean[] {false, true}) {
            for (int i = 0; i < edges.size(); i++) {
                Edge edge = edges.get(i);
                if ((isInverse ? edge.to() : edge.from()) == from) {
                    List<Integer> rest = paths(edges, isInverse ? edge.from() : edge.to(), length - 1);
                    if (rest != null) {
                        List<Integer> path = new ArrayList<>(List.of(isInverse ? ~i : i));
                        path.addAll(rest);
                        return path;
                    }
                }
            }
        }
        return null;
    }

    private static BigDecimal value(Market market, int from, long raw, List<Integer> path) {
        BigDecimal dividend =
                BigDecimal.valueOf(raw, market.currencies.get(from).scale());
        BigDecimal divisor = BigDecimal.ONE;
        for (int step : path) {
            Edge edge = market.edges.get(step < 0 ? ~step : step);
            if (!edge.isKnown()) {
                return null;
            }
            dividend = step < 0 ? dividend : dividend.multiply(edge.price());
            divisor = step < 0 ? divisor.multiply(edge.price()) : divisor;
        }
        return dividend.divide(divisor, market.currencies.get(0).scale(), RoundingMode.HALF_EVEN);
    }
}
