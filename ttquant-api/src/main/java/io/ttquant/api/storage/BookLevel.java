package io.ttquant.api.storage;

/**
 * A level of an order book.
 *
 * @param rawPrice price at the price scale
 * @param rawQuantity quantity at the quantity scale, above zero
 */
public record BookLevel(long rawPrice, long rawQuantity) {}
