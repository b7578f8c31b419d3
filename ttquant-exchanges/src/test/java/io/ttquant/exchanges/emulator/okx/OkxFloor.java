package io.ttquant.exchanges.emulator.okx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.answer.CommandResult;
import io.ttquant.exchanges.answer.Listing;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.credentials.Secret;
import io.ttquant.exchanges.emulator.exchange.AccountSpec;
import io.ttquant.exchanges.emulator.exchange.ApiKey;
import io.ttquant.exchanges.emulator.exchange.ContractTerms;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.ExchangeRules;
import io.ttquant.exchanges.emulator.exchange.FeeRates;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.MarketKind;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.PriceRule;
import io.ttquant.exchanges.emulator.exchange.QuantityRule;
import io.ttquant.exchanges.emulator.server.Front;
import io.ttquant.exchanges.emulator.server.Line;
import io.ttquant.exchanges.emulator.server.Turns;
import io.ttquant.exchanges.emulator.server.Wire;
import io.ttquant.exchanges.okx.OkxAnswers;
import io.ttquant.exchanges.okx.OkxEnvironment;
import io.ttquant.exchanges.okx.OkxInstruments;
import io.ttquant.exchanges.okx.OkxRequests;
import io.ttquant.exchanges.okx.OkxSocketRequests;
import io.ttquant.exchanges.okx.TradeMode;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.request.SocketRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/** An exchange with a spot market and a swap, two accounts, and what a client of the first sends to it. */
final class OkxFloor {
    static final String SPOT = "BTC-USDT";
    static final String SWAP = "BTC-USDT-SWAP";
    static final String ALICE = "alice";
    static final String BOB = "bob";

    Exchange exchange;
    Wire wire;
    OkxEnvironment environment;
    OkxRequests requests;

    Front make(LongSupplier clock, Turns turns) {
        exchange = new Exchange(ExchangeRules.okx(), clock);
        FeeRates fees = FeeRates.of("0.0008", "0.001");
        exchange.operator()
                .market(Market.spot(SPOT, "BTC", "USDT", PriceRule.tick("0.1"), QuantityRule.lot("0.00001"))
                        .withFees(fees));
        exchange.operator()
                .market(Market.contract(
                                SWAP,
                                MarketKind.LINEAR,
                                "BTC",
                                "USDT",
                                ContractTerms.perpetual("0.01", "USDT"),
                                PriceRule.tick("0.1"),
                                QuantityRule.lot("0.01"))
                        .withFees(fees));
        for (String account : new String[] {ALICE, BOB}) {
            exchange.accounts()
                    .open(AccountSpec.of(
                            account, ApiKey.trading(account + "Key", account + "Secret", account + "Pass")));
            exchange.accounts().deposit(account, "USDT", new BigDecimal("100000"));
            exchange.accounts().deposit(account, "BTC", new BigDecimal("10"));
        }
        return OkxFront.of(exchange, turns);
    }

    void connect(Wire to) {
        wire = to;
        environment = OkxEnvironment.local(wire.http(), wire.ws() + "/ws/v5");
        requests = requests("aliceSecret");
    }

    OkxRequests requests(String secret) {
        return OkxRequests.of(environment, credentials(secret), wire::millis, 5000, TradeMode.CASH, TradeMode.CROSS);
    }

    OkxSocketRequests frames(long code) {
        return OkxSocketRequests.of(
                environment,
                credentials("aliceSecret"),
                wire::millis,
                5000,
                TradeMode.CASH,
                TradeMode.CROSS,
                instrument -> code);
    }

    private static Credentials credentials(String secret) {
        return Credentials.of(Secret.of("aliceKey"), Secret.of(secret), Secret.of("alicePass"));
    }

    HttpResponse send(RestRequest request) {
        return wire.send(request, environment.hosts());
    }

    /** The data of an answer that must be a success. */
    JsonNode data(RestRequest request) {
        HttpResponse response = send(request);
        assertThat(response.status()).as("%s: %s", request, response.text()).isEqualTo(200);
        return OkxAnswers.read(response.status(), response.body()).require();
    }

    /** What became of the command of a request. */
    CommandResult result(RestRequest request) {
        HttpResponse response = send(request);
        return OkxAnswers.results(response.status(), response.body()).get(0);
    }

    Listing listing(String kind) {
        return OkxInstruments.read(send(requests.market().instruments(kind)).body())
                .listed()
                .get(0);
    }

    Instrument spot() {
        return listing("SPOT").instrument();
    }

    Instrument swap() {
        return listing("SWAP").instrument();
    }

    static Orders limit(Instrument instrument, Side side, String price, String quantity) {
        return Orders.of(instrument, side, OrderType.LIMIT, quantity).at(price);
    }

    void bob(String symbol, io.ttquant.exchanges.emulator.exchange.Side side, String price, String quantity) {
        wire.ask(() -> exchange.trading()
                .submit(BOB, OrderRequest.limit(symbol, side, new BigDecimal(price), new BigDecimal(quantity)))
                .get());
    }

    /** An open socket; logged in if it is not the public one. */
    Line open(String room) {
        Line line = wire.open(wire.ws() + "/ws/v5/" + room);
        if (!room.equals("public")) {
            say(line, frames(-1).login());
            assertThat(line.next("login")).contains("\"code\":\"0\"");
        }
        return line;
    }

    static void say(Line line, SocketRequest request) {
        line.send(new String(request.text(), StandardCharsets.UTF_8));
    }

    static void subscribe(Line line, String arg) {
        line.send("{\"op\":\"subscribe\",\"args\":[{" + arg + "}]}");
        line.next("\"event\":\"subscribe\"");
    }
}
