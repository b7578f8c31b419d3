package io.ttquant.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.TrailingOffset;
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
    private boolean isEntryLucky;
    private boolean isStoppedAtOpen;
    private Order entry;
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

    /**
     * Where the published engine fills by another convention than a market would: a limit is filled at its own price though the market is better, a
     * limit entered inside a candle is kept to its end, a profit asked for from the middle of a candle is taken at the candle's low.
     */
    boolean isWorseByConvention() {
        boolean isCutInACandle = settings.get("roi").properties().stream()
                .anyMatch(step -> Integer.parseInt(step.getKey()) % 60 != 0
                        && step.getValue().decimalValue().signum() < 0);
        return isEntryLucky || isCutInACandle;
    }

    /** A profit that the candle reaches counts there though it opened beyond the trailing stop. */
    boolean isBetterByConvention() {
        return isStoppedAtOpen;
    }

    /** What is still open when the candles end is closed at the open of the last one. */
    @Override
    protected void onStop() {
        if (entry != null && entry.rawFilled() > 0) {
            JsonNode end = candles.get(candles.size() - 1);
            close(candles.size() - 1, "FORCE_EXIT", end.get(1).decimalValue());
        }
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
        if (settings.has("use_exit_signal") && hasSignal(isShort ? 9 : 7) && leaving == null) {
            JsonNode price = settings.get("custom_exit_price");
            leaving = (price == null ? out().market().tag("EXIT_SIGNAL") : out().limit(price.decimalValue())).submit();
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
            isEntryLucky |= entry.rawPrice() != 0 && (fill.rawPrice() != entry.rawPrice() || !isAtOpen(tick, price));
            protect();
            return;
        }
        String reason = fill.order().request().tag();
        isStoppedAtOpen |= reason.startsWith("TRAILING") && isAtOpen(tick, price) && reachesProfit(tick);
        close(tick, reason, price);
        orders().cancelAll(instrument.id());
        entry = null;
        profit = null;
        leaving = null;
    }

    private boolean reachesProfit(int tick) {
        BigDecimal best = candles.get(tick).get(isShort ? 3 : 2).decimalValue();
        return isShort ? raw(best) <= profitPrice(tick) : raw(best) >= profitPrice(tick);
    }

    private void close(int tick, String reason, BigDecimal price) {
        BigDecimal gain = price.divide(entryPrice, 12, RoundingMode.HALF_EVEN).subtract(BigDecimal.ONE);
        BigDecimal leverage =
                settings.has("leverage") ? settings.get("leverage").decimalValue() : BigDecimal.ONE;
        BigDecimal signed = isShort ? gain.negate() : gain;
        trades.add(new Trade(askedTick, tick, reason, signed.multiply(leverage)));
    }

    private boolean isAtOpen(int tick, BigDecimal price) {
        return candles.get(tick).get(1).decimalValue().compareTo(price) == 0;
    }

    private void protect() {
        BigDecimal leverage =
                settings.has("leverage") ? settings.get("leverage").decimalValue() : BigDecimal.ONE;
        BigDecimal loss = settings.get("stop_loss").decimalValue().divide(leverage, 12, RoundingMode.HALF_EVEN);
        if (!settings.has("trailing_stop") || settings.has("trailing_stop_positive")) {
            out().rawStop(raw(away(loss))).tag("STOP_LOSS").submit();
        }
        if (settings.has("trailing_stop")) {
            trail(loss);
        }
        if (!settings.get("roi").isEmpty()) {
            profit = out().rawLimit(profitPrice(openTick)).tag("ROI").submit();
        }
    }

    /** A part of the best price behind it; with a part of its own, from the entry price or from a profit on. */
    private void trail(BigDecimal loss) {
        JsonNode positive = settings.get("trailing_stop_positive");
        BigDecimal part = positive == null ? loss.negate() : positive.decimalValue();
        TrailingOffset offset = TrailingOffset.of(
                TrailingOffset.Kind.BASIS_POINTS, part.movePointRight(6).longValueExact());
        if (positive != null) {
            JsonNode from = settings.get("trailing_stop_positive_offset");
            offset = offset.withActivation(raw(away(from == null ? BigDecimal.ZERO : from.decimalValue())));
        }
        out().trailing(offset).tag("TRAILING_STOP_LOSS").submit();
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
