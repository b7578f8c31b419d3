package io.ttquant.exchanges.session;

import io.ttquant.exchanges.answer.VenueOrder;
import org.jspecify.annotations.Nullable;

/**
 * What a venue says to the question for one order.
 *
 * @param order the order; null if no endpoint that could hold it has it: the plain orders, the conditional ones, the history
 */
public record OrderLookup(@Nullable VenueOrder order) {}
