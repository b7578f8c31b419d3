package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.CommandResult;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.okx.OkxRequests;
import io.ttquant.exchanges.request.RequestRefused;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.CommandReply;
import io.ttquant.exchanges.session.FundingBook;
import io.ttquant.exchanges.session.OrderLookup;
import io.ttquant.exchanges.session.Reply;
import io.ttquant.exchanges.session.VenueDesk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Orders at OKX, by REST: plain ones in batches of up to twenty of an instrument, conditional ones one by one at their own service. */
final class OkxDesk implements VenueDesk {
    private static final int MOST_PLACED = 20;
    private static final int MOST_ALGOS_CANCELED = 10;

    private final OkxContext context;
    private final OkxRest rest;
    private final OkxRequests requests;
    private final OkxChildren children;
    private final OkxQueries queries;
    private final OkxAudit audit;
    private Function<Order, @Nullable VenueOrder> latest = order -> null;
    private Function<Order, String> foreignId = order -> "";
    private @Nullable FundingBook funding;
    private Runnable placing = () -> {};

    OkxDesk(
            OkxContext context,
            OkxRest rest,
            OkxRequests requests,
            OkxChildren children,
            OkxQueries queries,
            OkxAudit audit) {
        this.context = context;
        this.rest = rest;
        this.requests = requests;
        this.children = children;
        this.queries = queries;
        this.audit = audit;
    }

    /** Hears that orders are about to be sent. */
    void whenPlacing(Runnable hears) {
        placing = hears;
    }

    @Override
    public long place(List<? extends Order> orders, CommandReply reply) {
        placing.run();
        long deadline = context.engine().nanos();
        List<Order> plain = new ArrayList<>();
        for (Order order : orders) {
            if (order.sent().type().hasTrigger()) {
                deadline = Math.max(deadline, placeOne(order, reply));
            } else {
                plain.add(order);
            }
        }
        for (List<Order> batch : batches(plain, MOST_PLACED)) {
            deadline = Math.max(deadline, batch.size() == 1 ? placeOne(batch.get(0), reply) : placeAll(batch, reply));
        }
        return deadline;
    }

    private long placeOne(Order order, CommandReply reply) {
        try {
            return command(List.of(order), requests.place(order.clientId(), order.sent()), reply);
        } catch (RequestRefused e) {
            refuse(order, e, reply);
            return context.engine().nanos();
        }
    }

    /** One order that cannot be sent keeps none of the others back. */
    private long placeAll(List<Order> batch, CommandReply reply) {
        RestRequest request;
        try {
            List<OrderRequest> sent = batch.stream().map(Order::sent).toList();
            request = requests.placeAll(clientIds(batch), sent);
        } catch (RequestRefused e) {
            return batch.stream()
                    .mapToLong(order -> placeOne(order, reply))
                    .max()
                    .orElseThrow();
        }
        return command(batch, request, reply);
    }

    @Override
    public long amend(Order order, Amendment amendment, CommandReply reply) {
        try {
            return command(List.of(order), amendment(name(order), amendment), reply);
        } catch (RequestRefused e) {
            refuse(order, e, reply);
            return context.engine().nanos();
        }
    }

    private RestRequest amendment(OkxName name, Amendment amendment) {
        if (name.isConditional() && (!name.isOurs() || children.childOf(name.clientId()) != null)) {
            throw new RequestRefused(
                    RejectReason.INVALID_AMENDMENT,
                    "conditional order " + name.clientId()
                            + " was triggered, or is not ours, and cannot be amended; cancel it");
        }
        if (name.isConditional()) {
            return requests.algos().amend(name.clientId(), name.order().sent(), amendment);
        }
        return name.isOurs()
                ? requests.amend(name.clientId(), name.order().instrument(), amendment)
                : requests.amend(name.number(), name.order().instrument(), amendment);
    }

    private long command(List<Order> orders, RestRequest request, CommandReply reply) {
        List<OkxName> names = orders.stream().map(this::name).toList();
        rest.command(request, results -> tell(names, results, reply));
        return request.deadlineMillis() == Long.MAX_VALUE
                ? EpochNanos.NEVER
                : context.clock().certainlyAfter(request.deadlineMillis());
    }

    @Override
    public void cancel(List<? extends Order> orders, CommandReply reply) {
        List<Order> plain = new ArrayList<>();
        List<Order> conditional = new ArrayList<>();
        for (Order order : orders) {
            OkxName name = name(order);
            String child = name.isConditional() ? children.childOf(name.clientId()) : null;
            if (child != null) {
                insist(List.of(order), () -> requests.cancel(name.symbol(), Long.parseLong(child)), reply);
            } else if (!name.isOurs()) {
                insist(List.of(order), () -> foreign(name), reply);
            } else if (name.isConditional()) {
                conditional.add(order);
            } else {
                plain.add(order);
            }
        }
        batches(plain, MOST_PLACED).forEach(batch -> insist(batch, () -> cancellation(batch), reply));
        batches(conditional, MOST_ALGOS_CANCELED)
                .forEach(batch ->
                        insist(batch, () -> requests.algos().cancel(symbols(batch), clientIds(batch)), reply));
    }

    private RestRequest foreign(OkxName name) {
        return name.isConditional()
                ? requests.algos().cancel(name.symbol(), name.number())
                : requests.cancel(name.symbol(), name.number());
    }

    private RestRequest cancellation(List<Order> batch) {
        return batch.size() == 1
                ? requests.cancel(symbol(batch.get(0)), batch.get(0).clientId())
                : requests.cancelAll(symbols(batch), clientIds(batch));
    }

    private void insist(List<Order> orders, Supplier<RestRequest> command, CommandReply reply) {
        List<OkxName> names = orders.stream().map(this::name).toList();
        rest.insist(command, results -> tell(names, results, reply));
    }

    /** Each order has its own outcome; what an answer does not name is not known. */
    private static void tell(List<OkxName> names, List<CommandResult> results, CommandReply reply) {
        CommandResult first = results.get(0);
        // A refusal of the whole is one of all; but that an order was taken is said of that order only.
        boolean isWhole = results.size() == 1
                && (names.size() == 1
                        ? first.clientId().isEmpty()
                        : !first.verdict().isAccepted()
                                && first.venueId().isEmpty()
                                && first.clientId().isEmpty());
        for (OkxName name : names) {
            CommandResult found = isWhole ? first : null;
            for (CommandResult result : results) {
                found = name.is(result) ? result : found;
            }
            if (found == null) {
                Verdict verdict = Verdict.of(CodeClass.UNKNOWN, "the answer does not name order " + name.clientId());
                found = new CommandResult(verdict, name.clientId(), "", null, 0);
            }
            reply.outcome(name.order(), found);
        }
    }

    /**
     * Tells what the venue said last of an order, and its id of one that is not ours.
     *
     * @param foreignIds empty for ours
     */
    void knows(Function<Order, @Nullable VenueOrder> source, Function<Order, String> foreignIds) {
        latest = source;
        foreignId = foreignIds;
    }

    private OkxName name(Order order) {
        return OkxName.of(order, latest.apply(order), foreignId.apply(order), children.childOf(order.clientId()));
    }

    private void refuse(Order order, RequestRefused why, CommandReply reply) {
        Verdict verdict = new Verdict(CodeClass.REJECTED, why.reason(), "", String.valueOf(why.getMessage()));
        context.engine().execute(() -> reply.outcome(order, new CommandResult(verdict, order.clientId(), "", null, 0)));
    }

    @Override
    public void find(Order order, Reply<OrderLookup> reply) {
        queries.find(name(order), reply);
    }

    @Override
    public void openOrders(Reply<List<VenueOrder>> reply) {
        queries.openOrders(reply);
    }

    @Override
    public void fillsOf(Order order, Reply<List<VenueFill>> reply) {
        queries.fillsOf(name(order), reply);
    }

    @Override
    public void fills(Instrument instrument, long fromNanos, Reply<List<VenueFill>> reply) {
        queries.fills(instrument, fromNanos, reply);
    }

    @Override
    public void account(Reply<AccountSnapshot> reply) {
        audit.read(reply);
    }

    /** Tells payments of funding, which are in the account, to a book. */
    void use(FundingBook book) {
        funding = book;
    }

    @Override
    public void payments(AccountSnapshot account, Reply<Boolean> reply) {
        FundingBook book = funding;
        if (book == null) {
            reply.answered(true);
        } else {
            book.tellUntil(account.tsEvent(), reply);
        }
    }

    /** Batches of orders of one instrument, since limits are counted by instrument. */
    private static List<List<Order>> batches(List<Order> orders, int most) {
        Map<String, List<Order>> byInstrument = new LinkedHashMap<>();
        orders.forEach(order -> byInstrument
                .computeIfAbsent(symbol(order), name -> new ArrayList<>())
                .add(order));
        List<List<Order>> batches = new ArrayList<>();
        for (List<Order> all : byInstrument.values()) {
            for (int from = 0; from < all.size(); from += most) {
                batches.add(List.copyOf(all.subList(from, Math.min(from + most, all.size()))));
            }
        }
        return batches;
    }

    private static String symbol(Order order) {
        return order.instrument().id().symbol();
    }

    private static List<String> symbols(List<Order> orders) {
        return orders.stream().map(OkxDesk::symbol).toList();
    }

    private static List<String> clientIds(List<Order> orders) {
        return orders.stream().map(Order::clientId).toList();
    }
}
