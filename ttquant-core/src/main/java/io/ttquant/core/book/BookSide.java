package io.ttquant.core.book;

import java.util.Objects;

/**
 * One side of a book. Levels have keys that grow towards the touch: the tick for bids, minus the tick for asks. A band of ticks around the
 * touch holds a quantity for each tick; what is worse than the band is kept sorted beside it. The best level is always in the band, which
 * moves with it. It starts small and is widened while many changes fall outside.
 */
final class BookSide {
    private static final int FIRST_BAND_TICKS = 4_096;
    // The band is widened if more than one in 32 changes were of far levels.
    private static final int FAR_CHANGES = 1_024;
    private static final int MAX_CHANGES = 32 * FAR_CHANGES;

    private final FarLevels far = new FarLevels();
    private final int sign;
    private final int maxBandTicks;
    private TickBand band;
    private TickGrid grid;
    // Where the last indexed look ended, so that walking level by level takes one step each; -1 after a change.
    private int cursorLevel = -1;
    private int cursorSlot;
    private long changes;
    private int farChanges;

    BookSide(boolean isBid, long rawTick, int maxBandTicks) {
        this.sign = isBid ? 1 : -1;
        this.maxBandTicks = maxBandTicks;
        this.grid = new TickGrid(rawTick);
        this.band = new TickBand(Math.min(FIRST_BAND_TICKS, maxBandTicks));
    }

    /** Sets the quantity at a price; zero removes the level. False if there was nothing to remove. */
    boolean set(long rawPrice, long rawQuantity) {
        long tick = grid.tickOf(rawPrice);
        if (tick == TickGrid.OFF_GRID) {
            tick = refine(rawPrice);
        }
        long key = sign * tick;
        cursorLevel = -1;
        changes++;
        if (band.contains(key)) {
            boolean known = band.set(key, rawQuantity);
            if (band.isLow()) {
                followDown();
            }
            return known;
        }
        return setOutside(key, rawQuantity);
    }

    private boolean setOutside(long key, long rawQuantity) {
        if (key < band.low() && depth() > 0) {
            boolean known = far.set(key, rawQuantity);
            if (++farChanges == FAR_CHANGES) {
                reviewBand();
            }
            return known;
        }
        if (rawQuantity == 0) {
            return false;
        }
        band.moveUpTo(key, far);
        band.set(key, rawQuantity);
        return true;
    }

    private void followDown() {
        if (band.levels() == 0 && far.size() == 0) {
            return;
        }
        band.moveDown(far);
    }

    private void reviewBand() {
        boolean isNarrow = changes <= MAX_CHANGES && band.slots() < maxBandTicks;
        changes = 0;
        farChanges = 0;
        if (isNarrow) {
            rebuild(grid, new TickBand(Math.min(2 * band.slots(), maxBandTicks)));
        }
    }

    /** Prices between the steps, as after a change of tick size, make the grid finer. */
    private long refine(long rawPrice) {
        rebuild(grid.refinedTo(rawPrice), band);
        return grid.tickOf(rawPrice);
    }

    /** Takes everything out and puts it back. Rare. */
    private void rebuild(TickGrid newGrid, TickBand newBand) {
        LevelList levels = new LevelList();
        for (int i = 0, n = depth(); i < n; i++) {
            levels.add(rawPrice(i), rawQuantity(i));
        }
        clear();
        grid = newGrid;
        band = newBand;
        setAll(levels);
    }

    /** Sets levels of which the best comes first. The rest is set from its end, so that each is better than the one before: that is cheap. */
    void setAll(LevelList levels) {
        for (int i = 0, n = levels.size(); i < n; i++) {
            int at = i == 0 ? 0 : n - i;
            set(levels.price(at), levels.quantity(at));
        }
    }

    int bandTicks() {
        return band.slots();
    }

    int depth() {
        return band.levels() + far.size();
    }

    /** The best price; 0 if the side is empty. */
    long rawBest() {
        return band.levels() == 0 ? 0 : rawPriceOf(band.bestKey());
    }

    /** The quantity at the best price; 0 if the side is empty. */
    long rawBestQuantity() {
        return band.levels() == 0 ? 0 : band.bestQuantity();
    }

    /** The worst price; 0 if the side is empty. */
    long rawWorst() {
        if (far.size() > 0) {
            return rawPriceOf(far.key(0));
        }
        return band.levels() == 0 ? 0 : rawPriceOf(band.worstKey());
    }

    long rawPrice(int level) {
        Objects.checkIndex(level, depth());
        int beyond = level - band.levels();
        return rawPriceOf(beyond < 0 ? band.key(slot(level)) : far.key(far.size() - 1 - beyond));
    }

    long rawQuantity(int level) {
        Objects.checkIndex(level, depth());
        int beyond = level - band.levels();
        return beyond < 0 ? band.quantity(slot(level)) : far.quantity(far.size() - 1 - beyond);
    }

    /** The quantity at a price; 0 if there is no such level. */
    long rawQuantityAt(long rawPrice) {
        long tick = grid.tickOf(rawPrice);
        if (tick == TickGrid.OFF_GRID || depth() == 0) {
            return 0;
        }
        long key = sign * tick;
        return band.contains(key) ? band.quantity(band.slot(key)) : far.quantityOf(key);
    }

    void clear() {
        band.clear();
        far.clear();
        cursorLevel = -1;
    }

    private long rawPriceOf(long key) {
        return grid.rawPrice(sign * key);
    }

    private int slot(int level) {
        if (cursorLevel < 0 || level < cursorLevel) {
            cursorLevel = 0;
            cursorSlot = band.bestSlot();
        }
        while (cursorLevel < level) {
            cursorSlot = band.slotBelow(cursorSlot);
            cursorLevel++;
        }
        return cursorSlot;
    }
}
