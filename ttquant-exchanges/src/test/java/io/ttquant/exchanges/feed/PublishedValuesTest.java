package io.ttquant.exchanges.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.binance.BinanceMarketDecoder;
import io.ttquant.exchanges.okx.OkxMarketDecoder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others' libraries assert of messages is what the decoders say of them. Amounts of OKX derivatives stay in contracts. */
class PublishedValuesTest {
    private static final long NOW = 1_800_000_000_000_000_000L;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern LEVEL =
            Pattern.compile("(asks|bids)\\[(\\d+)\\]\\.(price|quantity_base|quantity_contract)");

    private final List<String> log = new ArrayList<>();
    private int checked;

    private void decode(String venue, String text) {
        log.clear();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        JsonNode root = Fixtures.json(bytes);
        if (venue.equals("okx")) {
            OkxMarketDecoder okx = new OkxMarketDecoder();
            String id = root.path("arg").path("instId").asText("none");
            okx.feed(id, new SinkLog(id, 10, 8, log).feed("1m"));
            okx.decode(bytes, 0, bytes.length, NOW);
            return;
        }
        BinanceMarketDecoder binance = new BinanceMarketDecoder();
        Iterable<JsonNode> data =
                root.path("data").isArray() ? root.get("data") : List.of(root.has("data") ? root.get("data") : root);
        data.forEach(e -> feed(binance, e.path("s").asText("NONE")));
        String stream = root.path("stream").asText("none@");
        feed(binance, stream.substring(0, Math.max(0, stream.indexOf('@'))).toUpperCase(Locale.ROOT));
        if (root.has("lastUpdateId")) {
            binance.decodeBook("NONE", bytes, 0, bytes.length, NOW);
        } else {
            binance.decode(bytes, 0, bytes.length, NOW);
        }
    }

    private void feed(BinanceMarketDecoder decoder, String symbol) {
        if (!symbol.isEmpty()) {
            decoder.feed(symbol, new SinkLog(symbol, 8, 8, log).feed("1m", "1M"));
        }
    }

    @ParameterizedTest
    @CsvSource({"binance-spot, 25", "binance-usdm, 40", "okx, 76"})
    void cryptoMessageParser(String venue, int least) {
        for (JsonNode example : Fixtures.lines(venue + "/ws", "cmp-cases.jsonl")) {
            String raw = example.get("raw").asText();
            if (example.get("kind").asText().equals("open_interest") || raw.startsWith("{\"code\"")) {
                continue;
            }
            boolean isBar = example.get("kind").asText().equals("candlestick");
            // They were recorded open, and only closed ones are passed on.
            decode(venue, isBar ? raw.replace("\"x\":false", "\"x\":true").replaceAll("\"]]", "\",\"\",\"1\"]]") : raw);
            boolean isContracts =
                    venue.equals("okx") && !example.get("case").asText().equals("spot");
            example.get("expected").forEach(fact -> check(fact.asText(), isContracts, raw));
        }
        assertThat(checked).isGreaterThanOrEqualTo(least);
    }

    private void check(String fact, boolean isContracts, String raw) {
        String[] sides = fact.split(" = ", -1);
        boolean isTurned = NUMBER.matcher(sides[0]).matches();
        String name = isTurned ? sides[1] : sides[0];
        String value = isTurned ? sides[0] : sides[1];
        String found = found(name, isContracts);
        if (found == null) {
            return;
        }
        checked++;
        if (NUMBER.matcher(value).matches()) {
            assertThat(new BigDecimal(found)).as("%s in %s: %s", fact, raw, log).isEqualByComparingTo(value);
        } else if (name.equals("side")) {
            assertThat(found).as(raw).isEqualTo(value.equals("Buy") ? "BUYER" : "SELLER");
        } else {
            checked--;
        }
    }

    /** What the log says of a figure; null if it is another's way to say it. */
    private String found(String name, boolean isContracts) {
        if (log.isEmpty()) {
            return null;
        }
        String[] words = log.get(0).split(" ", -1);
        Matcher level = LEVEL.matcher(name);
        String quantity = isContracts ? "quantity_contract" : "quantity_base";
        if (level.matches()) {
            if (!level.group(3).equals("price") && !level.group(3).equals(quantity)) {
                return null;
            }
            String text = levels(words, level.group(1)).get(Integer.parseInt(level.group(2)));
            return text.split("x", -1)[level.group(3).equals("price") ? 0 : 1];
        }
        Map<String, Integer> places = switch (words[1]) {
            case "trade" -> Map.of(quantity, 4, "side", 5);
            case "quote" -> Map.of("bid_price", 3, "bid_" + quantity, 4, "ask_price", 5, "ask_" + quantity, 6);
            case "bar" ->
                isContracts
                        ? Map.of("open", 5, "high", 6, "low", 7, "close", 8)
                        : Map.of("open", 5, "high", 6, "low", 7, "close", 8, "volume", 9);
            default -> Map.of();
        };
        if (name.endsWith(".len()")) {
            return words[1].matches("snapshot|increment")
                    ? Integer.toString(levels(words, name.substring(0, 4)).size())
                    : null;
        }
        if (name.matches("funding_rates\\[\\d\\]\\.funding_rate")) {
            int index = name.charAt(14) - '0';
            return log.stream()
                    .filter(l -> l.contains(" funding "))
                    .skip(index)
                    .findFirst()
                    .orElseThrow()
                    .split(" ", -1)[3];
        }
        return places.containsKey(name) ? words[places.get(name)] : null;
    }

    private static List<String> levels(String[] words, String side) {
        List<String> levels = new ArrayList<>();
        for (String word : words) {
            if (word.matches(side.charAt(0) + "[0-9.]+x[0-9.]+")) {
                levels.add(word.substring(1));
            }
        }
        return levels;
    }

    @ParameterizedTest
    @ValueSource(strings = {"binance-spot", "binance-usdm", "okx"})
    void tardis(String venue) {
        for (JsonNode example : Fixtures.lines(venue + "/ws", "tardis-normalized-cases.jsonl")) {
            decode(venue, example.get("message").toString());
            for (JsonNode expected : example.get("expected")) {
                boolean isGenerated = example.get("message").has("generated");
                if (!isGenerated) {
                    check(expected, example);
                }
            }
            if (example.toString().contains("INSURANCE_FUND")
                    || example.toString().contains("\"event\"")) {
                assertThat(log).isEmpty();
            }
        }
        assertThat(checked).isGreaterThanOrEqualTo(3);
    }

    private void check(JsonNode expected, JsonNode example) {
        String symbol = expected.get("symbol").asText();
        String all = String.join("\n", log);
        List<String> lines = new ArrayList<>();
        switch (expected.get("type").asText()) {
            case "trade" ->
                lines.add(symbol + " trade " + nanos(expected) + " " + plain(expected, "price") + " "
                        + plain(expected, "amount") + " "
                        + (expected.get("side").asText().equals("buy") ? "BUYER" : "SELLER"));
            case "book_ticker" ->
                lines.add(symbol + " quote " + nanos(expected) + " " + plain(expected, "bidPrice") + " "
                        + plain(expected, "bidAmount") + " " + plain(expected, "askPrice") + " "
                        + plain(expected, "askAmount"));
            case "book_change" -> {
                expected.get("bids").forEach(l -> lines.add(" b" + plain(l, "price") + "x" + plain(l, "amount")));
                expected.get("asks").forEach(l -> lines.add(" a" + plain(l, "price") + "x" + plain(l, "amount")));
                lines.add(expected.get("isSnapshot").asBoolean() ? "snapshot" : "increment");
            }
            case "derivative_ticker" -> {
                String message = example.get("message").toString();
                if (message.contains("markPrice") && expected.has("markPrice")) {
                    lines.add("mark " + nanos(expected) + " " + plain(expected, "markPrice"));
                    lines.add("index " + nanos(expected) + " " + plain(expected, "indexPrice"));
                }
                if (message.contains("funding-rate") && expected.has("fundingRate")) {
                    long settled =
                            Instant.parse(expected.get("fundingTimestamp").asText())
                                            .toEpochMilli()
                                    * 1_000_000;
                    lines.add(plain(expected, "fundingRate") + " " + settled);
                }
            }
            default -> {}
        }
        for (String line : lines) {
            assertThat(all).as(example.toString()).contains(line);
            checked++;
        }
    }

    private static long nanos(JsonNode expected) {
        return Instant.parse(expected.get("timestamp").asText()).toEpochMilli() * 1_000_000;
    }

    private static String plain(JsonNode node, String field) {
        return new BigDecimal(node.get(field).asText()).stripTrailingZeros().toPlainString();
    }
}
