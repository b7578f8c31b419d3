package io.ttquant.examples.grid;

import io.ttquant.api.order.Order;
import org.jspecify.annotations.Nullable;

/** One level of the grid: buys at its own price, sells what it bought one step higher, and starts again. */
final class Cell {
    final double buyPrice;
    final double sellPrice;

    @Nullable
    Order entry;

    @Nullable
    Order exit;

    long rawHeld;

    Cell(double buyPrice, double sellPrice) {
        this.buyPrice = buyPrice;
        this.sellPrice = sellPrice;
    }

    boolean isIdle() {
        return entry == null && exit == null && rawHeld == 0;
    }
}
