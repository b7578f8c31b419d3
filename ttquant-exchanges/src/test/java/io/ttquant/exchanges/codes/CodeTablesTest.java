package io.ttquant.exchanges.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.binance.BinanceCodes;
import io.ttquant.exchanges.okx.OkxCodes;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every documented code has a class, and nothing else has. */
class CodeTablesTest {
    private static final String RULE = "A code says whether an order was executed. "
            + "What is not listed here is unknown, never a refusal. This page is made from the tables of the code.";

    @Test
    void thePagesAreThoseOfTheTables() {
        new CodePage("Codes of OKX", RULE)
                .codes("Codes", OkxCodes.TABLE)
                .statuses("Words", OkxCodes.STATUSES)
                .check("okx-codes.md");
        new CodePage("Codes of Binance", RULE)
                .codes("Spot", BinanceCodes.SPOT.table())
                .codes("USDT-margined futures", BinanceCodes.USDM.table())
                .statuses("Words", BinanceCodes.STATUSES)
                .check("binance-codes.md");
    }

    @Test
    void everyDocumentedCodeIsListedAndNoOther() {
        Set<String> okx = new TreeSet<>();
        for (String file : new String[] {"doc-error-codes-rest.jsonl", "doc-error-codes-ws.jsonl"}) {
            Fixtures.lines("okx/rest", file)
                    .forEach(line -> okx.add(line.get("code").asText().replaceFirst("_.*", "")));
        }
        // Older than the list of the fixtures, or newer: what orders were seen refused with.
        okx.addAll(Set.of("51119", "54084", "54085"));
        assertThat(new TreeSet<>(OkxCodes.TABLE.codes())).isEqualTo(okx);
        assertThat(new TreeSet<>(BinanceCodes.SPOT.table().codes())).isEqualTo(documented("binance-spot"));
        assertThat(new TreeSet<>(BinanceCodes.USDM.table().codes())).isEqualTo(documented("binance-usdm"));
    }

    private static Set<String> documented(String venue) {
        Set<String> codes = new TreeSet<>();
        Fixtures.lines(venue + "/rest", "doc-error-codes.jsonl")
                .forEach(line -> codes.add(line.get("code").asText()));
        return codes;
    }

    @ParameterizedTest
    @CsvSource({
        "50004, 400, UNKNOWN",
        "51149, 200, UNKNOWN",
        "50001, 503, MAINTENANCE",
        "50026, 500, UNKNOWN",
        "51008_1000, 200, REJECTED",
        "50011, 429, RETRYABLE",
        "50011, 200, RETRYABLE",
        "50102, 401, CLOCK",
        "50113, 401, FATAL",
        "51016, 200, QUERY",
        "51603, 200, QUERY",
        "51603, 404, QUERY",
        "51603, 302, UNKNOWN",
        "51603, 503, UNKNOWN",
        "51119, 200, REJECTED",
        "54084, 200, REJECTED",
        "54085, 200, REJECTED",
        "51400, 200, QUERY",
        "51020, 500, UNKNOWN",
        "77777, 200, UNKNOWN",
        "50037, 200, CLOCK",
        "0, 502, UNKNOWN",
        "0, 302, UNKNOWN",
        "0, 404, UNKNOWN",
        "51008, 302, UNKNOWN",
        "51008, 400, REJECTED",
        "51020, 408, UNKNOWN",
        "50071, 200, QUERY",
        "51405, 200, QUERY",
    })
    void okxAnswersHaveTheirClass(String code, int http, CodeClass expected) {
        assertThat(OkxCodes.verdict(http, code, "").codeClass()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "SPOT, 400, -2010, Duplicate order sent., QUERY",
        "SPOT, 400, -2010, Account has insufficient balance for requested action., REJECTED",
        "SPOT, 400, -2011, Unknown order sent., QUERY",
        "SPOT, 400, -2011, Order was not canceled due to cancel restrictions., REJECTED",
        "SPOT, 400, -2010, This action is disabled on this account., FATAL",
        "SPOT, 504, -1007, Timeout waiting for response from backend server., UNKNOWN",
        "SPOT, 503, -2010, whatever, UNKNOWN",
        "SPOT, 400, -1021, Timestamp for this request is outside of the recvWindow., CLOCK",
        "SPOT, 418, -1003, Way too many requests, RETRYABLE",
        "SPOT, 200, -2010, an error in 200 is read, REJECTED",
        "SPOT, 400, -98765, never heard of it, UNKNOWN",
        "SPOT, 400, 0, <html>, UNKNOWN",
        "SPOT, 429, 0, <html>, RETRYABLE",
        "SPOT, 401, 0, '', FATAL",
        "USDM, 503, -1000, 'Unknown error, please check your request or try again later.', UNKNOWN",
        "USDM, 503, 0, Service Unavailable., RETRYABLE",
        "USDM, 503, -1001, Internal error; unable to process your request. Please try again., RETRYABLE",
        "USDM, 503, -1008, throttled, RETRYABLE",
        "USDM, 408, -1007, '', UNKNOWN",
        "USDM, 400, -4116, ClientOrderId is duplicated., QUERY",
        "USDM, 400, -4046, No need to change margin type., ACCEPTED",
        "USDM, 200, 200, The operation of cancel all open order is done., ACCEPTED",
        "USDM, 502, 0, '', UNKNOWN",
        "USDM, 502, 0, Service Unavailable., UNKNOWN",
        "USDM, 408, -2019, Margin is insufficient., UNKNOWN",
        "SPOT, 302, -2010, Account has insufficient balance for requested action., UNKNOWN",
        "SPOT, 302, -2013, Order does not exist., UNKNOWN",
        "USDM, 307, -2019, Margin is insufficient., UNKNOWN",
        "USDM, 302, 200, done, UNKNOWN",
        "USDM, 302, 0, '', UNKNOWN",
        "USDM, 302, -4046, No need to change margin type., UNKNOWN",
        "SPOT, 409, -2010, Account has insufficient balance for requested action., REJECTED",
    })
    void binanceAnswersHaveTheirClass(BinanceCodes venue, int http, int code, String message, CodeClass expected) {
        assertThat(venue.verdict(http, code, message).codeClass()).isEqualTo(expected);
    }

    /** Clients have met both codes for an id that is taken (row A3 of the catalogue of failures): the order that has it may live. */
    @Test
    void aClientIdThatOkxDoesNotTakeIsAskedFor() {
        assertThat(OkxCodes.verdict("51000", "Parameter clOrdId error").codeClass())
                .isEqualTo(CodeClass.QUERY);
        assertThat(OkxCodes.verdict("51000", "Parameter algoClOrdId error").codeClass())
                .isEqualTo(CodeClass.QUERY);
        assertThat(OkxCodes.verdict("51000", "Parameter px error").codeClass()).isEqualTo(CodeClass.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"51403", "51411", "51413"})
    void anOrderThatCannotBeCancelledThisWayIsNotSaidToBeGone(String code) {
        assertThat(OkxCodes.verdict(code, "").reason()).isEqualTo(RejectReason.UNSUPPORTED_BY_VENUE);
    }

    @Test
    void aConditionalOrderOfWhichAPartWasRefusedIsNotRefused() {
        assertThat(OkxCodes.STATUSES.meaning(OkxCodes.ALGO_STATE, "partially_failed"))
                .isNotNull();
        assertThat(OkxCodes.STATUSES.status(OkxCodes.ALGO_STATE, "partially_failed"))
                .isNull();
    }

    @Test
    void aBanTellsItsEnd() {
        assertThat(BinanceCodes.bannedUntilMillis(
                        "Way too many requests; IP(1.2.3.4) banned until 1700000000123. Please use the websocket"))
                .isEqualTo(1_700_000_000_123L);
        assertThat(BinanceCodes.bannedUntilMillis("Too much request weight used; current limit is 6000 per 1 MINUTE."))
                .isZero();
    }

    @Test
    void filtersTellTheirReason() {
        assertThat(BinanceCodes.SPOT
                        .verdict(400, -1013, "Filter failure: MARKET_LOT_SIZE")
                        .reason())
                .isEqualTo(RejectReason.QUANTITY_STEP);
        assertThat(BinanceCodes.SPOT
                        .verdict(400, -1013, "Filter failure: MIN_NOTIONAL")
                        .reason())
                .isEqualTo(RejectReason.NOTIONAL_BELOW_MINIMUM);
        assertThat(BinanceCodes.SPOT
                        .verdict(400, -1013, "Filter failure: SOMETHING_NEW")
                        .reason())
                .isEqualTo(RejectReason.EXCHANGE);
    }

    /** 77777 and -98765 above are samples of this: whatever is not in a table leaves the outcome open. */
    @Test
    void anUnlistedCodeIsUnknownAtEveryVenue() {
        for (int code = 90_000; code < 90_100; code++) {
            assertThat(OkxCodes.verdict(200, Integer.toString(code), "x").codeClass())
                    .isEqualTo(CodeClass.UNKNOWN);
            assertThat(BinanceCodes.SPOT.verdict(400, -code, "x").codeClass()).isEqualTo(CodeClass.UNKNOWN);
            assertThat(BinanceCodes.USDM.verdict(200, -code, "x").codeClass()).isEqualTo(CodeClass.UNKNOWN);
        }
        assertThat(CodeClass.UNKNOWN.isOutcomeKnown()).isFalse();
    }

    @Test
    void errorsThatWereSeenHaveTheOutcomeThatTheyHad() {
        for (String venue : new String[] {"okx", "binance-spot", "binance-usdm"}) {
            for (JsonNode seen : Fixtures.lines(venue + "/rest", "errors-seen.jsonl")) {
                String outcome = seen.get("outcome").asText();
                if (seen.get("body").isObject() && !outcome.equals("mixed")) {
                    assertThat(seen(venue, seen)).as("%s", seen).isIn((Object[]) classes(outcome));
                }
            }
        }
    }

    private static CodeClass seen(String venue, JsonNode seen) {
        JsonNode body = seen.get("body");
        JsonNode item = body.path("data").path(0);
        int http = seen.get("http").asInt();
        String message = body.get("msg").asText();
        if (!venue.equals("okx")) {
            BinanceCodes codes = venue.endsWith("spot") ? BinanceCodes.SPOT : BinanceCodes.USDM;
            return codes.verdict(http, body.get("code").asInt(), message).codeClass();
        }
        return item.has("sCode")
                ? OkxCodes.verdict(item.get("sCode").asText(), message).codeClass()
                : OkxCodes.verdict(http, body.get("code").asText(), message).codeClass();
    }

    private static CodeClass[] classes(String outcome) {
        return switch (outcome) {
            case "rejected" -> new CodeClass[] {CodeClass.REJECTED, CodeClass.FATAL, CodeClass.QUERY};
            case "rejected-resync" -> new CodeClass[] {CodeClass.CLOCK};
            case "rejected-retryable" -> new CodeClass[] {CodeClass.RETRYABLE};
            case "unknown" -> new CodeClass[] {CodeClass.UNKNOWN};
            case "unknown-until-queried" -> new CodeClass[] {CodeClass.UNKNOWN, CodeClass.MAINTENANCE};
            default -> throw new IllegalArgumentException(outcome);
        };
    }

    @Test
    void orderWordsHaveTheirStatusAndOthersHaveNone() {
        assertThat(BinanceCodes.STATUSES.status(BinanceCodes.ORDER_STATUS, "EXPIRED_IN_MATCH"))
                .isEqualTo(OrderStatus.CANCELED);
        assertThat(BinanceCodes.STATUSES.status(BinanceCodes.ALGO_STATUS, "FINISHED"))
                .isNull();
        assertThat(BinanceCodes.STATUSES.meaning(BinanceCodes.ORDER_STATUS, "SOMETHING_NEW"))
                .isNull();
        assertThat(OkxCodes.STATUSES.status(OkxCodes.ORDER_STATE, "mmp_canceled"))
                .isEqualTo(OrderStatus.CANCELED);
        assertThat(OkxCodes.STATUSES.status(OkxCodes.CANCEL_SOURCE, "13")).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void aTableThatIsMissingSaysSo() {
        assertThatThrownBy(() -> CodeTable.load(CodeTablesTest.class, "none.txt"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none.txt");
    }
}
