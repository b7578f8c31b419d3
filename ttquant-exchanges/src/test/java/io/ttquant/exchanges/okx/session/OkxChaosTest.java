package io.ttquant.exchanges.okx.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.core.engine.SeededRandom;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.simulated.Link;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever network and venue did: once it stops, every fill was told once, and nothing was sent twice. */
class OkxChaosTest {
    /** More with {@code -Dttquant.seeds=N}, one alone with {@code -Dttquant.seed=N}. */
    private static final long SEEDS = Long.getLong("ttquant.seeds", 20);

    private static final long ONLY = Long.getLong("ttquant.seed", 0);

    @Test
    void everyFillIsToldOnceAndNoOrderIsSentTwice() {
        for (long seed = ONLY > 0 ? ONLY : 1; seed <= (ONLY > 0 ? ONLY : SEEDS); seed++) {
            new Run(seed).go();
        }
    }

    private static final class Run {
        private final long seed;
        private final SeededRandom random;
        private final Session s;
        private final OrderServer server;
        private final List<Order> orders = new ArrayList<>();

        Run(long seed) {
            this.seed = seed;
            this.random = new SeededRandom(seed);
            this.s = Session.withKeys(seed);
            this.server = new OrderServer(s.venue);
        }

        void go() {
            s.attached();
            server.answers = answer -> switch (random.nextInt(6)) {
                case 0 -> HttpResponse.of(502, "<html>bad gateway</html>");
                case 1 -> HttpResponse.of(500, "{\"code\":\"51149\",\"msg\":\"Order timed out\",\"data\":[]}");
                default -> answer;
            };
            for (int step = 0; step < 60; step++) {
                disturb();
                act();
                s.time.run(Duration.ofMillis(random.nextInt(6_000)));
            }
            calm();
            s.run(1_200);
            check();
        }

        private void disturb() {
            Link rest = s.network.link("www.okx.com");
            Link stream = s.network.link("ws.okx.com");
            switch (random.nextInt(12)) {
                case 0 -> stream.cut();
                case 1 -> stream.messageLoss(0.3);
                case 2 -> stream.messageDuplication(0.5);
                case 3 -> stream.refuse(true).cut();
                case 4 -> rest.requestLoss(0.3);
                case 5 -> rest.answerLoss(0.3);
                case 6 -> rest.latency(Duration.ofMillis(1), Duration.ofSeconds(2));
                case 7 -> stream.freeze();
                case 8, 9 -> calm();
                default -> {
                    // Nothing new goes wrong.
                }
            }
        }

        private void calm() {
            s.network
                    .link("www.okx.com")
                    .requestLoss(0)
                    .answerLoss(0)
                    .latency(Duration.ofMillis(1), Duration.ofMillis(5));
            s.network
                    .link("ws.okx.com")
                    .messageLoss(0)
                    .messageDuplication(0)
                    .refuse(false)
                    .thaw();
        }

        private void act() {
            if (random.nextInt(2) == 0) {
                Instrument btc = s.session.instruments().get(0);
                Order order = new TestOrder(
                        "c" + seed + "n" + orders.size(),
                        Orders.of(btc, Side.BUY, OrderType.LIMIT, "1")
                                .at("27000")
                                .request());
                orders.add(order);
                s.session.execution().submit(order);
            }
            List<OrderServer.Placed> open = server.orders.values().stream()
                    .filter(OrderServer.Placed::isOpen)
                    .toList();
            if (!open.isEmpty() && random.nextBoolean()) {
                server.fill(open.get(random.nextInt(open.size())).clientId, 0.25);
            }
            if (!orders.isEmpty() && random.nextInt(3) == 0) {
                s.session.execution().cancel(orders.get(random.nextInt(orders.size())));
            }
        }

        private void check() {
            Set<String> sent = new HashSet<>();
            s.venue.requests.stream()
                    .filter(r -> r.method().equals("POST") && r.uri().getPath().equals("/api/v5/trade/order"))
                    .map(r -> new String(r.body(), StandardCharsets.UTF_8))
                    .forEach(body -> assertTrue(sent.add(body), "seed " + seed + ": sent twice " + body));
            for (Order order : orders) {
                List<String> told = s.sinks.reports.stream()
                        .filter(r -> r.startsWith(order.clientId() + " "))
                        .toList();
                OrderServer.Placed placed = server.orders.get(order.clientId());
                String what = "seed " + seed + ", order " + order.clientId() + ": " + told;
                long fills = told.stream().filter(r -> r.contains(" filled ")).count();
                assertEquals(placed == null ? 0 : placed.fills.size(), fills, what);
                assertEquals(
                        fills,
                        told.stream()
                                .filter(r -> r.contains(" filled "))
                                .distinct()
                                .count(),
                        what);
                boolean isRejected = told.stream().anyMatch(r -> r.contains(" rejected "));
                assertEquals(placed == null, isRejected, what);
                boolean isCanceled = told.stream().anyMatch(r -> r.endsWith(" canceled"));
                assertEquals(placed != null && placed.state.equals("canceled"), isCanceled, what);
            }
            String last = s.heard.get(s.heard.size() - 1);
            assertTrue(last.startsWith("trading true"), "seed " + seed + ": " + last);
        }
    }
}
