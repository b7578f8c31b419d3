package io.ttquant.exchanges.emulator.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.binance.BinanceAnswers;
import io.ttquant.exchanges.binance.BinanceCodes;
import io.ttquant.exchanges.binance.BinanceEnvironment;
import io.ttquant.exchanges.binance.BinanceInstruments;
import io.ttquant.exchanges.binance.UsdmRequests;
import io.ttquant.exchanges.emulator.exchange.AccountSpec;
import io.ttquant.exchanges.emulator.exchange.ApiKey;
import io.ttquant.exchanges.emulator.exchange.ContractTerms;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.ExchangeRules;
import io.ttquant.exchanges.emulator.exchange.FeeRates;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.MarketKind;
import io.ttquant.exchanges.emulator.exchange.NotionalRule;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.PriceRule;
import io.ttquant.exchanges.emulator.exchange.QuantityRule;
import io.ttquant.exchanges.emulator.server.Front;
import io.ttquant.exchanges.emulator.server.Json;
import io.ttquant.exchanges.emulator.server.Turns;
import io.ttquant.exchanges.emulator.server.Wire;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import java.math.BigDecimal;
import java.util.function.LongSupplier;

/** A futures exchange with two accounts, and what a client of the first sends to it. */
final class UsdmDesk {
    static final String SYMBOL = "BTCUSDT";
    static final String ALICE = "alice";
    static final String BOB = "bob";
    /** Funding is paid when a test says so, not when its clock happens to pass an hour. */
    private static final ContractTerms WITHOUT_HOURS = new ContractTerms(
            BigDecimal.ONE, "USDT", new BigDecimal(20), new BigDecimal(125), new BigDecimal("0.004"), 0);

    Exchange exchange;
    Wire wire;
    BinanceEnvironment environment;
    UsdmRequests requests;

    Front make(LongSupplier clock, Turns turns) {
        exchange = new Exchange(ExchangeRules.binanceUsdm(), clock);
        exchange.operator()
                .market(Market.contract(
                                SYMBOL,
                                MarketKind.LINEAR,
                                "BTC",
                                "USDT",
                                WITHOUT_HOURS,
                                PriceRule.tick("0.1"),
                                QuantityRule.lot("0.001"))
                        .withNotionals(NotionalRule.least("100"))
                        .withFees(FeeRates.of("0.0002", "0.0004")));
        for (String account : new String[] {ALICE, BOB}) {
            exchange.accounts().open(AccountSpec.of(account, ApiKey.trading(account + "Key", account + "Secret", "")));
            exchange.accounts().deposit(account, "USDT", new BigDecimal("100000"));
        }
        return BinanceFront.usdm(exchange, turns, BinanceLimits.usdm());
    }

    void connect(Wire to) {
        wire = to;
        environment = BinanceEnvironment.localUsdm(wire.http(), wire.ws());
        requests = UsdmRequests.of(SpotDesk.credentials("aliceKey", "aliceSecret"), wire::millis, 5000);
    }

    HttpResponse send(RestRequest request) {
        return wire.send(request, environment.hosts());
    }

    JsonNode data(RestRequest request) {
        HttpResponse response = send(request);
        assertThat(response.status()).as("%s: %s", request, response.text()).isEqualTo(200);
        return BinanceAnswers.read(BinanceCodes.USDM, response.status(), response.body())
                .require();
    }

    int code(RestRequest request) {
        HttpResponse response = send(request);
        assertThat(response.status()).as("%s: %s", request, response.text()).isGreaterThanOrEqualTo(400);
        return Json.parse(response.text()).path("code").asInt();
    }

    Instrument instrument() {
        HttpResponse response = send(requests.market().instruments());
        return BinanceInstruments.usdm(response.body()).listed().get(0).instrument();
    }

    Orders limit(Side side, String price, String quantity) {
        return Orders.of(instrument(), side, OrderType.LIMIT, quantity).at(price);
    }

    void bob(io.ttquant.exchanges.emulator.exchange.Side side, String price, String quantity) {
        wire.ask(() -> exchange.trading()
                .submit(BOB, OrderRequest.limit(SYMBOL, side, new BigDecimal(price), new BigDecimal(quantity)))
                .get());
    }
}
