package io.ttquant.exchanges.okx.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.exchanges.request.Cost;
import io.ttquant.exchanges.transport.budget.Charge;
import io.ttquant.exchanges.transport.budget.RequestBudget;
import io.ttquant.exchanges.transport.budget.Urgency;
import io.ttquant.exchanges.transport.stream.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What sessions of one process share of the limits of OKX, and that none keeps its credentials when it ends. */
class OkxBudgetsTest {
    private static final Cost CANDLES = Cost.of("HISTORY_CANDLES", 1);
    private static final Cost BALANCE = Cost.of("BALANCE", 1);
    private static final Cost PLACE = Cost.ofOrders("PLACE", 1, 1).within("BTC-USDT");

    private final Session s = new Session();
    private final OkxBudgets shared = OkxBudgets.simulated();

    private OkxBudget of(String host, String account) {
        return new OkxBudget(shared, host, account, s.time);
    }

    /** Takes as often as it goes. */
    private static int all(OkxBudget of, Cost cost) {
        RequestBudget budget = of.budget();
        Charge[] charges = of.charges().of(cost);
        int taken = 0;
        while (budget.tryTake(Urgency.ORDINARY, charges) == 0) {
            taken++;
        }
        return taken;
    }

    @Test
    void publicRequestsAreCountedByAddressForAllSessionsOfAHost() {
        assertEquals(18, all(of("https://www.okx.com", "a"), CANDLES), "but for the reserve");
        assertEquals(0, all(of("https://www.okx.com", "b"), CANDLES));
        assertEquals(18, all(of("https://eea.okx.com", "a"), CANDLES));
    }

    @Test
    void whatTheVenueCountsByAccountIsSharedByTheSessionsOfAKeyOnly() {
        assertEquals(9, all(of("https://www.okx.com", "a"), BALANCE));
        assertEquals(0, all(of("https://www.okx.com", "a"), BALANCE));
        assertEquals(9, all(of("https://www.okx.com", "b"), BALANCE));
        assertEquals(54, all(of("https://www.okx.com", "a"), PLACE));
        assertEquals(0, all(of("https://www.okx.com", "a"), PLACE));
        assertEquals(54, all(of("https://www.okx.com", "b"), PLACE));
    }

    @Test
    void sessionsOfOneProviderShareThem() {
        OkxProvider provider = OkxProvider.over((proxy, thread) -> s.network);
        ExchangeConfig config = new ExchangeConfig(Map.of("environment", "live"));
        var first = provider.open(config, s.time, s);
        var second = provider.open(config, s.time, s);
        s.run(1);
        long asked = s.venue.asked("/api/v5/public/instruments");
        assertEquals(6, asked);
        assertTrue(
                first.figures().requests().quotas().stream()
                        .anyMatch(q -> q.name().equals("INSTRUMENTS") && q.used() == asked),
                first.figures().requests().quotas().toString());
        first.close();
        second.close();
    }

    @Test
    void heartbeatsOfAQuietConnectionTakeNothingFromWhatMayBeSubscribedInAnHour() {
        List<Pace> ofAnHour = OkxContext.settings("orders").paces().stream()
                .filter(pace -> pace.period().equals(Duration.ofHours(1)))
                .toList();
        assertEquals(List.of(Pace.ofRequests(400, Duration.ofHours(1))), ofAnHour);
    }

    @Test
    void aSessionWipesItsCredentialsWhenItIsClosed() {
        OkxSettings settings = OkxSettings.of(
                new ExchangeConfig(Map.of("environment", "live", "key", "k1", "secret", "s1", "passphrase", "p1")));
        OkxSession session = new OkxSession(settings, shared, s.network, s.network, s.time, s);
        session.start();
        s.run(20);
        assertEquals("k1", settings.credentials().key().reveal());
        session.close();
        session.close();
        assertThrows(
                IllegalStateException.class, () -> settings.credentials().key().reveal());
        assertThrows(
                IllegalStateException.class,
                () -> settings.credentials().passphrase().reveal());
        s.run(600);
    }
}
