package io.ttquant.exchanges.answer;

import io.ttquant.exchanges.codes.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What became of one command, of those in a request.
 *
 * @param verdict done, refused, or not known
 * @param clientId our id of the order; empty if the answer does not tell
 * @param venueId the venue's id; empty if the answer does not tell
 * @param order the order after it, where the venue tells; else null
 * @param tsEvent the venue's time, epoch nanoseconds; 0 if not given
 */
public record CommandResult(
        Verdict verdict,
        String clientId,
        String venueId,
        @Nullable VenueOrder order,
        long tsEvent) {}
