package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An exchange with a spot market BTCUSDT, a perpetual BTCUSDT-PERP and an inverse BTCUSD-PERP, two accounts with money, and all its events. */
final class Floor {
    static final String SPOT = "BTCUSDT";
    static final String PERP = "BTCUSDT-PERP";
    static final String INVERSE = "BTCUSD-PERP";
    static final String ALICE = "alice";
    static final String BOB = "bob";

    final ExchangeClock clock = ExchangeClock.startingAt(1_700_000_000_000_000_000L);
    final Exchange exchange;
    final List<ExchangeEvent> events = new ArrayList<>();

    Floor(ExchangeRules rules) {
        exchange = new Exchange(rules, clock);
        exchange.operator().market(spot());
        exchange.operator()
                .market(Market.contract(
                        PERP,
                        MarketKind.LINEAR,
                        "BTC",
                        "USDT",
                        ContractTerms.perpetual("1", "USDT"),
                        PriceRule.tick("0.1"),
                        QuantityRule.lot("0.001")));
        exchange.operator()
                .market(Market.contract(
                        INVERSE,
                        MarketKind.INVERSE,
                        "BTC",
                        "USD",
                        ContractTerms.perpetual("100", "BTC"),
                        PriceRule.tick("0.1"),
                        QuantityRule.lot("1")));
        for (String account : List.of(ALICE, BOB)) {
            exchange.accounts().open(AccountSpec.of(account));
            exchange.accounts().deposit(account, "USDT", number("100000"));
            exchange.accounts().deposit(account, "BTC", number("10"));
        }
        exchange.listen(events::add);
    }

    static Floor binance() {
        return new Floor(ExchangeRules.binanceSpot());
    }

    static Floor okx() {
        return new Floor(ExchangeRules.okx());
    }

    static Market spot() {
        return Market.spot(SPOT, "BTC", "USDT", PriceRule.tick("0.01"), QuantityRule.lot("0.001"));
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static OrderRequest buy(String price, String quantity) {
        return OrderRequest.limit(SPOT, Side.BUY, number(price), number(quantity));
    }

    static OrderRequest sell(String price, String quantity) {
        return OrderRequest.limit(SPOT, Side.SELL, number(price), number(quantity));
    }

    static OrderRequest perp(Side side, String price, String quantity) {
        return OrderRequest.limit(PERP, side, number(price), number(quantity));
    }

    Order submit(String account, OrderRequest request) {
        return exchange.trading().submit(account, request).get();
    }

    RefusalReason refusal(String account, OrderRequest request) {
        return exchange.trading().submit(account, request).reason();
    }

    Order now(Order order) {
        return exchange.accounts()
                .order(order.account(), order.symbol(), OrderRef.id(order.id()))
                .orElseThrow();
    }

    Balance balance(String account, String asset) {
        return exchange.accounts().balance(account, asset);
    }

    Position position(String account, String symbol) {
        return exchange.accounts().position(account, symbol, PositionSide.NET, MarginMode.CROSS);
    }

    void advance(Duration step) {
        clock.advance(step);
        exchange.tick();
    }

    <T extends ExchangeEvent> List<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
