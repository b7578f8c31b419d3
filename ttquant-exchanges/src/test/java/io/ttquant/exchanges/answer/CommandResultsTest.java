package io.ttquant.exchanges.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.binance.BinanceAnswers;
import io.ttquant.exchanges.binance.BinanceCodes;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.okx.OkxAnswers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of commands: each for itself, and never refused without the venue's word (rows A2, A24, A25, A26 of the catalogue of failures). */
class CommandResultsTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<CodeClass> classes(List<CommandResult> results) {
        return results.stream().map(r -> r.verdict().codeClass()).toList();
    }

    @Test
    void aRefusalInsideASuccessIsRead() {
        String body =
                "{\"code\":\"1\",\"msg\":\"All operations failed\",\"data\":[{\"clOrdId\":\"a1\",\"ordId\":\"\",\"sCode\":\"51008_1000\",\"sMsg\":\"x\",\"ts\":\"1700000000123\"}]}";
        CommandResult result = OkxAnswers.results(200, bytes(body)).get(0);

        assertThat(result.verdict().codeClass()).isEqualTo(CodeClass.REJECTED);
        assertThat(result.verdict().reason()).isEqualTo(RejectReason.INSUFFICIENT_FUNDS);
        assertThat(result.clientId()).isEqualTo("a1");
    }

    @Test
    void eachOrderOfABatchHasItsOwnOutcome() {
        String okx =
                "{\"code\":\"2\",\"msg\":\"\",\"data\":[{\"clOrdId\":\"a1\",\"ordId\":\"7\",\"sCode\":\"0\",\"sMsg\":\"Order placed\"},{\"clOrdId\":\"a2\",\"sCode\":\"51149\",\"sMsg\":\"\"},{\"clOrdId\":\"a3\"}]}";
        assertThat(classes(OkxAnswers.results(200, bytes(okx))))
                .containsExactly(CodeClass.ACCEPTED, CodeClass.UNKNOWN, CodeClass.QUERY);

        String binance =
                "[{\"code\":-2019,\"msg\":\"Margin is insufficient.\"},{\"orderId\":5,\"clientOrderId\":\"a2\",\"symbol\":\"X\",\"side\":\"BUY\",\"status\":\"NEW_WORD\",\"origQty\":\"1\"},{\"code\":-99999,\"msg\":\"?\"},7]";
        List<CommandResult> results = BinanceAnswers.results(BinanceCodes.USDM, 200, bytes(binance));
        assertThat(classes(results))
                .containsExactly(CodeClass.REJECTED, CodeClass.ACCEPTED, CodeClass.UNKNOWN, CodeClass.UNKNOWN);
        assertThat(results.get(1).order())
                .isNotNull()
                .extracting(VenueOrder::status, VenueOrder::statusWord)
                .containsExactly(null, "NEW_WORD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>502</html>", "null", "{", "[]", "{}", "7", "{\"code\":}", "{\"data\":[]}"})
    void anAnswerThatProvesNothingIsUnknown(String body) {
        for (int http : new int[] {200, 400, 404, 500, 502, 504}) {
            assertThat(BinanceAnswers.results(BinanceCodes.SPOT, http, bytes(body)))
                    .hasSize(1);
            assertThat(OkxAnswers.results(http, bytes(body))).hasSize(1);
            for (CommandResult result : BinanceAnswers.results(BinanceCodes.SPOT, http, bytes(body))) {
                assertThat(result.verdict().codeClass()).as("%d %s", http, body).isEqualTo(CodeClass.UNKNOWN);
            }
            for (CommandResult result : OkxAnswers.results(http, bytes(body))) {
                assertThat(result.verdict().codeClass()).as("%d %s", http, body).isEqualTo(CodeClass.UNKNOWN);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Service Unavailable", "Service Unavailable.", "Internal error; unable to process your request"})
    void onlyTheVenuesOwnJsonSaysThatARequestWasNotExecuted(String words) {
        String json = "{\"code\":-1001,\"msg\":\"" + words + "\"}";
        assertThat(classes(BinanceAnswers.results(BinanceCodes.USDM, 503, bytes(json))))
                .containsExactly(CodeClass.RETRYABLE);
        assertThat(classes(BinanceAnswers.results(BinanceCodes.USDM, 503, bytes("{\"msg\":\"" + words + "\"}"))))
                .containsExactly(CodeClass.RETRYABLE);
        for (String page : List.of(words, '"' + words + '"', words + "\n<html>", "[\"" + words + "\"]")) {
            CommandResult result =
                    BinanceAnswers.results(BinanceCodes.USDM, 503, bytes(page)).get(0);
            assertThat(result.verdict().codeClass()).as(page).isEqualTo(CodeClass.UNKNOWN);
        }
        assertThat(BinanceAnswers.read(BinanceCodes.USDM, 503, bytes(words))
                        .verdict()
                        .message())
                .as("it is told all the same")
                .isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 408, 500, 502, 503})
    void aServerThatFailsOrSendsElsewhereIsNotBelievedWhenItSaysRefused(int http) {
        assertThat(classes(OkxAnswers.results(http, okx("1", "51008")))).containsExactly(CodeClass.UNKNOWN);
        assertThat(classes(OkxAnswers.results(http, okx("0", "0")))).containsExactly(CodeClass.UNKNOWN);
        for (BinanceCodes venue : BinanceCodes.values()) {
            assertThat(classes(BinanceAnswers.results(venue, http, bytes("{\"code\":-2010,\"msg\":\"\"}"))))
                    .containsExactly(CodeClass.UNKNOWN);
        }
    }

    private static byte[] okx(String code, String sCode) {
        return bytes(
                "{\"code\":\"" + code + "\",\"msg\":\"\",\"data\":[{\"clOrdId\":\"a1\",\"ordId\":\"7\",\"sCode\":\""
                        + sCode + "\",\"sMsg\":\"\"}]}");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 404, 429, 500})
    void anOrderOfOkxThatIsTakenInAnAnswerThatIsNoSuccessMayBeTakenOrNot(int http) {
        assertThat(classes(OkxAnswers.results(http, okx("0", "0")))).containsExactly(CodeClass.UNKNOWN);
        assertThat(classes(OkxAnswers.results(200, okx("0", "0")))).containsExactly(CodeClass.ACCEPTED);
        assertThat(classes(OkxAnswers.results(400, okx("1", "51008"))))
                .as("a refusal is one")
                .containsExactly(CodeClass.REJECTED);
    }

    @Test
    void bothHalvesOfAReplacementHaveTheirOutcome() {
        String body =
                "{\"code\":-2021,\"msg\":\"Order cancel-replace partially failed.\",\"data\":{\"cancelResult\":\"SUCCESS\",\"newOrderResult\":\"FAILURE\","
                        + "\"cancelResponse\":{\"symbol\":\"X\",\"origClientOrderId\":\"old\",\"orderId\":4,\"clientOrderId\":\"c\",\"side\":\"BUY\",\"origQty\":\"1\",\"executedQty\":\"0\",\"status\":\"CANCELED\"},"
                        + "\"newOrderResponse\":{\"code\":-2010,\"msg\":\"Account has insufficient balance for requested action.\"}}}";
        List<CommandResult> halves = BinanceAnswers.replacement(BinanceCodes.SPOT, 409, bytes(body));

        assertThat(classes(halves)).containsExactly(CodeClass.ACCEPTED, CodeClass.REJECTED);
        assertThat(halves.get(0).clientId()).isEqualTo("old");
        assertThat(halves.get(0).order())
                .isNotNull()
                .extracting(VenueOrder::status)
                .isEqualTo(OrderStatus.CANCELED);
        for (int http : new int[] {302, 408, 502}) {
            assertThat(classes(BinanceAnswers.replacement(BinanceCodes.SPOT, http, bytes(body))))
                    .containsExactly(CodeClass.UNKNOWN, CodeClass.UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"x\"", "true", "0", "201", "4294967496", "{}"})
    void anErrorWhoseCodeIsNoneIsUnknownAloneAndInABatch(String code) {
        String error = "{\"code\":" + code + ",\"msg\":\"?\"}";
        for (BinanceCodes venue : BinanceCodes.values()) {
            assertThat(classes(BinanceAnswers.results(venue, 200, bytes(error))))
                    .containsExactly(CodeClass.UNKNOWN);
            assertThat(classes(BinanceAnswers.results(venue, 200, bytes("[" + error + "]"))))
                    .containsExactly(CodeClass.UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[{}]", "[null]", "[7]", "[{\"clOrdId\":\"a1\",\"ordId\":\"\"}]", "{\"x\":{\"ordId\":\"\"}}"})
    void anOrderOfOkxWithoutCodeAndIdIsNotTakenForOneThatLives(String data) {
        assertThat(classes(OkxAnswers.results(200, bytes("{\"code\":\"0\",\"msg\":\"\",\"data\":" + data + "}"))))
                .containsExactly(CodeClass.UNKNOWN);
    }

    @Test
    void aTimerOfOkxIsSetByTheCodeOfTheWhole() {
        String body =
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"triggerTime\":\"1700000000123\",\"ts\":\"1700000000123\"}]}";
        assertThat(classes(OkxAnswers.results(200, bytes(body)))).containsExactly(CodeClass.ACCEPTED);
    }

    /** Row A19: a cancel that does not say what was filled before is no cancel of an order without fills. */
    @Test
    void anEndedOrderWithoutItsFilledQuantityIsAskedFor() {
        String body =
                "{\"symbol\":\"X\",\"orderId\":5,\"origClientOrderId\":\"a1\",\"side\":\"BUY\",\"origQty\":\"1\",\"status\":\"CANCELED\"}";
        CommandResult result =
                BinanceAnswers.results(BinanceCodes.SPOT, 200, bytes(body)).get(0);

        assertThat(result.verdict().codeClass()).isEqualTo(CodeClass.UNKNOWN);
        assertThat(result.clientId()).isEqualTo("a1");
    }

    @Test
    void aCancelledConditionalOrderIsNamed() {
        String body = "{\"algoId\":9,\"clientAlgoId\":\"a1\",\"code\":\"200\",\"msg\":\"success\"}";
        CommandResult result =
                BinanceAnswers.results(BinanceCodes.USDM, 200, bytes(body)).get(0);

        assertThat(result.verdict().isAccepted()).isTrue();
        assertThat(result.clientId()).isEqualTo("a1");
        assertThat(result.venueId()).isEqualTo("9");
    }

    @Test
    void framesOfTheWebSocketApiAreJudgedAsAnswersOfRestAre() {
        assertThat(
                        socket(
                                "{\"id\":\"1\",\"status\":200,\"result\":{\"symbol\":\"X\",\"orderId\":5,\"clientOrderId\":\"a1\",\"side\":\"SELL\",\"status\":\"NEW\"},\"rateLimits\":[]}"))
                .isEqualTo(CodeClass.ACCEPTED);
        assertThat(socket("{\"id\":\"1\",\"status\":400,\"error\":{\"code\":-2010,\"msg\":\"Duplicate order sent.\"}}"))
                .isEqualTo(CodeClass.QUERY);
        assertThat(socket("{\"id\":\"1\",\"status\":504,\"error\":{\"code\":-1007,\"msg\":\"\"}}"))
                .isEqualTo(CodeClass.UNKNOWN);
        assertThat(
                        socket(
                                "{\"id\":\"1\",\"status\":418,\"error\":{\"code\":-1003,\"msg\":\"\",\"data\":{\"retryAfter\":1}}}"))
                .isEqualTo(CodeClass.RETRYABLE);
        assertThat(socket("{\"id\":\"1\",\"status\":200}")).isEqualTo(CodeClass.UNKNOWN);
        assertThat(socket("{\"id\":\"1\",\"error\":{}}")).isEqualTo(CodeClass.UNKNOWN);
        assertThat(socket("{")).isEqualTo(CodeClass.UNKNOWN);
    }

    private static CodeClass socket(String frame) {
        return BinanceAnswers.socketResult(BinanceCodes.SPOT, bytes(frame))
                .verdict()
                .codeClass();
    }

    @Test
    void repliesOnTheSocketsOfTheVenuesAreRead() {
        for (String venue : new String[] {"binance-spot", "binance-usdm"}) {
            for (Path file : Fixtures.files(venue + "/ws", "jk-wsapi-(PlaceOrder|CancelOrder|GetOrder)\\.json")) {
                for (JsonNode step : Fixtures.json(file).get("steps")) {
                    if (step.get("dir").asText().equals("in")) {
                        CommandResult result = BinanceAnswers.socketResult(
                                venue.endsWith("spot") ? BinanceCodes.SPOT : BinanceCodes.USDM,
                                bytes(step.get("json").toString()));
                        assertThat(result.verdict().isAccepted())
                                .as("%s %s", file, step)
                                .isTrue();
                        assertThat(result.order()).as("%s", file).isNotNull();
                    }
                }
            }
        }
    }
}
