package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.List;

/** Looks at the triggers of a market when its prices have moved. */
final class Triggers {
    private Triggers() {}

    static void check(MarketState market, Trigger trigger) {
        BigDecimal price = trigger.price();
        BigDecimal trail = trigger.trail();
        if (price == null && trail == null) {
            throw new Refused(RefusalReason.TRIGGER, "a trigger needs a price or a trail");
        }
        if (!Decimals.isBounded(price) || !Decimals.isBounded(trail)) {
            throw new Refused(RefusalReason.FIGURE_TOO_LONG, "a figure of the trigger has too many digits");
        }
        if (trail != null
                && (trail.signum() <= 0 || (trigger.trailIsRatio() && Decimals.isAbove(trail, BigDecimal.ONE)))) {
            throw new Refused(RefusalReason.TRIGGER, OrderChecks.text("trail", trail) + " is out of range");
        }
        if (price == null) {
            return;
        }
        if (price.signum() <= 0
                || !Decimals.isMultiple(price, market.market.prices().tick())) {
            throw new Refused(
                    RefusalReason.TRIGGER, OrderChecks.text("trigger price", price) + " is no price of the market");
        }
        BigDecimal now = market.price(trigger.source());
        if (trail == null && now != null && new Watch(0, trigger, () -> {}).fires(now)) {
            throw new Refused(
                    RefusalReason.WOULD_TRIGGER,
                    OrderChecks.text("trigger price", price) + " is reached: it is " + now.toPlainString());
        }
    }

    /** Fires what the prices of now fire, the oldest first. What that moves is looked at the next time. */
    static void look(MarketState market) {
        market.isMoved = false;
        if (market.status == MarketStatus.HALTED) {
            return;
        }
        for (Watch watch : List.copyOf(market.watches.values())) {
            BigDecimal price = market.price(watch.trigger.source());
            if (price != null && market.watches.containsKey(watch.id) && watch.fires(price)) {
                market.watches.remove(watch.id);
                watch.fire.run();
            }
        }
    }
}
