package io.ttquant.exchanges.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.Fixtures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer of REST that was recorded or documented is read; and any of them with parts gone or strange is read or unreadable, no more. */
class RestFixturesTest {
    private static final String NO_ANSWERS = "manifest\\.json|expected-.*|.*\\.jsonl|.*\\.md|doc-errors\\.json";

    /** An answer with the words by which its decoder is found. */
    record Sample(String name, String path, JsonNode answer) {}

    static List<Sample> samples(String venue) {
        List<Sample> samples = new ArrayList<>();
        for (Path file : Fixtures.files(venue + "/rest", "(?!" + NO_ANSWERS + ").*")) {
            String name = file.getFileName().toString();
            JsonNode json = Fixtures.json(file);
            if (json.isObject() && json.has("response")) {
                String path = json.at("/request/method").asText() + " "
                        + json.at("/request/path").asText();
                samples.add(new Sample(name, path, json.get("response")));
            } else if (json.isArray() && json.path(0).has("caption")) {
                json.forEach(example -> add(
                        samples,
                        venue,
                        new Sample(
                                name,
                                venue.equals("binance-spot")
                                        ? example.get("section").asText()
                                        : name,
                                example.get("json"))));
            } else {
                add(samples, venue, new Sample(name, name, json));
            }
        }
        return samples;
    }

    /** Some examples of the documentation are requests, and one sample is the item of an answer alone. */
    private static void add(List<Sample> samples, String venue, Sample sample) {
        if (!venue.equals("okx") || sample.answer().has("code")) {
            samples.add(sample);
        }
    }

    @ParameterizedTest
    @CsvSource({"okx, 92", "binance-spot, 80", "binance-usdm, 105"})
    void everyAnswerIsRead(String venue, int least) {
        List<String> undecoded = new ArrayList<>();
        int decoded = 0;
        for (Sample sample : samples(venue)) {
            try {
                Object result = Decoded.of(venue, sample.path(), sample.answer());
                if (result == null) {
                    undecoded.add(sample.name() + " " + sample.path());
                } else {
                    decoded++;
                }
            } catch (RuntimeException e) {
                throw new AssertionError(sample.name() + " " + sample.path() + ": " + e.getMessage(), e);
            }
        }
        assertThat(decoded).as("not decoded: %s", undecoded).isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @ValueSource(strings = {"okx", "binance-spot", "binance-usdm"})
    void anAnswerWithPartsGoneOrStrangeIsReadOrUnreadable(String venue) {
        long seed = 20_261_126;
        Random random = new Random(seed);
        for (Sample sample : samples(venue)) {
            byte[] body = sample.answer().toString().getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 20 && body.length < 20_000; i++) {
                JsonNode strange = Strange.of(Fixtures.json(body), random);
                assertThatCode(() -> {
                            try {
                                Decoded.of(venue, sample.path(), strange);
                            } catch (Unreadable e) {
                                assertThat(e.getMessage()).isNotBlank();
                            }
                        })
                        .as("seed %d, %s: %s", seed, sample.name(), strange)
                        .doesNotThrowAnyException();
            }
        }
    }
}
