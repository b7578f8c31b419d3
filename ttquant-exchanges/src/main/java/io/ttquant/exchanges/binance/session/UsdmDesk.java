package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.binance.UsdmRequests;
import io.ttquant.exchanges.binance.session.OrderNames.Name;
import io.ttquant.exchanges.binance.session.OrderQuestions.Place;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.request.Page;
import io.ttquant.exchanges.request.RequestRefused;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.CommandReply;
import io.ttquant.exchanges.session.FundingBook;
import io.ttquant.exchanges.session.OrderLookup;
import io.ttquant.exchanges.session.Reply;
import io.ttquant.exchanges.session.VenueDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Orders on futures: plain ones at the order endpoints, conditional ones at the algo service. */
final class UsdmDesk implements VenueDesk {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int HISTORY = 1_000;
    private static final int MOST_PLACED = 5;
    private static final int MOST_CANCELED = 10;
    /** What came of it has ended. */
    private static final String FINISHED = "FINISHED";

    private final UsdmRequests requests;
    private final OrderNames names;
    private final OrderQuestions questions;
    private final Commands commands;
    private final EngineThread thread;
    private final FundingBook funding;
    private Consumer<String> placing = symbol -> {};

    UsdmDesk(
            UsdmRequests requests,
            OrderNames names,
            AccountReading reading,
            BinanceLink link,
            EngineThread thread,
            FundingBook funding) {
        this.funding = funding;
        this.requests = requests;
        this.names = names;
        this.questions = new OrderQuestions(link, reading);
        this.commands = new Commands(link, thread);
        this.thread = thread;
    }

    /** Hears the symbol of each order before it is sent. */
    void whenPlacing(Consumer<String> hears) {
        placing = hears;
    }

    @Override
    public long place(List<? extends Order> orders, CommandReply reply) {
        long deadline = thread.nanos();
        List<Order> plain = new ArrayList<>();
        for (Order order : orders) {
            placing.accept(symbol(order));
            if (order.sent().type().hasTrigger()) {
                deadline = Math.max(deadline, placeOne(order, reply));
            } else {
                plain.add(order);
            }
        }
        for (int from = 0; from < plain.size(); from += MOST_PLACED) {
            List<Order> chunk = plain.subList(from, Math.min(from + MOST_PLACED, plain.size()));
            deadline = Math.max(deadline, placeAll(chunk, reply));
        }
        return deadline;
    }

    /** One that cannot be made must not keep the others from being sent, so that then each goes alone. */
    private long placeAll(List<Order> orders, CommandReply reply) {
        if (orders.size() > 1) {
            List<String> ids = orders.stream().map(Order::clientId).toList();
            List<OrderRequest> asked = orders.stream().map(Order::sent).toList();
            try {
                return commands.send(() -> requests.placeAll(ids, asked), orders, ids, reply);
            } catch (RequestRefused e) {
                // Each alone finds out which one it is.
            }
        }
        long deadline = thread.nanos();
        for (Order order : orders) {
            deadline = Math.max(deadline, placeOne(order, reply));
        }
        return deadline;
    }

    private long placeOne(Order order, CommandReply reply) {
        return commands.sendOrRefuse(() -> requests.place(order.clientId(), order.sent()), order, reply);
    }

    @Override
    public void cancel(List<? extends Order> orders, CommandReply reply) {
        Map<String, List<Order>> plain = new LinkedHashMap<>();
        for (Order order : orders) {
            Name name = names.acting(order);
            if (!name.isConditional() && name.isByClient()) {
                plain.computeIfAbsent(symbol(order), s -> new ArrayList<>()).add(order);
            } else {
                commands.sendOrRefuse(() -> cancel(symbol(order), name), order, reply);
            }
        }
        plain.forEach((symbol, its) -> {
            for (int from = 0; from < its.size(); from += MOST_CANCELED) {
                cancelAll(symbol, its.subList(from, Math.min(from + MOST_CANCELED, its.size())), reply);
            }
        });
    }

    private void cancelAll(String symbol, List<Order> orders, CommandReply reply) {
        if (orders.size() == 1) {
            Order order = orders.get(0);
            Name name = names.acting(order);
            commands.sendOrRefuse(() -> cancel(symbol, name), order, reply);
            return;
        }
        List<String> ids =
                orders.stream().map(order -> names.acting(order).clientId()).toList();
        commands.send(() -> requests.cancelAll(symbol, ids), orders, ids, reply);
    }

    private RestRequest cancel(String symbol, Name name) {
        if (name.isConditional()) {
            return name.isByClient()
                    ? requests.cancelConditional(name.clientId())
                    : requests.cancelConditional(name.venueId());
        }
        return name.isByClient() ? requests.cancel(symbol, name.clientId()) : requests.cancel(symbol, name.venueId());
    }

    /** Only limit orders are changed, and need both figures. */
    @Override
    public long amend(Order order, Amendment amendment, CommandReply reply) {
        Name name = names.acting(order);
        boolean isLimit = order.sent().type() == OrderType.LIMIT;
        if (!isLimit || name.isConditional() || !name.isByClient() || amendment.rawTrigger() != 0) {
            commands.refuse(
                    order,
                    RejectReason.UNSUPPORTED_BY_VENUE,
                    order.instrument() + " changes limit orders only; cancel this one and send another",
                    reply);
            return thread.nanos();
        }
        long quantity = amendment.rawQuantity() > 0 ? amendment.rawQuantity() : order.rawQuantity();
        long price = amendment.rawPrice() > 0 ? amendment.rawPrice() : order.rawPrice();
        return commands.sendOrRefuse(
                () -> requests.amend(name.clientId(), order.sent(), quantity, price), order, reply);
    }

    @Override
    public void find(Order order, Reply<OrderLookup> reply) {
        Name name = names.own(order);
        questions.find(places(order, name), new Reply<OrderLookup>() {
            @Override
            public void answered(OrderLookup found) {
                VenueOrder its = found.order();
                if (its == null) {
                    findChild(order, names.child(order), found, reply);
                } else if (its.isConditional() && (!its.childId().isEmpty() || isTriggered(its))) {
                    findChild(order, its.childId(), OrderLookup.childless(its), reply);
                } else {
                    reply.answered(found);
                }
            }

            @Override
            public void failed(Verdict verdict) {
                reply.failed(verdict);
            }
        });
    }

    /** The service that should have it first, then the other, then what both remember. */
    private List<Place> places(Order order, Name name) {
        String symbol = symbol(order);
        Place plain = plain(symbol, name);
        Place pastPlain = pastPlain(symbol, order, name);
        if (!name.isByClient() && !name.isConditional()) {
            return List.of(plain, pastPlain);
        }
        Place conditional = Place.one(
                () -> name.isByClient() ? requests.conditional(name.clientId()) : requests.conditional(name.venueId()));
        Place pastConditional =
                Place.list(() -> requests.conditionals(symbol, since(order)), found -> SpotDesk.isIt(found, name));
        if (!name.isByClient()) {
            return List.of(conditional, pastConditional);
        }
        return name.isConditional()
                ? List.of(conditional, plain, pastConditional, pastPlain)
                : List.of(plain, conditional, pastPlain, pastConditional);
    }

    private static boolean isTriggered(VenueOrder algo) {
        return algo.status() == OrderStatus.TRIGGERED || algo.statusWord().equals(FINISHED);
    }

    /**
     * A trigger that was reached has made another order, which is what counts from then on.
     *
     * @param childId its id; empty if it is not known, so that it may be called as the conditional one
     * @param otherwise what is answered if it is nowhere
     */
    private void findChild(Order order, String childId, OrderLookup otherwise, Reply<OrderLookup> reply) {
        String symbol = symbol(order);
        Name own = names.own(order);
        if (childId.isEmpty() && (otherwise.order() == null || !own.isByClient())) {
            reply.answered(otherwise);
            return;
        }
        Name name = childId.isEmpty() ? own : new Name("", Long.parseLong(childId), false);
        List<Place> places = List.of(plain(symbol, name), pastPlain(symbol, order, name));
        questions.find(places, new Reply<OrderLookup>() {
            @Override
            public void answered(OrderLookup found) {
                reply.answered(found.order() == null ? otherwise : found);
            }

            @Override
            public void failed(Verdict verdict) {
                reply.failed(verdict);
            }
        });
    }

    private Place plain(String symbol, Name name) {
        return Place.one(() ->
                name.isByClient() ? requests.order(symbol, name.clientId()) : requests.order(symbol, name.venueId()));
    }

    private Place pastPlain(String symbol, Order order, Name name) {
        return Place.list(() -> requests.orders(symbol, since(order)), found -> SpotDesk.isIt(found, name));
    }

    /** A minute before it was made, for what clocks differ. */
    private static Page since(Order order) {
        return Page.since(
                order.createdNanos() / EpochNanos.MILLISECOND
                        - Duration.ofMinutes(1).toMillis(),
                HISTORY);
    }

    @Override
    public void openOrders(Reply<List<VenueOrder>> reply) {
        questions.openOrders(reply);
    }

    /** There is no question for the fills of one order, so that those of its symbol since it was made are asked for. */
    @Override
    public void fillsOf(Order order, Reply<List<VenueFill>> reply) {
        find(order, new Reply<OrderLookup>() {
            @Override
            public void answered(OrderLookup found) {
                VenueOrder its = found.order();
                if (its == null) {
                    reply.failed(
                            Verdict.of(CodeClass.UNKNOWN, "the order is not found, so that its fills cannot be told"));
                } else {
                    fillsOf(order.instrument(), its, reply);
                }
            }

            @Override
            public void failed(Verdict verdict) {
                reply.failed(verdict);
            }
        });
    }

    private void fillsOf(Instrument instrument, VenueOrder order, Reply<List<VenueFill>> reply) {
        long from = order.tsCreated() > 0 ? order.tsCreated() : order.tsUpdated();
        fills(instrument, from, new Reply<List<VenueFill>>() {
            @Override
            public void answered(List<VenueFill> all) {
                reply.answered(all.stream()
                        .filter(fill -> fill.orderId().equals(order.venueId())
                                || fill.orderId().equals(order.childId()))
                        .toList());
            }

            @Override
            public void failed(Verdict verdict) {
                reply.failed(verdict);
            }
        });
    }

    @Override
    public void fills(Instrument instrument, long fromNanos, Reply<List<VenueFill>> reply) {
        questions.fills(instrument, fromNanos, WEEK, requests::fills, reply);
    }

    @Override
    public void account(Reply<AccountSnapshot> reply) {
        questions.account(reply);
    }

    /** Funding that was paid is in the account, whether or not its news came. */
    @Override
    public void payments(AccountSnapshot account, Reply<Boolean> reply) {
        funding.tellUntil(account.tsEvent(), reply);
    }

    private static String symbol(Order order) {
        return order.instrument().id().symbol();
    }
}
