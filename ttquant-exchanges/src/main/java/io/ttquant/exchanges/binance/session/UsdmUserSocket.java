package io.ttquant.exchanges.binance.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.answer.Unreadable;
import io.ttquant.exchanges.binance.BinanceAnswer;
import io.ttquant.exchanges.binance.UsdmRequests;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.session.AccountNews;
import io.ttquant.exchanges.session.Reply;
import io.ttquant.exchanges.transport.WebSocketRequest;
import io.ttquant.exchanges.transport.stream.ConnectGate;
import io.ttquant.exchanges.transport.stream.Heartbeat;
import io.ttquant.exchanges.transport.stream.StreamInput;
import io.ttquant.exchanges.transport.stream.StreamSession;
import io.ttquant.exchanges.transport.stream.StreamSettings;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * News of a futures account: a listen key, which lives for an hour unless it is extended, and a socket at it. Another key is followed by another socket before
 * the first is left. The key is the account's, not the session's, so that it is never ended here.
 */
final class UsdmUserSocket extends UserSocket {
    private static final Duration EXTENSION = Duration.ofMinutes(25);
    private static final Duration RETRY = Duration.ofSeconds(5);
    /** The stream is silent while nothing happens, the venue pings each 3 min only, and takes no text but requests: pings of the protocol tell whether it lives. */
    private static final Duration PING = Duration.ofSeconds(15);

    private final UsdmRequests requests;
    private final BinanceLink link;
    private final EngineThread thread;
    private final Consumer<String> failed;
    private final LongConsumer funding;
    private final String host;
    private final StreamSession session;
    private String key = "";
    private boolean isAsking;
    private boolean isExpired;
    private boolean isClosed;
    private EngineThread.@Nullable Timeout timeout;

    UsdmUserSocket(
            BinanceSettings settings,
            UsdmRequests requests,
            BinanceLink link,
            AccountNews news,
            AccountReading reading,
            Consumer<String> failed,
            LongConsumer funding,
            Ports ports,
            ConnectGate gate,
            RandomGenerator random) {
        super(news, reading, failed, funding);
        this.requests = requests;
        this.link = link;
        this.thread = ports.first();
        this.failed = failed;
        this.funding = funding;
        this.host = settings.environment().hosts().address(HostKind.PRIVATE_STREAM);
        this.session = new StreamSession(
                StreamSettings.of("binance-usdm account", Heartbeat.BY_SERVER)
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
        askForKey();
    }

    @Override
    void close() {
        isClosed = true;
        stopWaiting();
        session.close();
    }

    /** Asks for the key, which is the one that there is if it lives still. */
    private void askForKey() {
        stopWaiting();
        if (isAsking || isClosed) {
            return;
        }
        isAsking = true;
        link.questions().ask(requests::newListenKey, UsdmUserSocket::key, new Reply<String>() {
            @Override
            public void answered(String its) {
                isAsking = false;
                take(its);
            }

            @Override
            public void failed(Verdict verdict) {
                isAsking = false;
                refused(verdict);
            }
        });
    }

    private static String key(JsonNode data) {
        String key = Json.text(data, "listenKey");
        boolean isPlain = key.chars()
                .allMatch(c -> (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '-'
                        || c == '_');
        if (key.isEmpty() || key.length() > 256 || !isPlain) {
            throw new Unreadable("the answer has no listen key of letters and digits");
        }
        return key;
    }

    private void take(String its) {
        if (isClosed) {
            return;
        }
        boolean isFirst = key.isEmpty();
        boolean isOther = isExpired || !its.equals(key);
        isExpired = false;
        key = its;
        later(EXTENSION, this::extend);
        if (isFirst) {
            session.start();
        } else if (isOther) {
            session.replace();
        }
    }

    private void refused(Verdict verdict) {
        if (isClosed) {
            return;
        }
        if (verdict.codeClass() == CodeClass.FATAL) {
            failed.accept("no listen key: " + verdict.code() + " " + verdict.message());
        } else {
            later(RETRY, this::askForKey);
        }
    }

    private void extend() {
        link.questions().ask(requests::keepListenKey, data -> true, new Reply<Boolean>() {
            @Override
            public void answered(Boolean value) {
                if (!isClosed) {
                    later(EXTENSION, UsdmUserSocket.this::extend);
                }
            }

            @Override
            public void failed(Verdict verdict) {
                askForKey();
            }
        });
    }

    private void later(Duration time, Runnable then) {
        stopWaiting();
        timeout = thread.schedule(time, then);
    }

    private void stopWaiting() {
        if (timeout != null) {
            timeout.cancel();
            timeout = null;
        }
    }

    @Override
    public WebSocketRequest address() {
        return WebSocketRequest.of(URI.create(host + "/ws?listenKey=" + key)).withPings(PING);
    }

    @Override
    void answered(BinanceAnswer answer, StreamInput from) {}

    /** The key has expired: another one leads to another address. */
    @Override
    void expired(StreamInput from) {
        isExpired = true;
        askForKey();
    }

    /** Payments of funding may have been missed before. */
    @Override
    public void connected(int connection) {
        super.connected(connection);
        funding.accept(0);
    }

    /** A socket that does not come about may have a key that is none any more. */
    @Override
    public void disconnected(int connection, String reason) {
        super.disconnected(connection, reason);
        if (!isAlive()) {
            askForKey();
        }
    }
}
