package io.ttquant.exchanges.binance.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.Pages;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.binance.BinanceOrders;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.request.Page;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.session.OrderLookup;
import io.ttquant.exchanges.session.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Questions about orders that Spot and futures answer alike. */
final class OrderQuestions {
    /** "Order does not exist": the only code that says so; every other one leaves it open. */
    private static final String ABSENT = "-2013";

    private final BinanceLink link;
    private final AccountReading reading;

    OrderQuestions(BinanceLink link, AccountReading reading) {
        this.link = link;
        this.reading = reading;
    }

    /** A place that could hold an order: the question, and how its answer is read, to null if it is not there. */
    record Place(Supplier<RestRequest> question, Function<JsonNode, OrderLookup> reader) {
        /** A question for one order. */
        static Place one(Supplier<RestRequest> question) {
            return new Place(question, data -> new OrderLookup(AlgoIds.apart(BinanceOrders.order(data))));
        }

        /** A list in which the order may stand. */
        static Place list(Supplier<RestRequest> question, Predicate<VenueOrder> isIt) {
            return new Place(question, data -> {
                @Nullable VenueOrder found = null;
                for (VenueOrder order : AccountReading.openOrders(List.of(data))) {
                    found = isIt.test(order) ? order : found;
                }
                return new OrderLookup(found);
            });
        }
    }

    /** Looks into one place after the other, until one has it; only if all say that they have not is it nowhere. */
    void find(List<Place> places, Reply<OrderLookup> reply) {
        if (places.isEmpty()) {
            reply.answered(new OrderLookup(null));
            return;
        }
        Place first = places.get(0);
        List<Place> others = places.subList(1, places.size());
        link.questions().ask(first.question, first.reader, new Reply<OrderLookup>() {
            @Override
            public void answered(OrderLookup found) {
                if (found.order() == null) {
                    find(others, reply);
                } else {
                    reply.answered(found);
                }
            }

            @Override
            public void failed(Verdict verdict) {
                if (verdict.codeClass() == CodeClass.QUERY && verdict.code().equals(ABSENT)) {
                    find(others, reply);
                } else {
                    reply.failed(verdict);
                }
            }
        });
    }

    void openOrders(Reply<List<VenueOrder>> reply) {
        link.questions().askAll(reading.orderRequests(), AccountReading::openOrders, reply);
    }

    void account(Reply<AccountSnapshot> reply) {
        new AccountQuestion(link, reading, reply).ask();
    }

    /** Fills of a symbol from a time on. */
    void fills(Instrument instrument, long fromNanos, Duration span, FillRequest maker, Reply<List<VenueFill>> reply) {
        String symbol = instrument.id().symbol();
        FillPages pages = new FillPages(
                page -> maker.of(symbol, page), span, fromNanos / EpochNanos.MILLISECOND, link.venueMillis());
        next(pages, new ArrayList<>(), reply);
    }

    /** All fills of an order. */
    void fillsOf(Function<Page, RestRequest> maker, Reply<List<VenueFill>> reply) {
        next(new OrderFillPages(maker), new ArrayList<>(), reply);
    }

    private void next(Pages<VenueFill> pages, List<VenueFill> all, Reply<List<VenueFill>> reply) {
        if (pages.next() == null) {
            reply.answered(all);
            return;
        }
        link.questions().ask(() -> request(pages), BinanceOrders::fills, new Reply<List<VenueFill>>() {
            @Override
            public void answered(List<VenueFill> page) {
                all.addAll(pages.take(page));
                next(pages, all, reply);
            }

            @Override
            public void failed(Verdict verdict) {
                reply.failed(verdict);
            }
        });
    }

    /** Made when it is sent, so that its time is fresh. */
    private static RestRequest request(Pages<VenueFill> pages) {
        RestRequest request = pages.next();
        if (request == null) {
            throw new IllegalStateException("a page was asked for after the last");
        }
        return request;
    }

    /** Asks for a page of fills. */
    @FunctionalInterface
    interface FillRequest {
        RestRequest of(String symbol, Page page);
    }
}
