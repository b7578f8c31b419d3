package io.ttquant.exchanges.emulator.okx;

import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.ExchangeEvent;
import io.ttquant.exchanges.emulator.server.Call;
import io.ttquant.exchanges.emulator.server.Front;
import io.ttquant.exchanges.emulator.server.Reply;
import io.ttquant.exchanges.emulator.server.SocketFront;
import io.ttquant.exchanges.emulator.server.Turns;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An exchange as OKX V5 shows it. Symbols of its markets are spelt as the venue's: {@code BTC-USDT}, {@code BTC-USDT-SWAP}, {@code BTC-USDT-261225}. To be
 * made and used on the exchange's thread.
 */
public final class OkxFront implements Front {
    private static final Duration TICK = Duration.ofMillis(10);
    private static final String SOCKETS = "/ws/v5/";

    private final OkxVenue venue;
    private final Door door;
    private final OkxDesk desk;
    private final SocketOrders socketOrders;
    private final Feeds feeds;
    private final Attachments attachments;
    private int connections;

    private OkxFront(Exchange exchange, Turns turns, boolean isUnlimited) {
        venue = new OkxVenue(exchange, turns);
        door = new Door(venue);
        Pace pace = new Pace(exchange::now, isUnlimited);
        desk = new OkxDesk(venue, door, pace);
        OrderForm form = new OrderForm(venue);
        AlgoForm algoForm = new AlgoForm(venue, form);
        AlgoViews algoViews = new AlgoViews(venue);
        AlgoDesk algos = new AlgoDesk(venue, algoForm, algoViews);
        attachments = new Attachments(venue, algoForm, algos);
        OrderViews orders = new OrderViews(venue, attachments);
        AccountViews accounts = new AccountViews(venue);
        MarketViews markets = new MarketViews(venue);
        Commands commands = new Commands(venue, form, attachments);
        PublicDesk open = new PublicDesk(venue, markets);
        open.addTo(desk.routes());
        new AccountDesk(venue, orders, accounts, open).addTo(desk.routes());
        new BillDesk(venue).addTo(desk.routes());
        new FundingDesk(venue).addTo(desk.routes());
        addOrders(commands);
        algos.addTo(desk.routes(), commands);
        socketOrders = new SocketOrders(venue, commands, desk, pace);
        feeds = new Feeds(venue, markets, new AccountFeeds(venue, orders, accounts, algoViews));
        exchange.listen(this::see);
        turns.every(TICK, exchange::tick);
    }

    /** With the limits of the venue. The exchange should have {@link io.ttquant.exchanges.emulator.exchange.ExchangeRules#okx() its rules}. */
    public static OkxFront of(Exchange exchange, Turns turns) {
        return new OkxFront(exchange, turns, false);
    }

    /** Without limits on requests. */
    public static OkxFront unlimited(Exchange exchange, Turns turns) {
        return new OkxFront(exchange, turns, true);
    }

    private void addOrders(Commands commands) {
        var routes = desk.routes();
        String trade = "POST /api/v5/trade/";
        routes.put(trade + "order", OkxRoute.command(60, commands, commands::place));
        routes.put(trade + "batch-orders", OkxRoute.command(300, commands, commands::place));
        routes.put(trade + "amend-order", OkxRoute.command(60, commands, commands::amend));
        routes.put(trade + "amend-batch-orders", OkxRoute.command(300, commands, commands::amend));
        routes.put(trade + "cancel-order", OkxRoute.command(60, commands, commands::cancel));
        routes.put(trade + "cancel-batch-orders", OkxRoute.command(300, commands, commands::cancel));
        routes.put(trade + "close-position", OkxRoute.change(20, new Closing(venue)::close));
    }

    private void see(ExchangeEvent event) {
        feeds.see(event);
        attachments.see(event);
    }

    @Override
    public boolean owns(String path) {
        return path.startsWith("/api/v5/") || path.startsWith(SOCKETS);
    }

    @Override
    public @Nullable Reply answer(Call call) {
        return desk.answer(call);
    }

    @Override
    public @Nullable SocketFront socket(Call handshake) {
        venue.exchange.tick();
        for (Room room : Room.values()) {
            if (handshake.path().equals(SOCKETS + room.path())) {
                String connection = String.format(Locale.ROOT, "c%07x", ++connections);
                return new OkxSocket(venue, room, door, socketOrders, feeds, connection);
            }
        }
        return null;
    }
}
