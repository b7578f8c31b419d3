package io.ttquant.clients;

import io.ttquant.exchanges.emulator.VenueKind;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.knowm.xchange.Exchange;
import org.knowm.xchange.ExchangeFactory;
import org.knowm.xchange.ExchangeSpecification;
import org.knowm.xchange.binance.BinanceExchange;
import org.knowm.xchange.binance.dto.ExchangeType;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.derivative.FuturesContract;
import org.knowm.xchange.okex.OkexExchange;

/** XChange on all venues. */
class XChangeTest {
    private static final String CLIENT = "XChange " + System.getProperty("xchange.version", "");
    private static final BigDecimal AMOUNT = new BigDecimal("0.01");

    @Test
    void tradesOkxSpot() {
        try (Walk walk = new Walk(VenueKind.OKX, "OKX spot", CLIENT)) {
            new XChangeSteps(walk, okx(walk), CurrencyPair.BTC_USDT, AMOUNT, true).walk();
        }
    }

    @Test
    void tradesOkxSwap() {
        try (Walk walk = new Walk(VenueKind.OKX, "OKX swap", CLIENT)) {
            new XChangeSteps(walk, okx(walk), new FuturesContract(CurrencyPair.BTC_USDT, "SWAP"), AMOUNT, true).walk();
        }
    }

    @Test
    void tradesBinanceSpot() {
        try (Walk walk = new Walk(VenueKind.BINANCE, "Binance Spot", CLIENT)) {
            new XChangeSteps(walk, binance(walk, ExchangeType.SPOT), CurrencyPair.BTC_USDT, AMOUNT, false).walk();
        }
    }

    @Test
    void tradesBinanceFutures() {
        try (Walk walk = new Walk(VenueKind.BINANCE_USDM, "Binance USDT-M", CLIENT)) {
            Exchange exchange = binance(walk, ExchangeType.FUTURES);
            new XChangeSteps(walk, exchange, new FuturesContract(CurrencyPair.BTC_USDT, "PERP"), AMOUNT, false).walk();
        }
    }

    private static Exchange okx(Walk walk) {
        ExchangeSpecification specification = account(walk, new OkexExchange().getDefaultExchangeSpecification());
        specification.setExchangeSpecificParametersItem(OkexExchange.PARAM_PASSPHRASE, walk.passphrase());
        return ExchangeFactory.INSTANCE.createExchange(specification);
    }

    private static ExchangeSpecification account(Walk walk, ExchangeSpecification specification) {
        specification.setSslUri(walk.http());
        specification.setHost("127.0.0.1");
        specification.setApiKey(walk.key());
        specification.setSecretKey(walk.secret());
        return specification;
    }

    /** The kind of exchange decides its address in a method that is made to be overridden; the address given stays here. */
    private static Exchange binance(Walk walk, ExchangeType type) {
        BinanceExchange exchange = new BinanceExchange() {
            @Override
            protected void concludeHostParams(ExchangeSpecification specification) {
                specification.setSslUri(walk.http());
            }
        };
        ExchangeSpecification specification = account(walk, exchange.getDefaultExchangeSpecification());
        specification.setExchangeSpecificParametersItem(BinanceExchange.EXCHANGE_TYPE, type);
        exchange.applySpecification(specification);
        return exchange;
    }
}
