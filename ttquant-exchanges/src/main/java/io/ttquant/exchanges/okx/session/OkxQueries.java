package io.ttquant.exchanges.okx.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.okx.OkxOrders;
import io.ttquant.exchanges.okx.OkxPage;
import io.ttquant.exchanges.okx.OkxRequests;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.OrderLookup;
import io.ttquant.exchanges.session.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What OKX is asked about orders and fills. */
final class OkxQueries {
    private static final String NO_SUCH_ORDER = "51603";
    /** The venue lists each kind for itself. */
    private static final List<String> KINDS =
            List.of("conditional", "oco", "trigger", "move_order_stop", "iceberg", "twap");

    /** Its trigger was reached, and a part of it was refused. */
    private static final String IN_PART = "partially_failed";

    private static final List<String> ENDED = List.of("canceled", "effective", "order_failed");
    /** Fills are at hand for three days; beyond, or close to it, the slower history is asked. */
    private static final Duration AT_HAND = Duration.ofHours(70);
    /** What the venue's time of an order may be before ours. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** How far back orders are listed. */
    private static final Duration LOOK_BACK = Duration.ofDays(90);

    private final OkxRest rest;
    private final OkxRequests requests;
    private final OkxClock clock;
    private final OkxChildren children;
    private final OkxFillIds fillIds;
    private final OkxLiquidations liquidations;

    OkxQueries(
            OkxRest rest,
            OkxRequests requests,
            OkxClock clock,
            OkxChildren children,
            OkxFillIds fillIds,
            OkxLiquidations liquidations) {
        this.rest = rest;
        this.requests = requests;
        this.clock = clock;
        this.children = children;
        this.fillIds = fillIds;
        this.liquidations = liquidations;
    }

    /** Asks for an order at its own service, and in the history of what ended. */
    void find(OkxName name, Reply<OrderLookup> reply) {
        if (name.isConditional()) {
            one(() -> algo(name), reply, found -> {
                if (found == null) {
                    endedAlgo(name, 0, reply);
                } else {
                    followed(name, found, reply);
                }
            });
            return;
        }
        one(() -> plain(name), reply, found -> {
            if (found == null) {
                ended(name, reply);
            } else {
                reply.answered(new OrderLookup(children.ours(found)));
            }
        });
    }

    private RestRequest plain(OkxName name) {
        return name.isOurs()
                ? requests.order(name.symbol(), name.clientId())
                : requests.order(name.symbol(), name.number());
    }

    private RestRequest algo(OkxName name) {
        return name.isOurs()
                ? requests.algos().order(name.clientId())
                : requests.algos().order(name.number());
    }

    /** Goes on from a conditional order that was triggered to what came of it. */
    private void followed(OkxName name, VenueOrder found, Reply<OrderLookup> reply) {
        children.note(found.clientId(), found.childId());
        boolean isTriggered =
                found.status() == OrderStatus.TRIGGERED || found.statusWord().equals(IN_PART);
        if (!found.childId().isEmpty()) {
            child(name, found.childId(), OrderLookup.childless(found), reply);
        } else if (isTriggered) {
            unnamedChild(name, found.venueId(), OrderLookup.childless(found), reply);
        } else {
            reply.answered(new OrderLookup(found));
        }
    }

    /**
     * Asks for what came of a conditional order whose service does not name it: orders tell which conditional one they came of.
     *
     * @param parentId the venue's id of the conditional order; empty if only our id of it is known
     */
    private void unnamedChild(OkxName name, String parentId, OrderLookup otherwise, Reply<OrderLookup> reply) {
        String known = children.childOf(name.clientId());
        if (known != null) {
            child(name, known, otherwise, reply);
            return;
        }
        Predicate<VenueOrder> isIt =
                row -> !row.parentId().isEmpty() && (row.parentId().equals(parentId) || name.is(row));
        walkOpen(name.symbol(), isIt, reply, rows -> {
            VenueOrder open = rows.stream().filter(isIt).findFirst().orElse(null);
            if (open == null) {
                past(name, isIt, otherwise, reply);
            } else {
                reply.answered(new OrderLookup(children.ours(open)));
            }
        });
    }

    private <T> void walkOpen(
            @Nullable String symbol, Predicate<VenueOrder> isLast, Reply<T> reply, Consumer<List<VenueOrder>> taker) {
        OkxPaging.walk(
                rest,
                page -> requests.openOrders(symbol, page),
                this::orders,
                row -> Long.parseLong(row.venueId()),
                isLast,
                OkxPage.ABSENT,
                replying(reply, taker));
    }

    /** Asks for what came of a conditional order, and answers otherwise if that is nowhere. */
    private void child(OkxName name, String childId, OrderLookup otherwise, Reply<OrderLookup> reply) {
        long id = Long.parseLong(childId);
        one(() -> requests.order(name.symbol(), id), reply, came -> {
            if (came == null) {
                past(name, row -> row.venueId().equals(childId), otherwise, reply);
            } else {
                reply.answered(new OrderLookup(children.ours(came)));
            }
        });
    }

    private void ended(OkxName name, Reply<OrderLookup> reply) {
        past(name, name::is, new OrderLookup(null), reply);
    }

    /** Looks for an order among those of its instrument that ended. */
    private void past(OkxName name, Predicate<VenueOrder> isIt, OrderLookup otherwise, Reply<OrderLookup> reply) {
        OkxPaging.walk(
                rest,
                page -> requests.orders(kind(name.order().instrument()), name.symbol(), page),
                this::orders,
                row -> Long.parseLong(row.venueId()),
                isIt,
                sinceMillis(name),
                replying(
                        reply,
                        rows -> reply.answered(rows.stream()
                                .filter(isIt)
                                .findFirst()
                                .map(row -> new OrderLookup(children.ours(row)))
                                .orElse(otherwise))));
    }

    private void endedAlgo(OkxName name, int state, Reply<OrderLookup> reply) {
        if (state == ENDED.size()) {
            unnamedChild(name, name.venueId(), new OrderLookup(null), reply);
            return;
        }
        String kind = name.order().sent().type().isTrailing() ? "move_order_stop" : "conditional";
        long since = sinceMillis(name) * EpochNanos.MILLISECOND;
        OkxPaging.walk(
                rest,
                page -> requests.algos().orders(kind, ENDED.get(state), name.symbol(), page),
                this::orders,
                row -> Long.parseLong(row.venueId()),
                row -> name.is(row) || row.tsCreated() < since,
                OkxPage.ABSENT,
                replying(reply, rows -> {
                    VenueOrder found = own(rows, name);
                    if (found == null) {
                        endedAlgo(name, state + 1, reply);
                    } else {
                        followed(name, found, reply);
                    }
                }));
    }

    private static @Nullable VenueOrder own(List<VenueOrder> rows, OkxName name) {
        return rows.stream().filter(name::is).findFirst().orElse(null);
    }

    private List<VenueOrder> orders(JsonNode data) {
        List<VenueOrder> rows = OkxOrders.orders(data);
        liquidations.note(data);
        return rows;
    }

    /** Asks for one order; the taker gets null if the venue says that there is none. */
    private <T> void one(Supplier<RestRequest> question, Reply<T> reply, Consumer<@Nullable VenueOrder> taker) {
        rest.ask(question, answer -> {
            Verdict verdict = answer.verdict();
            // A server that fails says nothing of orders, whatever its code: then the class is another.
            if (verdict.codeClass() == CodeClass.QUERY && verdict.code().equals(NO_SUCH_ORDER)) {
                taker.accept(null);
                return;
            }
            List<VenueOrder> rows = OkxReading.of(answer, this::orders, reply);
            if (rows != null) {
                taker.accept(rows.isEmpty() ? null : rows.get(0));
            }
        });
    }

    /** All open orders, plain and of each kind of conditional ones. */
    void openOrders(Reply<List<VenueOrder>> reply) {
        List<VenueOrder> all = new ArrayList<>();
        walkOpen(null, row -> false, reply, rows -> {
            rows.forEach(row -> all.add(children.ours(row)));
            openAlgos(0, all, reply);
        });
    }

    private void openAlgos(int kind, List<VenueOrder> all, Reply<List<VenueOrder>> reply) {
        if (kind == KINDS.size()) {
            reply.answered(all);
            return;
        }
        OkxPaging.walk(
                rest,
                page -> requests.algos().openOrders(KINDS.get(kind), null, page),
                this::orders,
                row -> Long.parseLong(row.venueId()),
                row -> false,
                OkxPage.ABSENT,
                replying(reply, rows -> {
                    all.addAll(rows);
                    openAlgos(kind + 1, all, reply);
                }));
    }

    /** The fills of an order are found by the venue's id of it, or of what came of it. */
    void fillsOf(OkxName name, Reply<List<VenueFill>> reply) {
        find(name, replying(reply, lookup -> {
            VenueOrder found = lookup.order();
            String id = found == null ? "" : found.isConditional() ? found.childId() : found.venueId();
            if (id.isEmpty()) {
                reply.answered(List.of());
                return;
            }
            String kind = kind(name.order().instrument());
            boolean isAtHand = isAtHand(sinceMillis(name));
            walkFills(
                    page -> isAtHand
                            ? requests.fillsOf(kind, name.symbol(), id, page)
                            : requests.archivedFillsOf(kind, name.symbol(), id, page),
                    OkxPage.ABSENT,
                    reply);
        }));
    }

    void fills(Instrument instrument, long fromNanos, Reply<List<VenueFill>> reply) {
        String symbol = instrument.id().symbol();
        long from = fromNanos / EpochNanos.MILLISECOND;
        boolean isAtHand = isAtHand(from);
        walkFills(
                page -> isAtHand
                        ? requests.fills(kind(instrument), symbol, page)
                        : requests.archivedFills(kind(instrument), symbol, page),
                from,
                reply);
    }

    private void walkFills(Function<OkxPage, RestRequest> maker, long sinceMillis, Reply<List<VenueFill>> reply) {
        OkxPaging.walk(
                rest,
                maker,
                OkxOrders::fills,
                VenueFill::cursor,
                fill -> false,
                sinceMillis,
                replying(
                        reply,
                        rows -> reply.answered(rows.stream()
                                .map(children::ours)
                                .map(fillIds::listed)
                                .toList())));
    }

    private boolean isAtHand(long sinceMillis) {
        return sinceMillis > clock.venueMillis() - AT_HAND.toMillis();
    }

    /** When the venue can have had an order at the earliest, epoch milliseconds; one that is not ours may be old. */
    private long sinceMillis(OkxName name) {
        return name.isOurs()
                ? Math.max(0, name.order().createdNanos() / EpochNanos.MILLISECOND - MARGIN.toMillis())
                : Math.max(0, clock.venueMillis() - LOOK_BACK.toMillis());
    }

    private static String kind(Instrument instrument) {
        return switch (instrument.kind()) {
            case SPOT -> "SPOT";
            case PERPETUAL -> "SWAP";
            case FUTURE -> "FUTURES";
        };
    }

    /** Hands an answer on, and a failure to who asked for the whole. */
    private static <R, T> Reply<R> replying(Reply<T> asker, Consumer<R> taker) {
        return new Reply<>() {
            @Override
            public void answered(R value) {
                taker.accept(value);
            }

            @Override
            public void failed(Verdict verdict) {
                asker.failed(verdict);
            }
        };
    }
}
