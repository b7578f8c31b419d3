package io.ttquant.backtest;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.core.portfolio.Ledger;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts and sums of one strategy's orders and fills. Fees in the base currency count at their fill's price. */
final class RunTally {
    long orders;
    long refused;
    long fills;
    private final Set<String> instruments = new LinkedHashSet<>();
    private final Map<Currency, Long> fees = new LinkedHashMap<>();
    private final Map<Currency, Double> traded = new LinkedHashMap<>();

    void ordered(Instrument instrument) {
        orders++;
        instruments.add(instrument.toString());
    }

    void filled(Fill fill) {
        fills++;
        Instrument i = fill.instrument();
        long rawNotional = i.rawNotional(fill.rawPrice(), fill.rawQuantity());
        traded.merge(
                i.settlement(), FixedPoint.toDouble(rawNotional, i.settlement().scale()), Double::sum);
        if (fill.rawFee() == 0) {
            return;
        }
        if (fill.feeCurrency().equals(i.base()) && i.settlement().equals(i.quote())) {
            int scale = i.base().scale() + i.priceScale();
            addFee(
                    i.quote(),
                    FixedPoint.multiply(
                            fill.rawFee(), fill.rawPrice(), scale, i.quote().scale()));
        } else {
            addFee(fill.feeCurrency(), fill.rawFee());
        }
    }

    private void addFee(Currency currency, long raw) {
        fees.merge(currency, raw, Math::addExact);
    }

    void add(RunTally other) {
        orders += other.orders;
        refused += other.refused;
        fills += other.fills;
        instruments.addAll(other.instruments);
        other.fees.forEach(this::addFee);
        other.traded.forEach((currency, value) -> traded.merge(currency, value, Double::sum));
    }

    /** What was traded, as text. */
    String instruments() {
        return String.join(", ", instruments);
    }

    /** All fees in the reporting currency, those in other currencies at the last prices; null if one has no price. */
    @Nullable
    BigDecimal fees(Ledger ledger) {
        long sum = 0;
        for (Map.Entry<Currency, Long> fee : fees.entrySet()) {
            long value = ledger.rawValue(fee.getKey(), fee.getValue());
            if (value == Ledger.UNKNOWN) {
                return null;
            }
            sum = Math.addExact(sum, value);
        }
        return FixedPoint.toDecimal(sum, ledger.reporting().scale());
    }

    /** Value of all fills in the reporting currency, other currencies at the last prices; NaN if one has no price. */
    double traded(Ledger ledger) {
        double sum = 0;
        for (Map.Entry<Currency, Double> value : traded.entrySet()) {
            sum += value.getValue() * rate(ledger, value.getKey());
        }
        return sum;
    }

    /** The last price of a currency in the reporting one; NaN without one. */
    static double rate(Ledger ledger, Currency currency) {
        long raw = ledger.rawValue(currency, FixedPoint.pow10(currency.scale()));
        return raw == Ledger.UNKNOWN
                ? Double.NaN
                : FixedPoint.toDouble(raw, ledger.reporting().scale());
    }
}
