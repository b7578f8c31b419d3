package io.ttquant.exchanges.emulator;

import io.ttquant.exchanges.emulator.exchange.AccountSpec;
import io.ttquant.exchanges.emulator.exchange.ApiKey;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The account that a local exchange has at first. Its keys are no secret: they open nothing but this.
 *
 * @param id its name
 * @param key the public part of its key
 * @param secret what signs
 * @param passphrase what OKX asks besides
 * @param deposits by asset, made at every venue that trades the asset
 */
public record LocalAccount(String id, String key, String secret, String passphrase, Map<String, BigDecimal> deposits) {
    /** Copies the deposits. */
    public LocalAccount {
        deposits = Map.copyOf(deposits);
    }

    /** One with 100,000 USDT, 1 BTC and 10 ETH. */
    public static LocalAccount standard() {
        return new LocalAccount(
                "local",
                "local-key",
                "local-secret",
                "local-passphrase",
                Map.of("USDT", new BigDecimal("100000"), "BTC", BigDecimal.ONE, "ETH", BigDecimal.TEN));
    }

    /** The same with other deposits. */
    public LocalAccount withDeposits(Map<String, BigDecimal> others) {
        return new LocalAccount(id, key, secret, passphrase, others);
    }

    void open(Exchange exchange, VenueKind kind) {
        exchange.accounts().open(AccountSpec.of(id, ApiKey.trading(key, secret, passphrase)));
        deposits.forEach((asset, amount) -> {
            // Futures of the USDT-margined kind take margin in USDT only.
            if (kind != VenueKind.BINANCE_USDM || asset.equals("USDT")) {
                exchange.accounts().deposit(id, asset, amount);
            }
        });
    }
}
