package io.ttquant.exchanges.okx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.feed.FixtureFrames;
import io.ttquant.exchanges.feed.FixtureFrames.Frame;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every private message and answer that OKX sent or documents decodes, and to what the plain way by Jackson's tree says. */
class OkxAccountFixturesTest {
    private final AccountLog fast = new AccountLog();
    private final AccountLog plain = new AccountLog();
    private final OkxAccountDecoder decoder = new OkxAccountDecoder(fast);

    @Test
    void everyFrame() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Frame frame : FixtureFrames.of("okx/ws")) {
            if (frame.file().contains(".tsv") || frame.text().equals("pong")) {
                continue;
            }
            byte[] bytes = frame.bytes();
            OkxFrame kind = decoder.decode(bytes, 0, bytes.length);
            PlainOkxAccount.decode(bytes, plain);

            assertThat(fast.all).as(frame.toString()).isEqualTo(plain.all);
            if (kind == OkxFrame.ANSWER) {
                assertThat(decoder.answer()).as(frame.toString()).isEqualTo(PlainOkxAccount.answer(bytes));
                counts.merge("answer", 1, Integer::sum);
            }
            fast.all.forEach(news -> counts.merge(news.getClass().getSimpleName(), 1, Integer::sum));
            fast.all.clear();
            plain.all.clear();
        }
        assertThat(counts.get("OkxOrderUpdate")).isGreaterThanOrEqualTo(6);
        assertThat(counts.get("answer")).isGreaterThanOrEqualTo(20);
    }

    @Test
    void everyAnswerByRest() {
        int items = 0;
        for (Path file :
                Fixtures.files("okx/rest", "(doc-trade-post|jk-(Place|Cancel|Amend)|nt-http_place|live-order-ack).*")) {
            JsonNode json = Fixtures.json(file);
            for (JsonNode one : json.isArray() ? json : java.util.List.of(json)) {
                JsonNode body = one.has("response") ? one.get("response") : one.has("json") ? one.get("json") : one;
                if (!body.has("code")) {
                    continue;
                }
                byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
                OkxAnswer answer = decoder.decodeAnswer(bytes, 0, bytes.length);
                assertThat(answer).as(file.toString()).isEqualTo(PlainOkxAccount.answer(bytes));
                items += answer.items().size();
            }
        }
        assertThat(items).isGreaterThanOrEqualTo(10);
    }

    @Test
    void aRecordedFillSaysWhatItsReporterSaw() {
        JsonNode recorded =
                Fixtures.lines("okx/ws", "issue-recorded-private.jsonl").get(0);
        byte[] bytes = ("{\"arg\":{\"channel\":\"orders\",\"instType\":\"SWAP\"},\"data\":[" + recorded.get("message")
                        + "]}")
                .getBytes(StandardCharsets.UTF_8);
        decoder.decode(bytes, 0, bytes.length);
        OkxOrderUpdate order = (OkxOrderUpdate) fast.all.get(0);

        JsonNode expected = recorded.get("expected");
        assertThat(order.orderId()).isEqualTo(expected.get("id").asText());
        assertThat(order.clientId()).isEqualTo(expected.get("clientOrderId").asText());
        assertThat(order.averagePrice())
                .isEqualByComparingTo(expected.get("average").asText());
        assertThat(order.filled()).isEqualByComparingTo(expected.get("filled").asText());
        assertThat(order.fee().negate())
                .isEqualByComparingTo(expected.get("fee").get("cost").asText());
        assertThat(order.isFill()).isTrue();
        assertThat(order.state().value()).isEqualTo(OkxOrderState.FILLED);
    }
}
