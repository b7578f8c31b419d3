package io.ttquant.core.portfolio;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/** A ledger as one would write it on paper: decimals in maps. */
final class NaiveLedger {
    final Map<String, BigDecimal> balances = new TreeMap<>();
    final Map<String, BigDecimal> quantities = new TreeMap<>();
    final Map<String, BigDecimal> paid = new TreeMap<>();
    final Map<String, BigDecimal> settlementFees = new TreeMap<>();

    void fill(String owner, Instrument i, Side side, long price, long quantity, BigDecimal fee, Currency feeCurrency) {
        BigDecimal signed = BigDecimal.valueOf(side == Side.BUY ? quantity : -quantity, i.quantityScale());
        BigDecimal value = BigDecimal.valueOf(price, i.priceScale())
                .multiply(signed)
                .multiply(i.multiplier())
                .setScale(i.quote().scale(), RoundingMode.HALF_EVEN);
        if (!i.kind().isDerivative()) {
            add(balances, i.base().code(), signed);
            add(balances, i.quote().code(), value.negate());
        }
        add(balances, feeCurrency.code(), fee.negate());
        for (String who : new String[] {owner, ""}) {
            add(quantities, who + i, signed);
            add(paid, who + i, value);
            if (feeCurrency.equals(i.settlement())) {
                add(settlementFees, who + i, fee);
            }
        }
    }

    private static void add(Map<String, BigDecimal> map, String key, BigDecimal amount) {
        map.merge(key, amount, BigDecimal::add);
    }
}
