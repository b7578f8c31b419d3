package io.ttquant.examples.grid;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.examples.exit.Retry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One level of the grid: buys at its own price, sells what it bought one step higher, and starts again. */
final class Cell {
    /** What its orders bear, so that a report pairs its buys with its own sells. */
    final String tag;

    final long rawBuyPrice;
    final long rawSellPrice;
    final Retry retry = new Retry();

    @Nullable
    Order entry;

    @Nullable
    Order exit;

    long rawHeld;

    private Cell(String tag, long rawBuyPrice, long rawSellPrice) {
        this.tag = tag;
        this.rawBuyPrice = rawBuyPrice;
        this.rawSellPrice = rawSellPrice;
    }

    /**
     * The levels around the first price, the lowest first.
     *
     * @throws IllegalArgumentException if they lie less than a tick apart
     */
    static List<Cell> around(double middle, Instrument instrument, Grid.Params params) {
        double step = step(middle, params);
        if (step < instrument.price(instrument.rawTick())) {
            throw new IllegalArgumentException("grid_count " + params.gridCount() + " within price_range_percent "
                    + params.priceRangePercent() + " of " + middle + " puts levels " + step
                    + " apart, less than the tick "
                    + instrument.formatPrice(instrument.rawTick()) + " of " + instrument
                    + "; use fewer levels or a wider range");
        }
        return cells(middle, step, instrument, params);
    }

    /** The levels around a later price: a tick apart where the price has fallen so far that they would lie closer. */
    static List<Cell> anew(double middle, Instrument instrument, Grid.Params params) {
        double step = Math.max(step(middle, params), instrument.price(instrument.rawTick()));
        return cells(middle, step, instrument, params);
    }

    private static double step(double middle, Grid.Params params) {
        return middle * params.priceRangePercent() / 100 / params.gridCount();
    }

    private static List<Cell> cells(double middle, double step, Instrument instrument, Grid.Params params) {
        List<Cell> cells = new ArrayList<>();
        for (int level = -params.gridCount(); level < params.gridCount(); level++) {
            long rawBuy = instrument.rounding().floorPrice(middle + level * step);
            long rawSell = instrument.rounding().ceilPrice(middle + (level + 1) * step);
            if (rawSell > instrument.rawTick()) {
                cells.add(new Cell("level " + level, Math.max(instrument.rawTick(), rawBuy), rawSell));
            }
        }
        return cells;
    }

    boolean isIdle() {
        return entry == null && exit == null && rawHeld == 0;
    }

    /** What is its own of the position now, at the quantity scale: fills of orders that are still open count already. */
    long rawOwned() {
        Order buying = entry;
        Order selling = exit;
        return rawHeld + (buying == null ? 0 : buying.rawFilled()) - (selling == null ? 0 : selling.rawFilled());
    }

    /** True if it holds something that is not offered yet. */
    boolean isUnoffered() {
        return rawHeld > 0 && exit == null;
    }

    /** True if the price left while a part of the purchase is still missing; that part would keep the rest from being offered. */
    boolean isLeftHalfBought(long rawPrice) {
        Order buying = entry;
        return buying != null && buying.rawFilled() > 0 && rawPrice >= rawSellPrice;
    }

    /** Remembers whether an order of its own that has ended got anything done. */
    void judge(Order closed) {
        if (closed.rawFilled() > 0) {
            retry.onSuccess();
        } else {
            retry.onFailure();
        }
    }
}
