package io.ttquant.exchanges.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.binance.BinanceSocketRequests;
import io.ttquant.exchanges.binance.SpotRequests;
import io.ttquant.exchanges.binance.UsdmRequests;
import io.ttquant.exchanges.okx.OkxEnvironment;
import io.ttquant.exchanges.okx.OkxRequests;
import io.ttquant.exchanges.okx.OkxSocketRequests;
import io.ttquant.exchanges.okx.TradeMode;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.request.SocketRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Key, secret and passphrase that would be seen, had they come out: in no text of any object, in no exception, and as no String that stays. */
class CanaryTest {
    private static final String KEY = "CANARYKEY7f3a";
    private static final String SECRET = "CANARYSECRET91bc";
    private static final String PASSPHRASE = "CANARYPASS55de";
    private static final String PEM =
            "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEICANARYCANARYCANARYCANARYCANARYCANARYCANA=\n-----END PRIVATE KEY-----";
    private static final Instrument SPOT = Instrument.spot("okx:BTC-USDT", "BTC", "USDT")
            .tick("0.1")
            .lot("0.001")
            .build();
    private static final OrderRequest ORDER =
            Orders.of(SPOT, Side.BUY, OrderType.LIMIT, "1").at("100").request();

    /** Everything that holds credentials, and what it makes. */
    private static List<Object> holders(Credentials credentials) {
        OkxEnvironment environment = OkxEnvironment.demo("global");
        OkxRequests okx = OkxRequests.of(
                environment, credentials, () -> 1_700_000_000_123L, 5_000, TradeMode.CASH, TradeMode.CROSS);
        OkxSocketRequests okxSocket = OkxSocketRequests.of(
                environment, credentials, () -> 1_700_000_000_123L, 5_000, TradeMode.CASH, TradeMode.CROSS, id -> 1);
        SpotRequests spot = SpotRequests.of(credentials, () -> 1_700_000_000_123L, 5_000);
        UsdmRequests usdm = UsdmRequests.of(credentials, () -> 1_700_000_000_123L, 5_000);
        BinanceSocketRequests binanceSocket = BinanceSocketRequests.spot(credentials, () -> 1_700_000_000_123L, 5_000);
        return new ArrayList<>(List.of(
                credentials,
                environment,
                okx,
                okxSocket,
                spot,
                usdm,
                binanceSocket,
                okx.place("a1", ORDER),
                okx.account().balance(null),
                spot.place("a1", ORDER),
                usdm.order("X", "a1"),
                usdm.newListenKey(),
                CredentialSource.of("a test", name -> SECRET)));
    }

    private static Credentials credentials() {
        return Credentials.of(Secret.of(KEY), Secret.of(SECRET), Secret.of(PASSPHRASE));
    }

    @Test
    void noObjectThatCanBeReachedShowsACanary() throws IllegalAccessException {
        List<Object> roots = holders(credentials());
        OkxSocketRequests login = (OkxSocketRequests) roots.get(3);
        BinanceSocketRequests subscribe = (BinanceSocketRequests) roots.get(6);
        List<SocketRequest> frames = List.of(login.login(), subscribe.subscribeUserData("1"));
        roots.addAll(frames);
        int objects = 0;
        for (Object each : reachable(roots)) {
            assertClean(each.getClass().getName(), String.valueOf(each));
            objects++;
        }
        assertThat(objects).isGreaterThan(50);
        assertThat(new String(frames.get(0).text(), java.nio.charset.StandardCharsets.UTF_8))
                .as("the frame itself must carry them")
                .contains(KEY, PASSPHRASE);
    }

    @Test
    void noStringWithACanaryStays() throws IllegalAccessException {
        for (Object each : reachable(holders(credentials()))) {
            if (each instanceof String text) {
                assertClean("a String", text);
            }
        }
    }

    @Test
    void noExceptionShowsACanary() {
        Credentials wrong = Credentials.of(Secret.of(KEY), Secret.of(PEM));
        Credentials shapeless = Credentials.of(Secret.of(KEY), Secret.of("-----BEGIN PRIVATE KEY-----\n" + SECRET));
        Credentials wiped = credentials();
        OkxRequests okx = (OkxRequests) holders(wiped).get(2);
        RestRequest made = okx.account().balance(null);
        wiped.wipe();
        List<Supplier<Object>> failing = List.of(
                () -> SpotRequests.of(wrong, () -> 0, 5_000).account(),
                () -> SpotRequests.of(shapeless, () -> 0, 5_000).account(),
                () -> SpotRequests.of(credentials(), () -> 0, 0),
                () -> okx.place("not legal", ORDER),
                () -> BinanceSocketRequests.spot(credentials(), () -> 0, 5_000).logOn("1"),
                () -> Credentials.of(Secret.of(KEY), Secret.of(SECRET)).passphrase(),
                () -> {
                    made.headers((name, value) -> {});
                    return made;
                });
        int thrown = 0;
        for (Supplier<Object> each : failing) {
            try {
                each.get();
            } catch (RuntimeException e) {
                StringWriter trace = new StringWriter();
                e.printStackTrace(new PrintWriter(trace));
                assertClean("an exception", trace.toString());
                thrown++;
            }
        }
        assertThat(thrown).isEqualTo(failing.size());
    }

    @Test
    void wordsOfAVenueAreShownWithoutWhatTheyQuote() {
        Credentials all = credentials();
        assertThat(all.hiddenIn("no " + KEY + ", " + PASSPHRASE + " and " + SECRET + "; " + KEY))
                .isEqualTo("no ***, *** and ***; ***");
        assertThat(all.hiddenIn("")).isEmpty();
        assertThat(all.hiddenIn("Invalid sign")).isEqualTo("Invalid sign");
        assertThat(Credentials.of(Secret.of(KEY), Secret.of(SECRET)).hiddenIn(KEY + " " + PASSPHRASE))
                .isEqualTo("*** " + PASSPHRASE);
        all.wipe();
        assertThat(all.hiddenIn("no " + KEY)).as("nobody can tell any more").isEqualTo("***");
    }

    private static void assertClean(String what, String text) {
        assertThat(text)
                .as(what)
                .doesNotContain(KEY)
                .doesNotContain(SECRET)
                .doesNotContain(PASSPHRASE)
                .doesNotContain("CANARY");
    }

    /** All objects of ours, and all texts, that fields lead to. */
    private static Set<Object> reachable(List<Object> roots) throws IllegalAccessException {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> todo = new ArrayDeque<>(roots);
        while (!todo.isEmpty()) {
            Object each = todo.pop();
            if (!seen.add(each)) {
                continue;
            }
            Class<?> type = each.getClass();
            if (type.isArray() && !type.getComponentType().isPrimitive()) {
                for (int i = 0; i < Array.getLength(each); i++) {
                    push(todo, Array.get(each, i));
                }
            }
            for (Class<?> c = type; c != null && c.getName().startsWith("io.ttquant"); c = c.getSuperclass()) {
                for (Field field : c.getDeclaredFields()) {
                    boolean isConstant = Modifier.isStatic(field.getModifiers());
                    if (!isConstant && !field.getType().isPrimitive()) {
                        field.setAccessible(true);
                        push(todo, field.get(each));
                    }
                }
            }
        }
        return seen;
    }

    private static void push(Deque<Object> todo, Object value) {
        if (value != null) {
            todo.push(value);
        }
    }
}
