package io.ttquant.exchanges.emulator.exchange;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a cancel-and-replace.
 *
 * @param canceled what became of the cancel
 * @param placed what became of the new order; null if it was not tried
 */
public record Replacement(Outcome<Order> canceled, @Nullable Outcome<Order> placed) {}
