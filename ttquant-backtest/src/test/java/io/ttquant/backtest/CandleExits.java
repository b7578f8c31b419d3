package io.ttquant.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Enters and leaves as the published exit tables say: on a signal at the next open or at a price of its own, out by a stop, by a profit that
 * shrinks with time, or by a signal.
 */
final class CandleExits extends Strategy {
    /** A trade that was entered and left: numbers of the candles of its first order and its exit, and the profit as a part of the entry price. */
    record Trade(int openTick, int closeTick, String reason, BigDecimal profit) {}

    private final Instrument instrument;
    private final JsonNode candles;
    private final JsonNode settings;
    private final boolean isShort;
    private final List<Trade> trades = new ArrayList<>();
    private int last = -1;
    private int openTick;
    private int askedTick;
    private BigDecimal entryPrice = BigDecimal.ZERO;
    private Order entry;
    private Order stop;
    private Order profit;
    private Order leaving;

    CandleExits(Instrument instrument, JsonNode scenario) {
        this.instrument = instrument;
        this.candles = scenario.get("candles");
        this.settings = scenario.get("settings");
        this.isShort = isShort(scenario);
    }

    static boolean isShort(JsonNode scenario) {
        for (JsonNode candle : scenario.get("candles")) {
            if (candle.size() > 8 && candle.get(8).asInt() == 1) {
                return true;
            }
        }
        return false;
    }

    List<Trade> trades() {
        return trades;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeBars(instrument.id(), BarSpec.hours(1));
    }

    @Override
    protected void onBar(Bar bar) {
        last++;
        boolean isIn = entry != null && entry.rawFilled() > 0;
        if (entry != null && !isIn) {
            reprice();
        }
        if (isIn) {
            follow();
        } else if (entry == null && hasSignal(isShort ? 8 : 6)) {
            enter();
        }
    }

    private boolean hasSignal(int column) {
        JsonNode candle = candles.get(last);
        return candle.size() > column && candle.get(column).asInt() == 1;
    }

    private OrderBuilder in() {
        return (isShort ? orders().sell(instrument) : orders().buy(instrument)).quantity("1");
    }

    private OrderBuilder out() {
        return (isShort ? orders().buy(instrument) : orders().sell(instrument)).quantity("1");
    }

    private void enter() {
        askedTick = last + 1;
        JsonNode price = settings.get("custom_entry_price");
        entry = (price == null ? in().market() : in().limit(price.decimalValue())).submit();
    }

    /** An entry that waits is given up after its time, or moved to another price. */
    private void reprice() {
        JsonNode timeout = settings.get("timeout");
        if (timeout != null && (last + 1 - askedTick) * 60 >= timeout.asInt()) {
            orders().cancel(entry);
            entry = null;
        } else if (settings.has("adjust_entry_price")) {
            long price = raw(settings.get("adjust_entry_price").decimalValue());
            if (price != entry.rawPrice()) {
                orders().amend(entry, Amendment.ofPrice(price));
            }
        }
    }

    private void follow() {
        boolean isLastChance = last == candles.size() - 2;
        if (settings.has("use_exit_signal") && hasSignal(isShort ? 9 : 7) && leaving == null) {
            JsonNode price = settings.get("custom_exit_price");
            leaving = (price == null ? out().market().tag("EXIT_SIGNAL") : out().limit(price.decimalValue())).submit();
        } else if (isLastChance) {
            if (leaving != null) {
                orders().cancel(leaving);
            }
            leaving = out().market().tag("FORCE_EXIT").submit();
        }
        if (profit != null) {
            long price = profitPrice(last + 1);
            if (price != profit.rawPrice()) {
                orders().amend(profit, Amendment.ofPrice(price));
            }
        }
    }

    @Override
    protected void onFill(Fill fill) {
        int tick = last + 1;
        BigDecimal price = BigDecimal.valueOf(fill.rawPrice(), instrument.priceScale());
        if (fill.order() == entry) {
            openTick = tick;
            entryPrice = price;
            protect();
            return;
        }
        BigDecimal gain = price.divide(entryPrice, 12, RoundingMode.HALF_EVEN).subtract(BigDecimal.ONE);
        BigDecimal leverage =
                settings.has("leverage") ? settings.get("leverage").decimalValue() : BigDecimal.ONE;
        BigDecimal signed = isShort ? gain.negate() : gain;
        trades.add(new Trade(askedTick, tick, fill.order().request().tag(), signed.multiply(leverage)));
        orders().cancelAll(instrument.id());
        entry = null;
        stop = null;
        profit = null;
        leaving = null;
    }

    private void protect() {
        BigDecimal leverage =
                settings.has("leverage") ? settings.get("leverage").decimalValue() : BigDecimal.ONE;
        BigDecimal loss = settings.get("stop_loss").decimalValue().divide(leverage, 12, RoundingMode.HALF_EVEN);
        stop = out().rawStop(raw(away(loss))).tag("STOP_LOSS").submit();
        if (!settings.get("roi").isEmpty()) {
            profit = out().rawLimit(profitPrice(openTick)).tag("ROI").submit();
        }
    }

    private BigDecimal away(BigDecimal gain) {
        BigDecimal factor = isShort ? BigDecimal.ONE.subtract(gain) : BigDecimal.ONE.add(gain);
        return entryPrice.multiply(factor);
    }

    /** The profit asked for in a candle: the one of the latest time that has passed since the entry's candle began. */
    private long profitPrice(int tick) {
        if (settings.has("custom_exit_price")) {
            return raw(settings.get("custom_exit_price").decimalValue());
        }
        int minutes = (tick - openTick) * 60;
        int best = -1;
        BigDecimal gain = BigDecimal.ZERO;
        for (Map.Entry<String, JsonNode> step : settings.get("roi").properties()) {
            int from = Integer.parseInt(step.getKey());
            if (from <= minutes && from > best) {
                best = from;
                gain = step.getValue().decimalValue();
            }
        }
        return Math.max(instrument.rawTick(), raw(away(gain)));
    }

    private long raw(BigDecimal price) {
        return price.setScale(instrument.priceScale(), RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }
}
