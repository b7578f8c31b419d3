package io.ttquant.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.knowm.xchange.Exchange;
import org.knowm.xchange.binance.dto.trade.BinanceCancelOrderParams;
import org.knowm.xchange.binance.dto.trade.BinanceQueryOrderParams;
import org.knowm.xchange.binance.dto.trade.BinanceTradeHistoryParams;
import org.knowm.xchange.currency.Currency;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.dto.Order;
import org.knowm.xchange.dto.Order.OrderStatus;
import org.knowm.xchange.dto.Order.OrderType;
import org.knowm.xchange.dto.account.OpenPosition;
import org.knowm.xchange.dto.marketdata.OrderBook;
import org.knowm.xchange.dto.trade.LimitOrder;
import org.knowm.xchange.dto.trade.MarketOrder;
import org.knowm.xchange.dto.trade.StopOrder;
import org.knowm.xchange.instrument.Instrument;
import org.knowm.xchange.okex.dto.trade.OkexTradeParams.OkexCancelOrderParams;
import org.knowm.xchange.okex.service.OkexTradeService;
import org.knowm.xchange.service.trade.params.CancelOrderParams;
import org.knowm.xchange.service.trade.params.DefaultCandleStickParam;
import org.knowm.xchange.service.trade.params.orders.DefaultOpenOrdersParamInstrument;

/** Steps of XChange, whose interfaces are the same for each venue. */
final class XChangeSteps {
    /** What it calls seconds is minutes by the thousand. */
    private static final long MINUTE = 1000;

    private final Walk walk;
    private final Exchange exchange;
    private final Instrument instrument;
    private final BigDecimal amount;
    private final boolean isOkx;
    private final boolean isSpot;
    private BigDecimal bid = BigDecimal.ONE;

    XChangeSteps(Walk walk, Exchange exchange, Instrument instrument, BigDecimal amount, boolean isOkx) {
        this.walk = walk;
        this.exchange = exchange;
        this.instrument = instrument;
        this.amount = amount;
        this.isOkx = isOkx;
        isSpot = instrument instanceof CurrencyPair;
    }

    void walk() {
        data();
        // First, since of OKX it cannot read a history with an order that ended without a fill.
        fills();
        orders();
        trades();
        if (!isSpot) {
            contracts();
        }
        walk.refused(
                "refusal: too large",
                () -> exchange.getTradeService().placeLimitOrder(limit("0.97", new BigDecimal("5000000"))));
        walk.refused("refusal: no such order", () -> cancel("1234567890123"));
        if (isOkx) {
            walk.lacks("login", "its streams are an artifact of their own, which was not to be had");
        }
    }

    private void data() {
        walk.step("markets", () -> assertThat(exchange.getExchangeMetaData().getInstruments())
                .containsKey(instrument));
        walk.step("book", () -> {
            OrderBook book = exchange.getMarketDataService().getOrderBook(instrument);
            bid = book.getBids().get(0).getLimitPrice();
            assertThat(bid).isLessThan(book.getAsks().get(0).getLimitPrice());
        });
        walk.step("trades", () -> assertThat(exchange.getMarketDataService()
                        .getTrades(instrument)
                        .getTrades())
                .isNotEmpty());
        walk.step("ticker", () -> assertThat(
                        exchange.getMarketDataService().getTicker(instrument).getLast())
                .isPositive());
        if (isOkx && isSpot) {
            walk.step("candles", this::candles);
        } else {
            walk.lacks("candles", "its interface takes pairs of OKX only");
        }
        // Of futures of Binance it tells one sum, in dollars.
        Currency currency = isOkx || isSpot ? Currency.USDT : Currency.USD;
        walk.step("balance", () -> assertThat(
                        exchange.getAccountService().getAccountInfo().getWallets().values())
                .anyMatch(wallet -> {
                    BigDecimal total = wallet.getBalance(currency).getTotal();
                    return total != null && total.signum() > 0;
                }));
    }

    private void candles() throws IOException {
        Date now = new Date();
        Date then = new Date(now.getTime() - Duration.ofMinutes(10).toMillis());
        assertThat(exchange.getMarketDataService()
                        .getCandleStickData(CurrencyPair.BTC_USDT, new DefaultCandleStickParam(then, now, MINUTE))
                        .getCandleSticks())
                .isNotEmpty();
    }

    private BigDecimal price(String part) {
        return bid.multiply(new BigDecimal(part)).setScale(1, RoundingMode.HALF_EVEN);
    }

    private LimitOrder limit(String part, BigDecimal size) {
        return new LimitOrder.Builder(OrderType.BID, instrument)
                .originalAmount(size)
                .limitPrice(price(part))
                .build();
    }

    private Order query(String id) throws IOException {
        return exchange.getTradeService()
                .getOrder(new BinanceQueryOrderParams(instrument, id))
                .iterator()
                .next();
    }

    private boolean isOpen(String id) throws IOException {
        return exchange.getTradeService().getOpenOrders(new DefaultOpenOrdersParamInstrument(instrument)).getAllOpenOrders()
                .stream()
                .anyMatch(order -> order.getId().equals(id));
    }

    private void cancel(String id) throws IOException {
        CancelOrderParams params = isOkx
                ? new OkexCancelOrderParams(instrument, id)
                : new BinanceCancelOrderParams(instrument, id, null);
        assertThat(exchange.getTradeService().cancelOrder(params)).isTrue();
    }

    private void orders() {
        String[] id = {"0"};
        walk.step("place", () -> id[0] = exchange.getTradeService().placeLimitOrder(limit("0.97", amount)));
        walk.step("query", () -> {
            Order order = query(id[0]);
            assertThat(order.getStatus()).isIn(OrderStatus.NEW, OrderStatus.OPEN);
            assertThat(order.getOriginalAmount()).isEqualByComparingTo(amount);
        });
        walk.step("open orders", () -> assertThat(isOpen(id[0])).isTrue());
        if (isSpot && !isOkx) {
            walk.lacks("amend", "it cancels without naming the market, which it refuses itself");
        } else {
            walk.step("amend", () -> {
                LimitOrder changed = LimitOrder.Builder.from(limit("0.96", amount))
                        .limitPrice(price("0.96"))
                        .id(id[0])
                        .build();
                id[0] = exchange.getTradeService().changeOrder(changed);
                assertThat(((LimitOrder) query(id[0])).getLimitPrice()).isEqualByComparingTo(price("0.96"));
            });
        }
        walk.step("cancel", () -> {
            cancel(id[0]);
            assertThat(query(id[0]).getStatus()).isEqualTo(OrderStatus.CANCELED);
            assertThat(isOpen(id[0])).isFalse();
        });
        if (exchange.getTradeService() instanceof OkexTradeService okx) {
            walk.step("batch", () -> {
                List<String> ids = okx.placeLimitOrder(List.of(limit("0.95", amount), limit("0.94", amount)));
                List<CancelOrderParams> all = ids.stream()
                        .map(each -> (CancelOrderParams) new OkexCancelOrderParams(instrument, each))
                        .toList();
                assertThat(okx.cancelOrder(all)).containsOnly(true);
            });
        } else {
            walk.lacks("batch", "it has none for Binance");
        }
    }

    /** By a limit order that takes: of market orders of OKX it cannot read the price, which is empty. */
    private void fills() {
        walk.step("fills", () -> {
            String id = exchange.getTradeService().placeLimitOrder(limit("1.01", amount));
            Walk.await("filled", () -> status(id) == OrderStatus.FILLED);
            assertThat(exchange.getTradeService()
                            .getTradeHistory(new BinanceTradeHistoryParams(instrument))
                            .getUserTrades())
                    .anyMatch(trade -> trade.getOrderId().equals(id));
        });
    }

    private void trades() {
        walk.step("market order", () -> {
            BigDecimal before = held();
            market(OrderType.BID);
            Walk.await("filled", () -> held().compareTo(before) > 0);
        });
        if (isOkx) {
            walk.lacks("conditional order", "it has none for OKX");
        } else if (!isSpot) {
            walk.lacks("conditional order", "it asks the path that Binance closed to them in December 2025");
        } else {
            walk.step("conditional order", () -> {
                StopOrder stop = new StopOrder.Builder(OrderType.ASK, instrument)
                        .originalAmount(amount)
                        .stopPrice(price("0.91"))
                        .limitPrice(price("0.9"))
                        .intention(StopOrder.Intention.STOP_LOSS)
                        .build();
                String placed = exchange.getTradeService().placeStopOrder(stop);
                assertThat(isOpen(placed)).isTrue();
                cancel(placed);
            });
        }
    }

    private OrderStatus status(String id) {
        try {
            return query(id).getStatus();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A market order; OKX takes the size of a buy on spot in quote, and XChange sends what it is given. */
    private void market(OrderType type) throws IOException {
        BigDecimal size = isOkx && isSpot && type == OrderType.BID ? new BigDecimal("600") : amount;
        exchange.getTradeService().placeMarketOrder(new MarketOrder(type, size, instrument));
    }

    /** Coins on spot, the position on futures. */
    private BigDecimal held() {
        try {
            return isSpot
                    ? exchange.getAccountService().getAccountInfo().getWallets().values().stream()
                            .map(wallet -> wallet.getBalance(Currency.BTC).getTotal())
                            .filter(Objects::nonNull)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                    : exchange.getTradeService().getOpenPositions().getOpenPositions().stream()
                            .filter(this::isHeld)
                            .map(OpenPosition::getSize)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void contracts() {
        walk.step("leverage", () -> assertThat(exchange.getAccountService().setLeverage(instrument, 5))
                .isTrue());
        walk.step("position", () -> assertThat(exchange.getTradeService()
                        .getOpenPositions()
                        .getOpenPositions())
                .anyMatch(this::isHeld));
        walk.step("close", () -> {
            market(OrderType.ASK);
            market(OrderType.ASK);
            Walk.await("flat", () -> held().signum() == 0);
        });
        walk.step("funding rate", () -> assertThat(
                        exchange.getMarketDataService().getFundingRate(instrument).getFundingRate8h())
                .isNotNull());
    }

    private boolean isHeld(OpenPosition position) {
        return position.getInstrument().equals(instrument) && position.getSize().signum() != 0;
    }
}
