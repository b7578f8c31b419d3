package io.ttquant.exchanges.session.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.RejectReason;
import io.ttquant.exchanges.codes.VenueText;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.request.Cost;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.request.Hosts;
import io.ttquant.exchanges.request.HttpMethod;
import io.ttquant.exchanges.request.RequestRefused;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.budget.Quota;
import io.ttquant.exchanges.transport.budget.QuotaScope;
import io.ttquant.exchanges.transport.budget.RequestBudget;
import io.ttquant.exchanges.transport.simulated.SimulatedNetwork;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestCallerTest {
    private final SimulatedTime time = new SimulatedTime(1_700_000_000_000_000_000L);
    private final SimulatedNetwork network = new SimulatedNetwork(time, 7);
    private final Quota weight = Quota.of("weight", QuotaScope.IP, 10, Duration.ofMinutes(1))
            .withReserve(2)
            .withHeader("X-Used");
    private final Quota orders =
            Quota.of("orders", QuotaScope.ACCOUNT, 2, Duration.ofSeconds(10)).withReserve(0);
    private final Charges charges = new Charges("main").bucket("ip", weight).orders(orders);
    private final RequestBudget budget = new RequestBudget(time, Duration.ofMillis(250), charges.quotas());
    private final RestCaller caller = new RestCaller(
            Hosts.of(Map.of(HostKind.REST, "https://venue.test")),
            network,
            time,
            budget,
            charges,
            AnswerWatch.NONE,
            Duration.ofMinutes(2));
    private final List<String> heard = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<HttpRequest> arrived = new ArrayList<>();
    private HttpResponse answer = HttpResponse.of(200, "{}");

    private final RestListener listener = new RestListener() {
        @Override
        public void answered(HttpResponse response) {
            heard.add("answered " + response.status());
        }

        @Override
        public void failed(Verdict verdict) {
            heard.add(verdict.codeClass().name());
            words.add(verdict.reason() + " " + verdict.message());
        }
    };

    RestCallerTest() {
        network.serve("venue.test", request -> {
            arrived.add(request);
            return answer;
        });
    }

    private static RestRequest get(int weight) {
        return RestRequest.draft(HttpMethod.GET, HostKind.REST, "/v1/thing", Cost.of("ip", weight))
                .headers("X-Key", "k")
                .query("a=1&b=%2F");
    }

    private static RestRequest order() {
        return RestRequest.draft(HttpMethod.POST, HostKind.REST, "/v1/order", Cost.ofOrders("ip", 0, 1))
                .body(new byte[] {'a', '=', '1'}, "application/x-www-form-urlencoded");
    }

    @Test
    void aRequestArrivesAsItWasMade() {
        caller.send(get(1), listener);
        caller.send(order(), listener);
        time.run(Duration.ofSeconds(1));
        assertThat(arrived.get(0).uri()).hasToString("https://venue.test/v1/thing?a=1&b=%2F");
        assertThat(arrived.get(0).headers().first("x-key")).isEqualTo("k");
        assertThat(arrived.get(1).headers().first("content-type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(arrived.get(1).body()).containsExactly('a', '=', '1');
        assertThat(heard).containsExactly("answered 200", "answered 200");
        assertThat(caller.counts().roundTripNanos()).isPositive();
    }

    private static RestRequest asked(String key, String passphrase) {
        return RestRequest.draft(HttpMethod.GET, HostKind.REST, "/v1/thing", Cost.of("ip", 1))
                .identity(taker -> {
                    taker.accept("X-Key", key);
                    taker.accept("X-Passphrase", passphrase);
                })
                .query("");
    }

    private String answered(RestRequest request, String body) {
        List<String> bodies = new ArrayList<>();
        answer = HttpResponse.of(401, body);
        caller.send(request, new RestListener() {
            @Override
            public void answered(HttpResponse response) {
                bodies.add(response.status() + " " + response.text());
            }

            @Override
            public void failed(Verdict verdict) {
                bodies.add(verdict.message());
            }
        });
        time.run(Duration.ofSeconds(1));
        assertThat(bodies).hasSize(1);
        return bodies.get(0);
    }

    @Test
    void whatARefusalQuotesOfTheKeyIsHiddenAndNothingElse() {
        RestRequest request = asked("CANARYkey", "CANARYp");
        assertThat(answered(request, "{\"msg\":\"CANARYkey CANARYkey CANARYke CANARYp\"}"))
                .isEqualTo("401 {\"msg\":\"********* ********* CANARYke *******\"}");
        assertThat(answered(request, "CANARYkey")).isEqualTo("401 *********");
        assertThat(answered(request, "xCANARYkeyCANARYkey")).isEqualTo("401 x******************");
        assertThat(answered(request, "")).isEqualTo("401 ");
        assertThat(answered(get(1), "CANARYkey")).as("who sent none hides none").isEqualTo("401 CANARYkey");
    }

    @Test
    void theHeadOfALongPageIsLookedThroughToo() {
        RestRequest request = asked("CANARYkey", "CANARYp");
        String rest = "x".repeat(9_000);
        String page = "<html>CANARYkey and CANARYp</html>" + rest;
        assertThat(answered(request, page)).isEqualTo("401 <html>********* and *******</html>" + rest);
        assertThat(VenueText.page(answered(request, "<html>" + "y".repeat(150) + "CANARYkey" + rest)
                        .getBytes(StandardCharsets.UTF_8)))
                .doesNotContain("CANARY");
    }

    @Test
    void ofALongListOnlyTheHeadIsLookedThroughAndWhatBeginsInItIsHiddenWhole() {
        RestRequest request = asked("CANARYkey", "CANARYp");
        String list = "x".repeat(9_000) + "CANARYkey";
        assertThat(answered(request, list)).isEqualTo("401 " + list);
        String head = "x".repeat(8_191);
        assertThat(answered(request, head + "CANARYkey" + head)).isEqualTo("401 " + head + "*********" + head);
        assertThat(answered(request, head + "xCANARYkey" + head))
                .as("one beyond it is in no line")
                .isEqualTo("401 " + head + "xCANARYkey" + head);
    }

    @Test
    void aCommandWithoutBudgetIsNotSentAndSaysSo() {
        for (int i = 0; i < 3; i++) {
            caller.send(order(), listener);
        }
        assertThat(heard).as("never before the call has returned").isEmpty();
        time.run(Duration.ofSeconds(1));
        assertThat(arrived).hasSize(2);
        assertThat(heard).containsExactlyInAnyOrder("RETRYABLE", "answered 200", "answered 200");
        assertThat(caller.counts().unsent()).isEqualTo(1);
    }

    @Test
    void aQuestionWaitsForBudgetAndIsMadeWhenItIsSent() {
        List<Long> made = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            caller.ask(
                    () -> {
                        made.add(time.nanos());
                        return get(5);
                    },
                    listener);
        }
        time.run(Duration.ofSeconds(1));
        assertThat(arrived).hasSize(1);
        assertThat(caller.counts().waiting()).isEqualTo(1);
        time.run(Duration.ofMinutes(2));
        assertThat(arrived).hasSize(2);
        assertThat(made.get(made.size() - 1))
                .isGreaterThan(made.get(0) + Duration.ofMinutes(1).toNanos());
        assertThat(caller.counts().waiting()).isZero();
    }

    @Test
    void aRequestThatCannotBeMadeIsRefusedAndNotSent() {
        caller.ask(
                () -> {
                    throw new RequestRefused(RejectReason.UNSUPPORTED_BY_VENUE, "id 'a:b' has characters of no id");
                },
                listener);
        caller.ask(
                () -> {
                    throw new IllegalStateException("no page is left");
                },
                listener);
        assertThat(heard).as("never before the call has returned").isEmpty();
        time.run(Duration.ofSeconds(1));
        assertThat(heard).containsExactly("REJECTED", "RETRYABLE");
        assertThat(words.get(0)).contains("UNSUPPORTED_BY_VENUE", "'a:b'", "was not sent");
        assertThat(words.get(1)).contains("no page is left");
        assertThat(arrived).isEmpty();
        assertThat(caller.counts().unsent()).isEqualTo(2);
    }

    @Test
    void aRequestThatCannotBeMadeAfterItsWaitIsRefusedToo() {
        int[] made = {0};
        caller.ask(() -> get(8), listener);
        caller.ask(
                () -> {
                    if (made[0]++ > 0) {
                        throw new IllegalArgumentException("too late");
                    }
                    return get(8);
                },
                listener);
        time.run(Duration.ofMinutes(2));
        assertThat(heard).containsExactly("answered 200", "RETRYABLE");
        assertThat(caller.counts().waiting()).isZero();
    }

    @Test
    void aCancelMayUseTheReserve() {
        caller.send(get(8), listener);
        caller.send(get(1), listener);
        RestRequest cancel = RestRequest.draft(HttpMethod.DELETE, HostKind.REST, "/v1/order", Cost.reducing("ip", 1))
                .query("id=1");
        caller.send(cancel, listener);
        time.run(Duration.ofSeconds(1));
        assertThat(arrived).extracting(HttpRequest::method).containsExactly("GET", "DELETE");
    }

    @Test
    void afterABanNothingLeavesUntilItsEnd() {
        answer = HttpResponse.of(418, HttpHeaders.of("Retry-After", "90"), new byte[0]);
        caller.send(get(1), listener);
        time.run(Duration.ofSeconds(1));
        answer = HttpResponse.of(200, "{}");
        caller.send(get(1), listener);
        caller.ask(() -> get(1), listener);
        time.run(Duration.ofSeconds(80));
        assertThat(arrived).hasSize(1);
        assertThat(caller.counts().throttled()).isEqualTo(1);
        time.run(Duration.ofSeconds(20));
        assertThat(heard).containsExactly("answered 418", "RETRYABLE", "answered 200");
    }

    @Test
    void whatMayHaveLeftIsUnknownAndWhatDidNotIsNot() {
        network.link("venue.test").answerLoss(1);
        caller.send(order(), listener);
        time.run(Duration.ofSeconds(30));
        network.link("venue.test").refuse(true);
        caller.send(order(), listener);
        time.run(Duration.ofSeconds(30));
        assertThat(heard).containsExactly("UNKNOWN", "RETRYABLE");
    }

    @Test
    void aHostThatTheEnvironmentLacksIsNotAsked() {
        RestRequest request = RestRequest.draft(HttpMethod.GET, HostKind.ACCOUNT_REST, "/x", Cost.of("ip", 1))
                .query("signature=canary");
        caller.send(request, listener);
        time.run(Duration.ofSeconds(1));
        assertThat(heard).containsExactly("RETRYABLE");
    }
}
