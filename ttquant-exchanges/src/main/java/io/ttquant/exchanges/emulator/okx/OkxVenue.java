package io.ttquant.exchanges.emulator.okx;

import io.ttquant.exchanges.emulator.exchange.AccountSpec;
import io.ttquant.exchanges.emulator.exchange.ApiKey;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.server.Turns;
import java.util.List;
import java.util.Optional;

/** What the parts of the front share. */
final class OkxVenue {
    private static final int FIRST_CODE = 10_000;

    final Exchange exchange;
    final Turns turns;

    OkxVenue(Exchange exchange, Turns turns) {
        this.exchange = exchange;
        this.turns = turns;
    }

    /** Who asks. */
    record Caller(String account, ApiKey key) {}

    Optional<Caller> caller(String key) {
        Optional<AccountSpec> account = exchange.accounts().byKey(key);
        return account.flatMap(spec -> spec.keys().stream()
                .filter(held -> held.key().equals(key))
                .findFirst()
                .map(held -> new Caller(spec.id(), held)));
    }

    Market market(String symbol) {
        return exchange.marketData().market(symbol).orElseThrow(OkxError::instrument);
    }

    /** The market of {@code instIdCode}, or else of {@code instId}. */
    Market market(Args args) {
        Long code = args.findWhole("instIdCode");
        if (code == null) {
            return market(args.text("instId"));
        }
        List<Market> all = exchange.marketData().markets();
        long index = code - FIRST_CODE;
        if (index < 0 || index >= all.size()) {
            throw OkxError.instrument();
        }
        return all.get((int) index);
    }

    /** The number of a market. */
    long code(Market market) {
        List<Market> all = exchange.marketData().markets();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).symbol().equals(market.symbol())) {
                return (long) FIRST_CODE + i;
            }
        }
        throw OkxError.instrument();
    }

    String now() {
        return Texts.millis(exchange.now());
    }

    long millis() {
        return Math.floorDiv(exchange.now(), 1_000_000L);
    }
}
