package io.ttquant.core.portfolio;

import io.ttquant.api.market.ContractType;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/** A ledger as one would write it on paper: decimals in maps, and profits by the formulas of the contracts. */
final class NaiveLedger {
    private static final MathContext FINE = new MathContext(60, RoundingMode.HALF_EVEN);

    final Map<String, BigDecimal> balances = new TreeMap<>();
    final Map<String, BigDecimal> quantities = new TreeMap<>();
    /** What was paid for a position, each fill rounded once to the settlement currency. */
    final Map<String, BigDecimal> paid = new TreeMap<>();

    final Map<String, BigDecimal> settlementFees = new TreeMap<>();
    /** Profits by the formula of the contract, not rounded. */
    final Map<String, BigDecimal> profits = new TreeMap<>();

    private final Map<String, BigDecimal> openValues = new TreeMap<>();
    final Map<String, Integer> fills = new TreeMap<>();

    static String key(String owner, Instrument instrument, PositionSide side) {
        return owner + "/" + instrument + "/" + side;
    }

    void fill(
            String owner,
            Instrument i,
            PositionSide leg,
            Side side,
            long price,
            long quantity,
            BigDecimal fee,
            Currency feeCurrency) {
        BigDecimal signed = BigDecimal.valueOf(side == Side.BUY ? quantity : -quantity, i.quantityScale());
        BigDecimal exact = cost(i, BigDecimal.valueOf(price, i.priceScale()), signed);
        BigDecimal value = exact.setScale(i.settlement().scale(), RoundingMode.HALF_EVEN);
        if (!i.kind().isDerivative()) {
            add(balances, i.base().code(), signed);
            add(balances, i.quote().code(), value.negate());
        }
        add(balances, feeCurrency.code(), fee.negate());
        for (String who : new String[] {owner, ""}) {
            String key = key(who, i, leg);
            trade(key, signed, exact);
            add(paid, key, value);
            fills.merge(key, 1, Integer::sum);
            if (feeCurrency.equals(i.settlement())) {
                add(settlementFees, key, fee);
            }
        }
    }

    /** What a quantity costs: q × m × p, and for an inverse contract −q × m ÷ p, because its buyer sells the base currency. */
    static BigDecimal cost(Instrument i, BigDecimal price, BigDecimal signed) {
        BigDecimal contracts = signed.multiply(i.multiplier());
        return i.contractType() == ContractType.INVERSE
                ? contracts.negate().divide(price, FINE)
                : contracts.multiply(price);
    }

    private void trade(String key, BigDecimal signed, BigDecimal cost) {
        BigDecimal held = quantities.getOrDefault(key, BigDecimal.ZERO);
        BigDecimal open = openValues.getOrDefault(key, BigDecimal.ZERO);
        if (held.signum() * signed.signum() < 0) {
            BigDecimal closed = held.abs().min(signed.abs());
            BigDecimal closing = cost.multiply(closed).divide(signed.abs(), FINE);
            BigDecimal released = open.multiply(closed).divide(held.abs(), FINE);
            add(profits, key, closing.negate().subtract(released));
            openValues.put(key, open.subtract(released).add(cost).subtract(closing));
        } else {
            openValues.put(key, open.add(cost));
        }
        quantities.put(key, held.add(signed));
    }

    private static void add(Map<String, BigDecimal> map, String key, BigDecimal amount) {
        map.merge(key, amount, BigDecimal::add);
    }
}
