package io.ttquant.exchanges.scenario;

import io.ttquant.exchanges.emulator.exchange.AccountSpec;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.exchange.TimeInForce;
import java.math.BigDecimal;

/** The others at the exchange: those who rest, and those who take. */
final class Crowd {
    private static final String RESTING = "crowd";
    private static final String TAKING = "taker";
    private static final String[][] LEVELS = {{"59990", "60010", "5"}, {"59900", "60100", "5"}, {"59500", "60500", "20"}
    };

    private final Exchange exchange;
    private final String main;
    private final String second;

    Crowd(Exchange exchange, ScenarioVenue venue) {
        this.exchange = exchange;
        this.main = venue.markets().get(0).symbol();
        this.second = venue.markets().get(1).symbol();
    }

    /** Comes with books for both markets. */
    void come() {
        exchange.accounts().open(AccountSpec.background(RESTING));
        exchange.accounts().open(AccountSpec.background(TAKING));
        for (String[] level : LEVELS) {
            rest(main, Side.BUY, level[0], level[2]);
            rest(main, Side.SELL, level[1], level[2]);
        }
        rest(second, Side.BUY, "2499", "100");
        rest(second, Side.SELL, "2501", "100");
    }

    /** A market in which nothing moves for a minute looks like one of which no news come. Nobody trades by this. */
    void pulse() {
        for (Side side : Side.values()) {
            boolean isBuy = side == Side.BUY;
            breathe(main, side, isBuy ? "59990" : "60010");
            breathe(second, side, isBuy ? "2499" : "2501");
        }
    }

    private void breathe(String market, Side side, String price) {
        exchange.trading()
                .submit(
                        RESTING,
                        OrderRequest.limit(market, side, new BigDecimal(price), new BigDecimal("0.01"))
                                .asPostOnly());
    }

    void rest(String symbol, Side side, String price, String quantity) {
        exchange.trading()
                .submit(RESTING, OrderRequest.limit(symbol, side, new BigDecimal(price), new BigDecimal(quantity)))
                .get();
    }

    /** Trades at once, up to a price; what finds nobody is gone. */
    void take(String symbol, Side side, String price, String quantity) {
        exchange.trading()
                .submit(
                        TAKING,
                        OrderRequest.limit(symbol, side, new BigDecimal(price), new BigDecimal(quantity))
                                .withTimeInForce(TimeInForce.IOC))
                .get();
    }

    /** One trade in each market. */
    void trade() {
        take(main, Side.BUY, "60010", "0.001");
        take(second, Side.BUY, "2501", "0.01");
    }
}
