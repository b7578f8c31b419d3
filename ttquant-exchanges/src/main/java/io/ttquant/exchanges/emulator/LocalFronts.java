package io.ttquant.exchanges.emulator;

import io.ttquant.exchanges.emulator.binance.BinanceFront;
import io.ttquant.exchanges.emulator.binance.BinanceLimits;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.ExchangeRules;
import io.ttquant.exchanges.emulator.okx.OkxFront;
import io.ttquant.exchanges.emulator.server.Front;
import io.ttquant.exchanges.emulator.server.Turns;

/** What each venue is made of. */
final class LocalFronts {
    private LocalFronts() {}

    static ExchangeRules rules(VenueKind kind) {
        return switch (kind) {
            case BINANCE -> ExchangeRules.binanceSpot();
            case BINANCE_USDM -> ExchangeRules.binanceUsdm();
            case OKX -> ExchangeRules.okx();
        };
    }

    static Front front(VenueKind kind, Exchange exchange, Turns turns) {
        return switch (kind) {
            case BINANCE -> BinanceFront.spot(exchange, turns, BinanceLimits.spot());
            case BINANCE_USDM -> BinanceFront.usdm(exchange, turns, BinanceLimits.usdm());
            case OKX -> OkxFront.of(exchange, turns);
        };
    }
}
