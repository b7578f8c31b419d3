package io.ttquant.exchanges.okx.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.exchanges.answer.AssetBalance;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.answer.VenuePosition;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.okx.OkxAccounts;
import io.ttquant.exchanges.okx.OkxRequests;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.QuietSpan;
import io.ttquant.exchanges.session.Reply;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an account holds. The venue tells balances, positions and orders apart, and a fill may fall between the questions, so that all are asked
 * until two readings in a row are equal: then all of it was so at the time between them (a double collect: Afek et al., "Atomic snapshots of
 * shared memory", Journal of the ACM 40, 1993).
 */
final class OkxAudit {
    private static final int MOST_READINGS = 8;

    private final OkxContext context;
    private final OkxRest rest;
    private final OkxRequests requests;
    private final OkxQueries queries;
    private final OkxCatalog catalog;

    OkxAudit(OkxContext context, OkxRest rest, OkxRequests requests, OkxQueries queries, OkxCatalog catalog) {
        this.context = context;
        this.rest = rest;
        this.requests = requests;
        this.queries = queries;
        this.catalog = catalog;
    }

    /** The position mode is asked for each time: somebody else may have changed it, and nothing tells of that. */
    void read(Reply<AccountSnapshot> reply) {
        ask(
                () -> requests.account().config(),
                OkxAccounts::positionMode,
                reply,
                mode -> read(null, 1, new InMode(mode, reply)));
    }

    /** Who asked, and the position mode that the account had then. */
    private record InMode(PositionMode mode, Reply<AccountSnapshot> reply) {}

    /** A reading, and when its balances were answered, by the venue's clock. */
    private record Before(OkxHoldings holdings, long answeredNanos) {}

    private void readAgain(Before before, int reading, InMode asker) {
        Duration since = Duration.ofNanos(context.clock().venueNanos() - before.answeredNanos);
        Duration wait = QuietSpan.stillToWait(since, context.clock().error());
        if (wait.isZero()) {
            read(before, reading, asker);
        } else {
            context.engine().schedule(wait, () -> read(before, reading, asker));
        }
    }

    private void read(@Nullable Before before, int reading, InMode asker) {
        long asked = context.clock().venueNanos();
        ask(() -> requests.account().balance(null), OkxAccounts::balances, asker.reply, balances -> {
            long answered = context.clock().venueNanos();
            ask(
                    () -> requests.account().positions(null, null),
                    OkxAccounts::positions,
                    asker.reply,
                    positions -> orders(
                            balances,
                            positions,
                            asker.reply,
                            now -> take(before, asked, new Before(now, answered), reading, asker)));
        });
    }

    private void take(@Nullable Before before, long asked, Before now, int reading, InMode asker) {
        if (before != null && before.holdings.mark().equals(now.holdings.mark())) {
            long from = before.answeredNanos;
            answer(now.holdings, new QuietSpan(from, Math.max(from, asked)).moment(), asker);
        } else if (reading >= MOST_READINGS) {
            asker.reply.failed(
                    Verdict.of(CodeClass.RETRYABLE, "the account changed between " + reading + " readings; ask again"));
        } else {
            readAgain(now, reading + 1, asker);
        }
    }

    private void orders(
            List<AssetBalance> balances,
            List<VenuePosition> positions,
            Reply<AccountSnapshot> reply,
            Consumer<OkxHoldings> taker) {
        queries.openOrders(new Reply<>() {
            @Override
            public void answered(List<VenueOrder> orders) {
                taker.accept(new OkxHoldings(balances, positions, orders));
            }

            @Override
            public void failed(Verdict verdict) {
                reply.failed(verdict);
            }
        });
    }

    private void answer(OkxHoldings holdings, long tsEvent, InMode asker) {
        AccountSnapshot snapshot;
        try {
            snapshot = holdings.snapshot(catalog, asker.mode, tsEvent);
        } catch (RuntimeException e) {
            // Whatever it was: who asked must hear, or waits for ever.
            asker.reply.failed(Verdict.of(CodeClass.FATAL, String.valueOf(e.getMessage())));
            return;
        }
        asker.reply.answered(snapshot);
    }

    private <R, T> void ask(
            Supplier<RestRequest> question, Function<JsonNode, R> reader, Reply<T> reply, Consumer<R> taker) {
        rest.ask(question, answer -> {
            R read = OkxReading.of(answer, reader, reply);
            if (read != null) {
                taker.accept(read);
            }
        });
    }
}
