package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.ExchangeEvent;
import io.ttquant.exchanges.emulator.server.Call;
import io.ttquant.exchanges.emulator.server.Front;
import io.ttquant.exchanges.emulator.server.Reply;
import io.ttquant.exchanges.emulator.server.SocketFront;
import io.ttquant.exchanges.emulator.server.Turns;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as Binance shows it: Spot, or USDT-M futures. To be made and used on the exchange's thread. The public part of an API key is sent in the
 * clear, its secret signs by HMAC; a secret that is a public key in PEM form is checked by Ed25519 or RSA.
 */
public final class BinanceFront implements Front {
    private static final Duration TICK = Duration.ofMillis(10);

    private final Side side;
    private final Venue venue;

    private BinanceFront(Side side, Venue venue) {
        this.side = side;
        this.venue = venue;
        venue.exchange.listen(this::see);
        venue.turns.every(TICK, venue.exchange::tick);
        venue.turns.every(Duration.ofMillis(MarketStreams.BEAT), side.streams()::beat);
    }

    /** Spot. The exchange should have {@link io.ttquant.exchanges.emulator.exchange.ExchangeRules#binanceSpot() its rules}. */
    public static BinanceFront spot(Exchange exchange, Turns turns, BinanceLimits limits) {
        Venue venue = new Venue(exchange, turns, true, limits);
        return new BinanceFront(new SpotSide(venue), venue);
    }

    /** Futures. The exchange should have {@link io.ttquant.exchanges.emulator.exchange.ExchangeRules#binanceUsdm() their rules}. */
    public static BinanceFront usdm(Exchange exchange, Turns turns, BinanceLimits limits) {
        Venue venue = new Venue(exchange, turns, false, limits);
        return new BinanceFront(new UsdmSide(venue), venue);
    }

    private void see(ExchangeEvent event) {
        side.see(event);
    }

    @Override
    public boolean owns(String path) {
        return side.owns(path);
    }

    @Override
    public @Nullable Reply answer(Call call) {
        return side.desk().answer(call);
    }

    @Override
    public @Nullable SocketFront socket(Call handshake) {
        venue.exchange.tick();
        SocketFront socket = side.socket(handshake);
        return socket == null ? null : new PingedSocket(socket, venue.turns, venue.isSpot);
    }

    /** What is different on Spot and on futures. */
    interface Side {
        boolean owns(String path);

        RestDesk desk();

        MarketStreams streams();

        void see(ExchangeEvent event);

        @Nullable
        SocketFront socket(Call handshake);
    }
}
