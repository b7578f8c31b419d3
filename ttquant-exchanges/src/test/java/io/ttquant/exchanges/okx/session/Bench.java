package io.ttquant.exchanges.okx.session;

import io.ttquant.api.account.Balance;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.session.AccountNews;
import io.ttquant.exchanges.session.CommandReply;
import io.ttquant.exchanges.session.OrderLookup;
import io.ttquant.exchanges.session.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The desk and the account's stream of a session by themselves, with all that they told. */
final class Bench implements AccountNews {
    final Session s = Session.withKeys();
    final OkxVenue venue = s.venue;
    final List<String> outcomes = new ArrayList<>();
    final List<String> news = new ArrayList<>();
    final List<String> unreadable = new ArrayList<>();
    final List<String> failures = new ArrayList<>();
    final CommandReply reply = (order, result) -> outcomes.add(order.clientId() + " "
            + result.verdict().codeClass() + " " + result.verdict().code() + " " + result.venueId());
    final OkxDesk desk;
    final OkxCatalog catalog = new OkxCatalog();
    final OkxAccountStream stream;
    final OkxAccount account;
    final List<VenueOrder> orders = new ArrayList<>();
    private final OkxOpening opening;

    Bench(Map<String, String> more) {
        Map<String, String> settings = new java.util.HashMap<>(Map.of(
                "environment",
                "live",
                "key",
                Session.CANARY + "k",
                "secret",
                Session.CANARY + "s",
                "passphrase",
                Session.CANARY + "p"));
        settings.putAll(more);
        OkxSettings read = OkxSettings.of(new ExchangeConfig(settings));
        Runnable[] whenRead = {() -> {}};
        OkxClock clock = new OkxClock(
                read.environment().hosts().address(HostKind.REST), false, s.network, s.time, () -> whenRead[0].run());
        OkxContext context = new OkxContext(read, s.network, s.network, s.time, s, clock, failures::add);
        OkxRest rest = new OkxRest(read, OkxBudgets.simulated(), s.network, s.time, clock);
        opening = new OkxOpening(context, rest, catalog, () -> {});
        whenRead[0] = opening::clockRead;
        clock.start();
        run(10);
        account = opening.account();
        desk = account.desk;
        stream = new OkxAccountStream(
                context, account.frames(read.credentials()), catalog, account, this, tsEvent -> {});
        venue.requests.clear();
    }

    Bench() {
        this(Map.of());
    }

    Bench streaming() {
        stream.start();
        run(3);
        return this;
    }

    void run(int seconds) {
        s.run(seconds);
    }

    Instrument btc() {
        return catalog.find("BTC-USDT");
    }

    Order limit(String clientId) {
        return new TestOrder(
                clientId,
                Orders.of(btc(), Side.BUY, OrderType.LIMIT, "1").at("27000").request());
    }

    Order stop(String clientId) {
        return new TestOrder(
                clientId,
                Orders.of(btc(), Side.SELL, OrderType.STOP_MARKET, "1")
                        .trigger("26000", TriggerSource.LAST)
                        .request());
    }

    /** Runs until the answer to a question is there, and gives it as text. */
    <T> String ask(java.util.function.Consumer<Reply<T>> question, Function<T, Object> text) {
        List<String> answers = new ArrayList<>();
        question.accept(new Reply<>() {
            @Override
            public void answered(T value) {
                answers.add(String.valueOf(text.apply(value)));
            }

            @Override
            public void failed(Verdict verdict) {
                answers.add("failed " + verdict.codeClass() + " " + verdict.code());
            }
        });
        run(15);
        return String.join(" and ", answers);
    }

    String find(Order order) {
        return this.<OrderLookup>ask(
                r -> desk.find(order, r),
                l -> l.order() == null ? "absent" : (l.lacksChild() ? "childless " : "") + text(l.order()));
    }

    /** An order that another program sent. */
    VenueOrder adopted() {
        return io.ttquant.exchanges.okx.OkxOrders.orders(io.ttquant.exchanges.answer.Json.read(
                        ("[" + OkxVenue.order("555", "theirs", "live", "0", "") + "]")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .get(0);
    }

    static String text(VenueOrder o) {
        return o.clientId() + " " + o.venueId() + " " + o.status() + " "
                + o.filled().toPlainString();
    }

    static String text(VenueFill f) {
        return f.clientId() + " " + f.tradeId() + " " + f.quantity().toPlainString() + " at "
                + f.price().toPlainString() + " fee " + f.fee().amount().toPlainString() + " "
                + f.fee().currency() + (f.isMaker() ? " maker" : " taker");
    }

    @Override
    public void connected() {
        news.add("connected");
    }

    @Override
    public void disconnected(String why) {
        news.add("disconnected");
    }

    @Override
    public void order(VenueOrder order) {
        orders.add(order);
        news.add("order " + text(order));
    }

    @Override
    public void fill(VenueFill fill) {
        news.add("fill " + text(fill));
    }

    @Override
    public void balance(Balance balance, long tsEvent) {
        news.add("balance " + balance.currency().code() + " " + balance.total() + " " + balance.free());
    }

    @Override
    public void unreadable(String what) {
        unreadable.add(what);
        news.add("unreadable");
    }
}
