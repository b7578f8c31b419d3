package io.ttquant.exchanges.binance.session;

import io.ttquant.exchanges.binance.BinanceAnswer;
import io.ttquant.exchanges.binance.BinanceSocketRequests;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.session.AccountNews;
import io.ttquant.exchanges.transport.WebSocketRequest;
import io.ttquant.exchanges.transport.stream.ConnectGate;
import io.ttquant.exchanges.transport.stream.Heartbeat;
import io.ttquant.exchanges.transport.stream.StreamInput;
import io.ttquant.exchanges.transport.stream.StreamSession;
import io.ttquant.exchanges.transport.stream.StreamSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** News of a Spot account: a signed subscription on the WebSocket API. */
final class SpotUserSocket extends UserSocket {
    private static final String LOGIN = "login";
    private static final Heartbeat PING =
            new Heartbeat("{\"id\":\"ping\",\"method\":\"ping\"}", Duration.ofSeconds(20), Duration.ofSeconds(10));

    private final BinanceSettings settings;
    private final BinanceSocketRequests requests;
    private final BinanceLink link;
    private final URI address;
    private final StreamSession session;

    SpotUserSocket(
            BinanceSettings settings,
            BinanceSocketRequests requests,
            BinanceLink link,
            AccountNews news,
            AccountReading reading,
            Consumer<String> failed,
            Ports ports,
            ConnectGate gate,
            RandomGenerator random) {
        super(news, reading, failed, ts -> {});
        this.settings = settings;
        this.requests = requests;
        this.link = link;
        this.address = URI.create(settings.environment().hosts().address(HostKind.PRIVATE_STREAM));
        this.session = new StreamSession(
                StreamSettings.of("binance account", PING)
                        .withReplacement(Duration.ofMinutes(23 * 60 + 30), Duration.ofSeconds(10)),
                this,
                this,
                ports.orders(),
                ports.first(),
                gate,
                random);
    }

    @Override
    void start() {
        session.start();
    }

    @Override
    void close() {
        session.close();
    }

    @Override
    public WebSocketRequest address() {
        return WebSocketRequest.of(address);
    }

    @Override
    public String login() {
        return new String(requests.subscribeUserData(LOGIN).text(), StandardCharsets.UTF_8);
    }

    @Override
    void answered(BinanceAnswer answer, StreamInput from) {
        if (!answer.id().equals(LOGIN)) {
            return;
        }
        Verdict verdict = link.codes().verdict(answer.status(), (int) answer.code(), answer.message());
        if (verdict.isAccepted()) {
            from.loggedIn();
            return;
        }
        if (verdict.codeClass() == CodeClass.CLOCK) {
            link.readClock();
        }
        Credentials keys = settings.credentials();
        String words = keys == null ? answer.message() : keys.hiddenIn(answer.message());
        from.loginRefused(answer.code() + " " + words, verdict.codeClass() == CodeClass.FATAL);
    }

    /** The socket that takes over subscribes anew. */
    @Override
    void expired(StreamInput from) {
        from.closing("the venue ended the stream");
    }
}
