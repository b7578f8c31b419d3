package io.ttquant.api.order;

/** When a parent's fills release its children. */
public enum OtoTrigger {
    /** With the first fill; the children's quantity follows what the parent has filled. */
    PARTIAL,
    /** With the fill that completes the parent; a parent that ends before releases nothing. */
    FULL
}
