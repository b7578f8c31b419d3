package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Gives commands of all kinds, legal and not, drawn from a seed. */
final class RandomTrader {
    static final List<String> ACCOUNTS = List.of("alice", "bob", "carol", "dave");
    private static final List<String> SYMBOLS = List.of(Floor.SPOT, Floor.PERP, Floor.INVERSE);

    private final Floor floor;
    private final Random random;

    RandomTrader(Floor floor, long seed) {
        this.floor = floor;
        random = new Random(seed);
        for (String account : ACCOUNTS.subList(2, 4)) {
            floor.exchange.accounts().open(AccountSpec.of(account));
            floor.exchange.accounts().deposit(account, "USDT", new BigDecimal("3000"));
            floor.exchange.accounts().deposit(account, "BTC", new BigDecimal("5"));
        }
        for (String symbol : SYMBOLS) {
            floor.exchange.accounts().settings().fees("bob", symbol, FeeRates.of("-0.0001", "0.00033"));
            floor.exchange.accounts().settings().fees("carol", symbol, FeeRates.of("0.001", "0.001"));
            floor.exchange.accounts().settings().fees("dave", symbol, FeeRates.of("0.000123", "0.00077"));
        }
        floor.exchange.accounts().settings().positionMode("dave", PositionMode.HEDGE);
        floor.exchange.accounts().settings().leverage("carol", Floor.PERP, new BigDecimal(100));
    }

    void step() {
        String account = pick(ACCOUNTS);
        String symbol = pick(SYMBOLS);
        Trading trading = floor.exchange.trading();
        switch (random.nextInt(20)) {
            case 0, 1 -> trading.cancel(account, symbol, anyOrder(account));
            case 2, 3 -> trading.amend(account, symbol, anyOrder(account), amendment());
            case 4 ->
                trading.replace(account, symbol, anyOrder(account), request(account, symbol), random.nextBoolean());
            case 5 -> floor.exchange.conditionals().submit(account, conditional(account, symbol));
            case 6 -> floor.exchange.lists().submit(account, list(account, symbol));
            case 7 -> floor.advance(Duration.ofMillis(random.nextInt(20_000)));
            case 8 -> world(account, symbol);
            default -> trading.submit(account, request(account, symbol));
        }
    }

    private void world(String account, String symbol) {
        Operator operator = floor.exchange.operator();
        switch (random.nextInt(8)) {
            case 0 -> operator.prices(symbol, price(), random.nextBoolean() ? price() : null);
            case 1 -> operator.fundingRate(symbol, new BigDecimal(random.nextInt(200) - 100).movePointLeft(5));
            case 2 -> operator.payFunding(pick(SYMBOLS.subList(1, 3)));
            case 3 -> floor.exchange.trading().cancelAll(account, symbol);
            case 4 ->
                floor.exchange.trading().cancelAllAfter(account, symbol, null, Duration.ofSeconds(random.nextInt(3)));
            case 5 -> floor.exchange.accounts().withdraw(account, "USDT", new BigDecimal(random.nextInt(50)));
            case 6 -> floor.exchange.accounts().transfer(account, pick(ACCOUNTS), "BTC", new BigDecimal("0.1"));
            default -> floor.exchange.lists().cancel(account, symbol, OrderRef.id(1L + random.nextInt(20)));
        }
    }

    private OrderRef anyOrder(String account) {
        List<Order> open = floor.exchange.accounts().openOrders(account);
        return open.isEmpty() ? OrderRef.client("none") : OrderRef.id(pick(open).id());
    }

    private Amendment amendment() {
        BigDecimal price = random.nextBoolean() ? price() : null;
        BigDecimal quantity = random.nextBoolean() ? quantity(Floor.PERP) : null;
        return new Amendment(price, quantity, random.nextInt(4) == 0, random.nextInt(4) == 0);
    }

    private ConditionalRequest conditional(String account, String symbol) {
        var first = new ConditionalRequest.Branch(
                trigger(), request(account, symbol).edit().trigger(null).build());
        var second = new ConditionalRequest.Branch(
                trigger(), request(account, symbol).edit().trigger(null).build());
        return new ConditionalRequest(random.nextBoolean() ? List.of(first) : List.of(first, second), null);
    }

    private OrderListRequest list(String account, String symbol) {
        ListKind kind = pick(List.of(ListKind.values()));
        OrderRequest first = request(account, symbol).edit().trigger(null).build();
        OrderRequest second = request(account, symbol)
                .edit()
                .side(first.side())
                .trigger(trigger())
                .build();
        OrderRequest third =
                request(account, symbol).edit().side(first.side()).trigger(null).build();
        return new OrderListRequest(
                kind,
                kind == ListKind.ONE_TRIGGERS_PAIR ? List.of(third, second, first) : List.of(first, second),
                null);
    }

    private Trigger trigger() {
        BigDecimal price = price();
        boolean isRising = random.nextBoolean();
        PriceSource source = pick(List.of(PriceSource.values()));
        return random.nextInt(3) == 0
                ? new Trigger(source, isRising, random.nextBoolean() ? price : null, new BigDecimal("0.01"), true)
                : new Trigger(source, isRising, price, null, false);
    }

    private OrderRequest request(String account, String symbol) {
        Side side = pick(List.of(Side.values()));
        boolean isLimit = random.nextInt(4) > 0;
        OrderDraft draft = OrderRequest.draft(symbol, side, isLimit ? OrderKind.LIMIT : OrderKind.MARKET)
                .price(isLimit ? price() : null)
                .quantity(quantity(symbol))
                .timeInForce(pick(List.of(TimeInForce.GTC, TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK)))
                .postOnly(isLimit && random.nextInt(10) == 0)
                .reduceOnly(!symbol.equals(Floor.SPOT) && random.nextInt(6) == 0)
                .selfTrade(pick(List.of(SelfTradePrevention.values())))
                .marginMode(random.nextInt(4) == 0 ? MarginMode.ISOLATED : null);
        if (random.nextInt(8) == 0) {
            draft.expiresAt(floor.clock.getAsLong() + random.nextInt(1_000_000_000));
        }
        if (isLimit && random.nextInt(6) == 0) {
            draft.display(symbol.equals(Floor.INVERSE) ? BigDecimal.ONE : new BigDecimal("0.1"));
        }
        if (!isLimit && symbol.equals(Floor.SPOT) && random.nextBoolean()) {
            draft.quantity(null).quoteQuantity(new BigDecimal(random.nextInt(500)));
        }
        if (account.equals("dave") && !symbol.equals(Floor.SPOT)) {
            draft.positionSide(random.nextBoolean() ? PositionSide.LONG : PositionSide.SHORT);
        }
        return random.nextInt(10) == 0 ? draft.trigger(trigger()).build() : draft.build();
    }

    private BigDecimal price() {
        if (random.nextInt(12) == 0) {
            return new BigDecimal(700 + random.nextInt(700)).movePointLeft(1);
        }
        return new BigDecimal(980 + random.nextInt(40)).movePointLeft(1);
    }

    private BigDecimal quantity(String symbol) {
        return symbol.equals(Floor.INVERSE)
                ? new BigDecimal(1 + random.nextInt(6))
                : new BigDecimal(1 + random.nextInt(3000)).movePointLeft(3);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
