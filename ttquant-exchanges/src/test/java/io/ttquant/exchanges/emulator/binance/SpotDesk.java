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
import io.ttquant.exchanges.binance.BinanceSocketRequests;
import io.ttquant.exchanges.binance.SpotRequests;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.credentials.Secret;
import io.ttquant.exchanges.emulator.exchange.AccountSpec;
import io.ttquant.exchanges.emulator.exchange.ApiKey;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.ExchangeRules;
import io.ttquant.exchanges.emulator.exchange.FeeRates;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.NotionalRule;
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

/** A Spot exchange with two accounts, and what a client of the first sends to it. */
final class SpotDesk {
    static final String SYMBOL = "BTCUSDT";
    static final String ALICE = "alice";
    static final String BOB = "bob";

    Exchange exchange;
    Wire wire;
    BinanceEnvironment environment;
    SpotRequests requests;
    BinanceSocketRequests frames;

    Front make(LongSupplier clock, Turns turns) {
        exchange = new Exchange(ExchangeRules.binanceSpot(), clock);
        exchange.operator()
                .market(Market.spot(SYMBOL, "BTC", "USDT", PriceRule.tick("0.01"), QuantityRule.lot("0.00001"))
                        .withNotionals(NotionalRule.least("5"))
                        .withFees(FeeRates.of("0.001", "0.001")));
        for (String account : new String[] {ALICE, BOB}) {
            exchange.accounts().open(AccountSpec.of(account, ApiKey.trading(account + "Key", account + "Secret", "")));
            exchange.accounts().deposit(account, "USDT", new BigDecimal("100000"));
            exchange.accounts().deposit(account, "BTC", new BigDecimal("10"));
        }
        return BinanceFront.spot(exchange, turns, BinanceLimits.spot());
    }

    void connect(Wire to) {
        wire = to;
        environment = BinanceEnvironment.localSpot(wire.http(), wire.ws());
        requests = requests("aliceKey", "aliceSecret");
        frames = BinanceSocketRequests.spot(credentials("aliceKey", "aliceSecret"), wire::millis, 5000);
    }

    SpotRequests requests(String key, String secret) {
        return SpotRequests.of(credentials(key, secret), wire::millis, 5000);
    }

    static Credentials credentials(String key, String secret) {
        return Credentials.of(Secret.of(key), Secret.of(secret));
    }

    HttpResponse send(RestRequest request) {
        return wire.send(request, environment.hosts());
    }

    /** The body of an answer that must be a success. */
    JsonNode data(RestRequest request) {
        HttpResponse response = send(request);
        assertThat(response.status()).as("%s: %s", request, response.text()).isEqualTo(200);
        return BinanceAnswers.read(BinanceCodes.SPOT, response.status(), response.body())
                .require();
    }

    /** The code of an answer that must be a refusal. */
    int code(RestRequest request) {
        HttpResponse response = send(request);
        assertThat(response.status()).as("%s: %s", request, response.text()).isGreaterThanOrEqualTo(400);
        return Json.parse(response.text()).path("code").asInt();
    }

    Instrument instrument() {
        HttpResponse response = send(requests.market().instruments());
        return BinanceInstruments.spot(response.body()).listed().get(0).instrument();
    }

    Orders limit(Side side, String price, String quantity) {
        return Orders.of(instrument(), side, OrderType.LIMIT, quantity).at(price);
    }

    /** Bob's orders go into the exchange directly. */
    void bob(io.ttquant.exchanges.emulator.exchange.Side side, String price, String quantity) {
        wire.ask(() -> exchange.trading()
                .submit(
                        BOB,
                        io.ttquant.exchanges.emulator.exchange.OrderRequest.limit(
                                SYMBOL, side, new BigDecimal(price), new BigDecimal(quantity)))
                .get());
    }
}
