package io.ttquant.exchanges.transport.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.exchanges.transport.HttpCall;
import io.ttquant.exchanges.transport.HttpListener;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.WebSocket;
import io.ttquant.exchanges.transport.WebSocketListener;
import io.ttquant.exchanges.transport.WebSocketRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The network that is made up. */
class SimulatedNetworkTest implements HttpListener, WebSocketListener {
    private final SimulatedTime time = new SimulatedTime(0);
    private final SimulatedNetwork network = new SimulatedNetwork(time, 1);
    private final List<String> heard = new ArrayList<>();
    private int effects;

    @Test
    void aRequestTakesTheWayThereAndBack() {
        serve();
        network.link("api.test").latency(Duration.ofMillis(10), Duration.ofMillis(10));
        post();
        time.run(Duration.ofMillis(19));
        assertThat(heard).isEmpty();
        assertThat(effects).isEqualTo(1);
        time.run(Duration.ofMillis(1));
        assertThat(heard).containsExactly("200 ok");
    }

    @Test
    void aLostRequestHasNoEffectAndALostAnswerHas() {
        serve();
        network.link("api.test").requestLoss(1);
        post();
        time.run(Duration.ofSeconds(11));
        assertThat(effects).isZero();
        network.link("api.test").requestLoss(0).answerLoss(1);
        post();
        time.run(Duration.ofSeconds(11));
        assertThat(effects).isEqualTo(1);
        assertThat(heard).containsExactly("TIMEOUT may have left", "TIMEOUT may have left");
    }

    @Test
    void onlyWhatCannotHaveLeftIsCalledSo() {
        post();
        serve();
        network.link("api.test").refuse(true);
        post();
        time.run(Duration.ofSeconds(1));
        network.link("api.test").refuse(false).resets(1);
        post();
        time.run(Duration.ofSeconds(1));
        assertThat(heard).containsExactly("UNRESOLVED", "UNREACHABLE", "BROKEN may have left");
    }

    @Test
    void rulesForAddressesAndCeilingsAreThoseOfTheRealNetwork() {
        serve();
        assertThatThrownBy(() -> network.send(HttpRequest.of("GET", URI.create("http://api.test/")), this))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in the clear");
        network.send(HttpRequest.of("GET", URI.create("https://api.test/")).withCeiling(1), this);
        time.run(Duration.ofSeconds(1));
        assertThat(heard).containsExactly("TOO_LARGE may have left");
    }

    @Test
    void aCancelledCallAndAClosedNetworkSayNothing() {
        serve();
        HttpCall call = network.send(HttpRequest.of("GET", URI.create("https://api.test/")), this);
        call.cancel();
        post();
        echo();
        network.close();
        time.run(Duration.ofMinutes(1));
        assertThat(heard).isEmpty();
        assertThatThrownBy(this::post).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void messagesOfOneConnectionKeepTheirOrderAndConnectionsOvertakeEachOther() {
        List<SimulatedPeer> peers = new ArrayList<>();
        network.accept("ws.test", new WebSocketHandler() {
            @Override
            public void message(SimulatedPeer peer, String text) {}

            @Override
            public void opened(SimulatedPeer peer) {
                peers.add(peer);
            }
        });
        network.link("ws.test").latency(Duration.ofMillis(1), Duration.ofMillis(100));
        network.open(WebSocketRequest.of(URI.create("wss://ws.test/")), this);
        network.open(WebSocketRequest.of(URI.create("wss://ws.test/")), this);
        time.run(Duration.ofSeconds(1));
        heard.clear();
        for (int i = 0; i < 50; i++) {
            peers.get(0).send("a" + (100 + i));
            peers.get(1).send("b" + (100 + i));
            time.run(Duration.ofMillis(1));
        }
        time.run(Duration.ofSeconds(1));
        assertThat(heard).hasSize(100);
        assertThat(heard.stream().filter(text -> text.startsWith("a"))).isSorted();
        assertThat(heard.stream().filter(text -> text.startsWith("b"))).isSorted();
        List<String> numbers = heard.stream().map(text -> text.substring(1)).toList();
        assertThat(numbers).isNotEqualTo(numbers.stream().sorted().toList());
    }

    @Test
    void aFrozenLinkLosesEverythingWhileSocketsStayOpen() {
        WebSocket socket = echo();
        time.run(Duration.ofSeconds(1));
        network.link("ws.test").freeze();
        assertThat(socket.send("1")).isTrue();
        time.run(Duration.ofSeconds(1));
        network.link("ws.test").thaw();
        socket.send("2");
        time.run(Duration.ofSeconds(1));
        assertThat(heard).containsExactly("opened", "2");
    }

    @Test
    void aSlowLinkDrips() {
        WebSocket socket = echo();
        time.run(Duration.ofSeconds(1));
        network.link("ws.test").bytesPerSecond(10);
        socket.send("0123456789");
        time.run(Duration.ofMillis(1990));
        assertThat(heard).containsExactly("opened");
        time.run(Duration.ofMillis(20));
        assertThat(heard).containsExactly("opened", "0123456789");
    }

    @Test
    void lossAndDuplicationHitMessagesOfTheServer() {
        WebSocket socket = echo();
        time.run(Duration.ofSeconds(1));
        network.link("ws.test").messageDuplication(1);
        socket.send("twice");
        time.run(Duration.ofSeconds(1));
        network.link("ws.test").messageDuplication(0).messageLoss(1);
        socket.send("never");
        time.run(Duration.ofSeconds(1));
        assertThat(heard).containsExactly("opened", "twice", "twice");
    }

    @Test
    void bothSidesCanCloseAndAResetIsAFailure() {
        WebSocket socket = echo();
        time.run(Duration.ofSeconds(1));
        socket.close(1000, "mine");
        time.run(Duration.ofSeconds(5));
        assertThat(socket.send("late")).isFalse();
        echo();
        time.run(Duration.ofSeconds(1));
        network.link("ws.test").cut();
        time.run(Duration.ofSeconds(1));
        assertThat(heard).containsExactly("opened", "closed 1000 mine", "opened", "BROKEN may have left");
        assertThat(network.openSockets()).isZero();
    }

    @Test
    void valuesOutsideTheirRangeAreRefused() {
        Link link = network.link("api.test");
        assertThatThrownBy(() -> link.messageLoss(1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> link.resets(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> link.latency(Duration.ofMillis(2), Duration.ofMillis(1)))
                .hasMessageContaining("rise");
        assertThatThrownBy(() -> link.bytesPerSecond(0)).hasMessageContaining("0");
        assertThatThrownBy(() -> time.schedule(Duration.ofNanos(-1), () -> {})).hasMessageContaining("negative");
    }

    private void serve() {
        network.serve("api.test", request -> {
            effects++;
            return HttpResponse.of(200, "ok");
        });
    }

    private void post() {
        network.send(HttpRequest.of("POST", URI.create("https://api.test/order")), this);
    }

    private WebSocket echo() {
        network.accept("ws.test", SimulatedPeer::send);
        return network.open(WebSocketRequest.of(URI.create("wss://ws.test/")), this);
    }

    @Override
    public void response(HttpResponse response) {
        heard.add(response.status() + " " + response.text());
    }

    @Override
    public void failed(NetworkFailure failure) {
        heard.add(failure.kind() + (failure.mayHaveLeft() ? " may have left" : ""));
    }

    @Override
    public void opened() {
        heard.add("opened");
    }

    @Override
    public void message(byte[] payload) {
        heard.add(new String(payload, StandardCharsets.UTF_8));
    }

    @Override
    public void closed(int code, String reason) {
        heard.add("closed " + code + " " + reason);
    }
}
