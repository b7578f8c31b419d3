package io.ttquant.core.engine;

import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.Side;
import io.ttquant.core.margin.MarginTerms;
import io.ttquant.core.margin.MarginTier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A cross margin account of one swap in plain decimals, that reckons everything anew each time it is asked. */
final class NaiveMargin {
    final MarginTerms terms;
    final BigDecimal feeRate;
    /** Start less all that fills cost plus all that flowed: with the position's value it is the equity. */
    BigDecimal cash;

    BigDecimal position = BigDecimal.ZERO;
    BigDecimal mark = BigDecimal.ZERO;
    final Map<Order, Held> open = new LinkedHashMap<>();

    /** What an open order holds back. */
    record Held(BigDecimal signed, BigDecimal price, BigDecimal cost) {}

    NaiveMargin(BigDecimal start, MarginTerms terms, BigDecimal feeRate) {
        this.cash = start;
        this.terms = terms;
        this.feeRate = feeRate;
    }

    static BigDecimal cents(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_EVEN);
    }

    private MarginTier tier(BigDecimal value) {
        for (MarginTier tier : terms.tiers()) {
            if (tier.upTo() == null || value.compareTo(tier.upTo()) <= 0) {
                return tier;
            }
        }
        throw new IllegalStateException("the last tier has no end");
    }

    BigDecimal initial(BigDecimal value) {
        return value.divide(terms.leverage().min(tier(value).maxLeverage()), 2, RoundingMode.HALF_EVEN);
    }

    BigDecimal maintenance() {
        BigDecimal value = position.multiply(mark).abs();
        MarginTier tier = tier(value);
        return position.signum() == 0
                ? BigDecimal.ZERO
                : cents(value.multiply(tier.maintenanceRate()))
                        .subtract(tier.deduction())
                        .max(BigDecimal.ZERO);
    }

    BigDecimal equity() {
        return cash.add(position.multiply(mark));
    }

    private BigDecimal initialWith(BigDecimal signed, BigDecimal price) {
        BigDecimal up = position.multiply(mark);
        BigDecimal down = up;
        for (Held held : open.values()) {
            BigDecimal value = held.signed.multiply(held.price);
            up = up.add(value.max(BigDecimal.ZERO));
            down = down.add(value.min(BigDecimal.ZERO));
        }
        BigDecimal value = signed.multiply(price);
        up = up.add(value.max(BigDecimal.ZERO));
        down = down.add(value.min(BigDecimal.ZERO));
        return initial(up.abs().max(down.abs()));
    }

    BigDecimal free() {
        BigDecimal costs = open.values().stream().map(Held::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        return equity().subtract(initialWith(BigDecimal.ZERO, BigDecimal.ZERO)).subtract(costs);
    }

    private BigDecimal increase(BigDecimal signed, BigDecimal price) {
        return initialWith(signed, price).subtract(initialWith(BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private BigDecimal cost(BigDecimal signed, BigDecimal price) {
        BigDecimal fee = cents(signed.multiply(price).abs().multiply(feeRate));
        return signed.multiply(price.subtract(mark)).max(BigDecimal.ZERO).add(fee);
    }

    boolean accepts(BigDecimal signed, BigDecimal price) {
        BigDecimal increase = increase(signed, price);
        return increase.signum() <= 0 || increase.add(cost(signed, price)).compareTo(free()) <= 0;
    }

    void hold(Order order, BigDecimal signed, BigDecimal price) {
        BigDecimal cost = cost(signed, price);
        if (increase(signed, price).signum() <= 0) {
            cost = cost.min(free().max(BigDecimal.ZERO));
        }
        open.put(order, new Held(signed, price, cost));
    }

    void filled(Fill fill) {
        open.remove(fill.order());
        BigDecimal quantity = BigDecimal.valueOf(fill.side() == Side.BUY ? fill.rawQuantity() : -fill.rawQuantity());
        cash = cash.subtract(quantity.multiply(BigDecimal.valueOf(fill.rawPrice())))
                .subtract(BigDecimal.valueOf(fill.rawFee(), 2));
        position = position.add(quantity);
    }

    boolean isBreached() {
        return position.signum() != 0 && maintenance().compareTo(equity()) >= 0;
    }
}
