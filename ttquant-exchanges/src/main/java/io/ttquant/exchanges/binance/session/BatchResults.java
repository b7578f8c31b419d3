package io.ttquant.exchanges.binance.session;

import io.ttquant.exchanges.answer.CommandResult;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the result of each command of a batch. What was done is named by our id, and goes to that order wherever it stands; an error names nothing, so that its
 * place is all there is to go by, which says something only as long as all that is named stands where it was asked for.
 */
final class BatchResults {
    private BatchResults() {}

    /**
     * Results in the order of the ids.
     *
     * @param ids our ids, one for each command
     * @param results as many, in the venue's order
     */
    static List<CommandResult> of(List<String> ids, List<CommandResult> results) {
        List<@Nullable CommandResult> found = new ArrayList<>();
        ids.forEach(id -> found.add(null));
        boolean isInOrder = true;
        for (int i = 0; i < ids.size(); i++) {
            String named = results.get(i).clientId();
            if (!named.isEmpty()) {
                int at = ids.indexOf(named);
                isInOrder &= at == i;
                if (at >= 0) {
                    found.set(at, results.get(i));
                }
            }
        }
        List<CommandResult> all = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            CommandResult its = found.get(i);
            boolean isByPlace = isInOrder && results.get(i).clientId().isEmpty();
            all.add(its != null ? its : isByPlace ? results.get(i) : unknown(ids.get(i)));
        }
        return all;
    }

    private static CommandResult unknown(String id) {
        return new CommandResult(
                Verdict.of(
                        CodeClass.UNKNOWN,
                        "the answer lists other orders than were asked for, and does not name order " + id),
                "",
                "",
                null,
                0);
    }
}
