package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
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
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.okx.OkxFront;
import io.ttquant.exchanges.emulator.server.SimulatedHost;
import io.ttquant.exchanges.emulator.server.SimulatedTurns;
import io.ttquant.exchanges.transport.simulated.SimulatedNetwork;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A session with the OKX side of the local exchange, in simulated time. */
final class LocalOkx implements SessionListener {
    static final String SPOT = "BTC-USDT";
    static final String SWAP = "BTC-USDT-SWAP";
    static final String HOST = "127.0.0.1";

    final SimulatedTime time = new SimulatedTime(Session.START);
    final SimulatedNetwork network = new SimulatedNetwork(time, 1);
    final Exchange exchange = new Exchange(ExchangeRules.okx(), time::nanos);
    final List<String> heard = new ArrayList<>();
    final Sinks sinks = new Sinks();
    ExchangeSession session;

    LocalOkx() {
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
        for (String account : List.of("alice", "bob", "carol")) {
            exchange.accounts()
                    .open(AccountSpec.of(
                            account, ApiKey.trading(account + "Key", account + "Secret", account + "Pass")));
            exchange.accounts().deposit(account, "USDT", new BigDecimal("100000"));
            exchange.accounts().deposit(account, "BTC", new BigDecimal("10"));
        }
        SimulatedTurns turns = new SimulatedTurns(time);
        SimulatedHost host = new SimulatedHost(OkxFront.of(exchange, turns), turns);
        network.serve(HOST, host).accept(HOST, host);
    }

    LocalOkx attached() {
        session = OkxProvider.over((proxy, thread) -> network)
                .open(
                        new ExchangeConfig(Map.of(
                                "environment",
                                "local",
                                "rest",
                                "http://" + HOST + ":8080",
                                "socket",
                                "ws://" + HOST + ":8080/ws/v5",
                                "key",
                                "aliceKey",
                                "secret",
                                "aliceSecret",
                                "passphrase",
                                "alicePass")),
                        time,
                        this);
        run(20);
        session.attach(sinks, sinks);
        run(10);
        return this;
    }

    Instrument instrument(String symbol) {
        return session.instruments().stream()
                .filter(i -> i.id().symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    void bob(String symbol, Side side, String price, String quantity) {
        other("bob", symbol, side, price, quantity);
    }

    void other(String account, String symbol, Side side, String price, String quantity) {
        exchange.trading()
                .submit(account, OrderRequest.limit(symbol, side, new BigDecimal(price), new BigDecimal(quantity)))
                .get();
    }

    /** What was reported of orders, without audits and balances. */
    List<String> reports() {
        return sinks.reports.stream()
                .filter(r -> !r.equals("audited") && !r.startsWith("balance"))
                .toList();
    }

    void run(int seconds) {
        time.run(Duration.ofSeconds(seconds));
    }

    @Override
    public void ready() {
        heard.add("ready");
    }

    @Override
    public void trading(boolean isTrading, String why) {
        heard.add("trading " + isTrading + " " + why);
    }

    @Override
    public void marketData(InstrumentId instrument, Capability kind, boolean isLive) {
        heard.add(instrument.symbol() + " " + kind + " " + isLive);
    }

    @Override
    public void failed(String reason) {
        heard.add("failed " + reason);
    }
}
