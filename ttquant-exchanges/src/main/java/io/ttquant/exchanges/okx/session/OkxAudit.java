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
    private final PositionMode mode;

    OkxAudit(
            OkxContext context,
            OkxRest rest,
            OkxRequests requests,
            OkxQueries queries,
            OkxCatalog catalog,
            PositionMode mode) {
        this.context = context;
        this.rest = rest;
        this.requests = requests;
        this.queries = queries;
        this.catalog = catalog;
        this.mode = mode;
    }

    void read(Reply<AccountSnapshot> reply) {
        read(null, 1, reply);
    }

    /** A reading, and when its balances were answered, by the venue's clock. */
    private record Before(OkxHoldings holdings, long answeredNanos) {}

    private void readAgain(Before before, int reading, Reply<AccountSnapshot> reply) {
        Duration since = Duration.ofNanos(context.clock().venueNanos() - before.answeredNanos);
        Duration wait = QuietSpan.stillToWait(since, context.clock().error());
        if (wait.isZero()) {
            read(before, reading, reply);
        } else {
            context.engine().schedule(wait, () -> read(before, reading, reply));
        }
    }

    private void read(@Nullable Before before, int reading, Reply<AccountSnapshot> reply) {
        long asked = context.clock().venueNanos();
        ask(() -> requests.account().balance(null), OkxAccounts::balances, reply, balances -> {
            long answered = context.clock().venueNanos();
            ask(
                    () -> requests.account().positions(null, null),
                    OkxAccounts::positions,
                    reply,
                    positions -> orders(
                            balances,
                            positions,
                            reply,
                            now -> take(before, asked, new Before(now, answered), reading, reply)));
        });
    }

    private void take(@Nullable Before before, long asked, Before now, int reading, Reply<AccountSnapshot> reply) {
        if (before != null && before.holdings.mark().equals(now.holdings.mark())) {
            long from = before.answeredNanos;
            answer(now.holdings, new QuietSpan(from, Math.max(from, asked)).moment(), reply);
        } else if (reading >= MOST_READINGS) {
            reply.failed(
                    Verdict.of(CodeClass.RETRYABLE, "the account changed between " + reading + " readings; ask again"));
        } else {
            readAgain(now, reading + 1, reply);
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

    private void answer(OkxHoldings holdings, long tsEvent, Reply<AccountSnapshot> reply) {
        AccountSnapshot snapshot;
        try {
            snapshot = holdings.snapshot(catalog, mode, tsEvent);
        } catch (RuntimeException e) {
            // Whatever it was: who asked must hear, or waits for ever.
            reply.failed(Verdict.of(CodeClass.FATAL, String.valueOf(e.getMessage())));
            return;
        }
        reply.answered(snapshot);
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
