package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.binance.SpotRequests;
import io.ttquant.exchanges.binance.session.OrderNames.Name;
import io.ttquant.exchanges.binance.session.OrderQuestions.Place;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.request.Page;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.CommandReply;
import io.ttquant.exchanges.session.OrderLookup;
import io.ttquant.exchanges.session.Reply;
import io.ttquant.exchanges.session.VenueDesk;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Orders on Spot. */
final class SpotDesk implements VenueDesk {
    private static final Duration DAY = Duration.ofHours(24);
    private static final int HISTORY = 1_000;
    /** "Order was canceled or expired with no executed qty over 90 days ago and has been archived." */
    private static final String ARCHIVED = "-2026";

    private final SpotRequests requests;
    private final OrderNames names;
    private final OrderQuestions questions;
    private final Commands commands;
    private final EngineThread thread;

    SpotDesk(SpotRequests requests, OrderNames names, AccountReading reading, BinanceLink link, EngineThread thread) {
        this.requests = requests;
        this.names = names;
        this.questions = new OrderQuestions(link, reading);
        this.commands = new Commands(link, thread);
        this.thread = thread;
    }

    @Override
    public long place(List<? extends Order> orders, CommandReply reply) {
        long deadline = thread.nanos();
        for (Order order : orders) {
            long its = commands.sendOrRefuse(() -> requests.place(order.clientId(), order.sent()), order, reply);
            deadline = Math.max(deadline, its);
        }
        return deadline;
    }

    @Override
    public void cancel(List<? extends Order> orders, CommandReply reply) {
        for (Order order : orders) {
            Name name = names.acting(order);
            commands.sendOrRefuse(() -> cancel(symbol(order), name), order, reply);
        }
    }

    private RestRequest cancel(String symbol, Name name) {
        return name.isByClient() ? requests.cancel(symbol, name.clientId()) : requests.cancel(symbol, name.venueId());
    }

    /** Spot makes orders smaller in place, and changes nothing else of them. */
    @Override
    public long amend(Order order, Amendment amendment, CommandReply reply) {
        Name name = names.acting(order);
        boolean isLess = amendment.rawQuantity() > 0 && amendment.rawQuantity() < order.rawQuantity();
        boolean isSamePrice = amendment.rawPrice() == 0 || amendment.rawPrice() == order.rawPrice();
        boolean isSameTrigger = amendment.rawTrigger() == 0 || amendment.rawTrigger() == order.rawTrigger();
        if (isLess && isSamePrice && isSameTrigger && name.isByClient()) {
            return commands.sendOrRefuse(
                    () -> requests.reduce(name.clientId(), order.sent(), amendment.rawQuantity()), order, reply);
        }
        commands.refuse(
                order,
                RejectReason.UNSUPPORTED_BY_VENUE,
                order.instrument() + " only makes orders smaller in place; cancel it and send another",
                reply);
        return thread.nanos();
    }

    @Override
    public void find(Order order, Reply<OrderLookup> reply) {
        Name name = names.own(order);
        String symbol = symbol(order);
        questions.find(
                List.of(
                        Place.one(() -> name.isByClient()
                                ? requests.order(symbol, name.clientId())
                                : requests.order(symbol, name.venueId())),
                        Place.list(
                                () -> requests.orders(symbol, Page.since(sinceMillis(order), HISTORY)),
                                found -> isIt(found, name))),
                new Reply<OrderLookup>() {
                    @Override
                    public void answered(OrderLookup found) {
                        reply.answered(found);
                    }

                    @Override
                    public void failed(Verdict verdict) {
                        // A server that fails says nothing of orders, whatever its code: then the class is another.
                        if (verdict.codeClass() == CodeClass.REJECTED
                                && verdict.code().equals(ARCHIVED)) {
                            reply.answered(new OrderLookup(archived(order, name)));
                        } else {
                            reply.failed(verdict);
                        }
                    }
                });
    }

    /** The venue's word on an order that it has put away: cancelled or expired, and nothing of it was filled. */
    private static VenueOrder archived(Order order, Name name) {
        return new VenueOrder(
                symbol(order),
                name.isByClient() ? "" : Long.toString(name.venueId()),
                name.isByClient() ? name.clientId() : "",
                order.side(),
                PositionSide.NET,
                "",
                "",
                OrderStatus.CANCELED,
                ARCHIVED + " archived, it ended without a fill more than 90 days ago",
                null,
                null,
                BigDecimal.ZERO,
                false,
                BigDecimal.ZERO,
                null,
                false,
                List.of(),
                "",
                false,
                "",
                "",
                0,
                0);
    }

    static boolean isIt(VenueOrder found, Name name) {
        return name.isByClient()
                ? found.clientId().equals(name.clientId())
                : AlgoIds.digits(found.venueId()).equals(Long.toString(name.venueId()));
    }

    /** A minute before it was made, for what clocks differ; the venue gives the first thousand from there on. */
    private long sinceMillis(Order order) {
        return order.createdNanos() / EpochNanos.MILLISECOND
                - Duration.ofMinutes(1).toMillis();
    }

    @Override
    public void openOrders(Reply<List<VenueOrder>> reply) {
        questions.openOrders(reply);
    }

    @Override
    public void fillsOf(Order order, Reply<List<VenueFill>> reply) {
        find(order, new Reply<OrderLookup>() {
            @Override
            public void answered(OrderLookup found) {
                VenueOrder its = found.order();
                if (its == null) {
                    reply.failed(Verdict.of(
                            CodeClass.UNKNOWN, "the order is not found, so that its fills cannot be asked for"));
                    return;
                }
                if (its.statusWord().startsWith(ARCHIVED)) {
                    reply.answered(List.of());
                    return;
                }
                long id = Long.parseLong(its.venueId());
                questions.fillsOf(page -> requests.fillsOf(symbol(order), id, page), reply);
            }

            @Override
            public void failed(Verdict verdict) {
                reply.failed(verdict);
            }
        });
    }

    @Override
    public void fills(Instrument instrument, long fromNanos, Reply<List<VenueFill>> reply) {
        questions.fills(instrument, fromNanos, DAY, requests::fills, reply);
    }

    @Override
    public void account(Reply<AccountSnapshot> reply) {
        questions.account(reply);
    }

    private static String symbol(Order order) {
        return order.instrument().id().symbol();
    }
}
