package io.ttquant.core.book;

/**
 * A quantity for each of a run of keys, with a bitmap of those that are not zero. When it moves, the best level comes to seven eighths of it;
 * it moves up when a level comes above its end, and should move down when the best is below its half.
 */
final class TickBand {
    private final long[] quantities;
    private final TickBitmap bitmap;
    private final int lowWater;
    private final int place;
    private long low;
    private int levels;
    private int best = -1;

    /** @param slots a multiple of 512: above the best remain at least the 64 that rounding to words of the bitmap can take */
    TickBand(int slots) {
        quantities = new long[slots];
        bitmap = new TickBitmap(slots);
        lowWater = slots / 2;
        place = slots / 8 * 7;
    }

    int slots() {
        return quantities.length;
    }

    /** The lowest key of the band. */
    long low() {
        return low;
    }

    int levels() {
        return levels;
    }

    boolean contains(long key) {
        long slot = key - low;
        return slot >= 0 && slot < quantities.length;
    }

    int slot(long key) {
        return (int) (key - low);
    }

    long key(int slot) {
        return low + slot;
    }

    long quantity(int slot) {
        return quantities[slot];
    }

    int bestSlot() {
        return best;
    }

    long bestKey() {
        return low + best;
    }

    long worstKey() {
        return low + bitmap.lowest();
    }

    long bestQuantity() {
        return quantities[best];
    }

    int slotBelow(int slot) {
        return bitmap.below(slot);
    }

    /** Whether the best level is so low, or gone, that the band should move. */
    boolean isLow() {
        return best < lowWater;
    }

    /** Sets a quantity of a key in the band; false if there was nothing to remove. */
    boolean set(long key, long quantity) {
        int slot = (int) (key - low);
        long old = quantities[slot];
        quantities[slot] = quantity;
        if (old == 0) {
            return quantity != 0 && added(slot);
        }
        if (quantity == 0) {
            removed(slot);
        }
        return true;
    }

    private boolean added(int slot) {
        bitmap.set(slot);
        levels++;
        if (slot > best) {
            best = slot;
        }
        return true;
    }

    private void removed(int slot) {
        bitmap.clear(slot);
        levels--;
        if (slot == best) {
            best = bitmap.below(slot);
        }
    }

    /** Moves so that a key above all others comes to its place; levels that fall out at the bottom go to the far ones. */
    void moveUpTo(long key, FarLevels far) {
        long target = lowFor(key);
        long distance = target - low;
        while (levels > 0) {
            int lowest = bitmap.lowest();
            if (lowest >= distance) {
                break;
            }
            far.append(key(lowest), quantities[lowest]);
            set(key(lowest), 0);
        }
        moveTo(target);
    }

    /** Moves so that the best level, or the best far one, comes to its place, and takes in the far levels that it then covers. */
    void moveDown(FarLevels far) {
        moveTo(lowFor(levels > 0 ? bestKey() : far.key(far.size() - 1)));
        for (int last = far.size() - 1; last >= 0 && far.key(last) >= low; last--) {
            set(far.key(last), far.quantity(last));
            far.removeLast();
        }
    }

    private long lowFor(long bestKey) {
        long wanted = bestKey - place;
        // A whole number of bitmap words away from where it is.
        return low + ((wanted - low) & -64L);
    }

    private void moveTo(long target) {
        if (levels > 0) {
            int up = (int) (low - target);
            if (up != 0) {
                Shift.move(quantities, up);
                bitmap.shift(up);
                best += up;
            }
        }
        low = target;
    }

    void clear() {
        for (int slot = best; slot >= 0; slot = bitmap.below(slot)) {
            quantities[slot] = 0;
        }
        bitmap.clear();
        levels = 0;
        best = -1;
    }
}
