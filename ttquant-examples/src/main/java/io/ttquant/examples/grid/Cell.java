package io.ttquant.examples.grid;

import io.ttquant.api.order.Order;
import org.jspecify.annotations.Nullable;

/** One level of the grid: buys at its own price, sells what it bought one step higher, and starts again. */
final class Cell {
    /** What its orders bear, so that a report pairs its buys with its own sells. */
    final String tag;

    final double buyPrice;
    final double sellPrice;

    @Nullable
    Order entry;

    @Nullable
    Order exit;

    long rawHeld;

    Cell(String tag, double buyPrice, double sellPrice) {
        this.tag = tag;
        this.buyPrice = buyPrice;
        this.sellPrice = sellPrice;
    }

    boolean isIdle() {
        return entry == null && exit == null && rawHeld == 0;
    }
}
