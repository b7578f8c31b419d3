package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.util.List;

/** The trades of the main market as the strategy was told them, held against those that the exchange made since the first of them. */
final class TradesOfBoth {
    private TradesOfBoth() {}

    static void agree(Scenario s, int least) {
        List<String> seen = seen(s);
        List<String> made = made(s);
        assertThat(seen).hasSizeGreaterThan(least).isEqualTo(made.subList(made.indexOf(seen.get(0)), made.size()));
    }

    private static List<String> seen(Scenario s) {
        return s.puppet().trades.stream()
                .filter(trade -> trade.instrument().id().equals(s.instrument()))
                .map(trade -> text(trade.instrument(), trade.tsEvent(), trade.rawPrice(), trade.rawQuantity()))
                .toList();
    }

    private static List<String> made(Scenario s) {
        Instrument i = s.life().instrument(s.instrument());
        return s.exchange().marketData().trades(s.symbol(), Integer.MAX_VALUE).stream()
                .map(trade -> text(
                        i, trade.time(), raw(trade.price(), i.priceScale()), raw(trade.quantity(), i.quantityScale())))
                .toList();
    }

    private static long raw(BigDecimal figure, int scale) {
        return FixedPoint.toRaw(figure, scale);
    }

    private static String text(Instrument i, long nanos, long rawPrice, long rawQuantity) {
        return nanos / 1_000_000 + " " + i.formatPrice(rawPrice) + " " + i.formatQuantity(rawQuantity);
    }
}
