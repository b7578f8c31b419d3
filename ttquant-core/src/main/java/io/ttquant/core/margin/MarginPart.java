package io.ttquant.core.margin;

/** What a {@link MarginHold} consists of. */
enum MarginPart {
    /** The order's value, at the scale of the settlement currency. */
    VALUE,
    /** The quantity that is still to be filled, at the instrument's scale. */
    QUANTITY,
    /** What it may lose at once, with its fee, at the scale of the settlement currency. */
    COST
}
