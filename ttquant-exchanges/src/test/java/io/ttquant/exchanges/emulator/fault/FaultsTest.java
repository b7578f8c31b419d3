package io.ttquant.exchanges.emulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalVenue;
import io.ttquant.exchanges.emulator.VenueKind;
import io.ttquant.exchanges.emulator.junit.WithLocalExchange;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What each fault does to a client that is not ours: the one of the JDK. */
@WithLocalExchange(VenueKind.BINANCE)
class FaultsTest {
    private static final String ORDER = "/api/v3/order";
    /** How long a client waits for what will not come. */
    private static final Duration IN_VAIN = Duration.ofMillis(400);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aRequestThatIsLostHasNoEffectAndNoAnswer(LocalExchange local) {
        LocalVenue venue = local.venue(VenueKind.BINANCE);
        venue.faults(faults -> faults.next("POST", ORDER, new RequestFault.LoseRequest()));

        assertThatThrownBy(() -> place(local, 5_000, IN_VAIN)).isInstanceOf(HttpTimeoutException.class);

        assertThat(open(local)).isZero();
        assertThat(venue.faultsHappened()).isEqualTo(1);
    }

    @Test
    void aRequestWhoseAnswerIsLostHasItsEffect(LocalExchange local) {
        local.venue(VenueKind.BINANCE).faults(faults -> faults.next("POST", ORDER, new RequestFault.LoseAnswer()));

        assertThatThrownBy(() -> place(local, 5_000, IN_VAIN)).isInstanceOf(HttpTimeoutException.class);

        assertThat(open(local)).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsLateComesAfterItsTime(LocalExchange local) throws Exception {
        local.venue(VenueKind.BINANCE)
                .faults(faults -> faults.next("POST", ORDER, new RequestFault.DelayAnswer(Duration.ofMillis(150))));

        long before = System.nanoTime();
        assertThat(place(local).statusCode()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void aRequestThatIsLateIsJudgedByTheTimeAtWhichItArrives(LocalExchange local) throws Exception {
        local.venue(VenueKind.BINANCE)
                .faults(faults -> faults.next("POST", ORDER, new RequestFault.DelayRequest(Duration.ofMillis(150))));

        HttpResponse<String> answer = place(local, 100, PATIENCE);

        assertThat(answer.body()).contains("-1021");
        assertThat(open(local)).isZero();
    }

    @Test
    void aStatusOfAProxyHidesAnEffectOrNone(LocalExchange local) throws Exception {
        LocalVenue venue = local.venue(VenueKind.BINANCE);
        venue.faults(faults -> faults.next("POST", ORDER, RequestFault.status(503)));
        assertThat(place(local).statusCode()).isEqualTo(503);
        assertThat(open(local)).isZero();

        venue.faults(faults -> faults.next("POST", ORDER, RequestFault.statusAfterEffect(502)));
        assertThat(place(local).statusCode()).isEqualTo(502);
        assertThat(open(local)).isEqualTo(1);
    }

    @Test
    void aRequestThatIsRepeatedOnItsWayArrivesTwice(LocalExchange local) throws Exception {
        local.venue(VenueKind.BINANCE).faults(faults -> faults.next("POST", ORDER, new RequestFault.Repeat()));

        place(local);

        assertThat(open(local)).isEqualTo(2);
    }

    @Test
    void aClockThatIsOffRefusesWhatIsSignedByTheRightOne(LocalExchange local) throws Exception {
        local.venue(VenueKind.BINANCE).skewClock(Duration.ofMinutes(1));

        assertThat(place(local).body()).contains("-1021");
    }

    @Test
    void socketsThatAreCutEndAndSilentOnesStayOpenWithoutAWord(LocalExchange local) throws Exception {
        LocalVenue venue = local.venue(VenueKind.BINANCE);
        Texts texts = connect(venue);
        assertThat(texts.heard.poll(5, TimeUnit.SECONDS)).contains("\"b\"");

        venue.faults(faults -> faults.silence(true));
        // What was on its way when silence began may still come; then nothing does.
        while (texts.heard.poll(IN_VAIN.toMillis(), TimeUnit.MILLISECONDS) != null) {
            assertThat(texts.heard.size()).isLessThan(10_000);
        }
        assertThat(venue.openSockets()).isEqualTo(1);

        venue.faults(faults -> faults.silence(false));
        assertThat(texts.heard.poll(5, TimeUnit.SECONDS)).contains("\"b\"");

        venue.faults(Faults::cutSockets);
        assertThat(texts.ended.poll(5, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void framesAreLostOrComeTwice(LocalExchange local) throws Exception {
        LocalVenue venue = local.venue(VenueKind.BINANCE);
        venue.faults(faults -> {
            faults.frames("\"u\":", new FrameFault.Lose(), 1);
            faults.frames("\"u\":", new FrameFault.Twice(), 1);
        });
        Texts texts = connect(venue);

        String first = texts.heard.poll(5, TimeUnit.SECONDS);
        String second = texts.heard.poll(5, TimeUnit.SECONDS);

        assertThat(first).isNotNull().isEqualTo(second);
        assertThat(venue.faultsArmed()).isZero();
        assertThat(venue.faultsHappened()).isEqualTo(2);
    }

    @Test
    void aHandshakeCanBeRefused(LocalExchange local) throws Exception {
        LocalVenue venue = local.venue(VenueKind.BINANCE);
        venue.faults(faults -> faults.refuseHandshakes(1));

        assertThatThrownBy(() -> connect(venue)).hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThat(connect(venue).heard.poll(5, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void aFaultThatHappensNoTimesIsRefused() {
        assertThatThrownBy(() -> new Faults().refuseHandshakes(0)).hasMessageContaining("write 1 or more");
        assertThatThrownBy(() -> new RandomFaults(1, 1.5, 0)).hasMessageContaining("from 0 to 1");
    }

    private HttpResponse<String> place(LocalExchange local) throws Exception {
        return place(local, 5_000, PATIENCE);
    }

    private HttpResponse<String> place(LocalExchange local, int window, Duration patience) throws Exception {
        String query = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=55000&recvWindow="
                + window + "&timestamp=" + System.currentTimeMillis();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(local.venue(VenueKind.BINANCE).http() + ORDER + "?" + query + "&signature="
                                + sign(local.account().secret(), query)))
                .header("X-MBX-APIKEY", local.account().key())
                .POST(HttpRequest.BodyPublishers.noBody())
                .timeout(patience)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String sign(String secret, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static int open(LocalExchange local) {
        return local.venue(VenueKind.BINANCE)
                .ask(exchange ->
                        exchange.accounts().openOrders(local.account().id()).size());
    }

    private Texts connect(LocalVenue venue) {
        Texts texts = new Texts();
        client.newWebSocketBuilder()
                .buildAsync(URI.create(venue.ws() + "/ws/btcusdt@bookTicker"), texts)
                .join();
        return texts;
    }

    private static final class Texts implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
            heard.add(text.toString());
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            ended.add(code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            ended.add(String.valueOf(error));
        }
    }
}
