package io.ttquant.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.VenueKind;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the scripts, each against an exchange of its own whose money must be all there afterwards. */
class NpmClientsTest {
    private static final Map<String, VenueKind> KINDS = Map.of(
            "binance", VenueKind.BINANCE,
            "binanceusdm", VenueKind.BINANCE_USDM,
            "okx", VenueKind.OKX,
            "okxswap", VenueKind.OKX);
    private static final Map<String, String> VENUES = Map.of(
            "binance", "Binance Spot", "binanceusdm", "Binance USDT-M", "okx", "OKX spot", "okxswap", "OKX swap");

    @BeforeAll
    static void install() {
        Npm.install();
    }

    static Stream<Arguments> scripts() {
        Stream<Arguments> ccxt = Stream.of("ccxt-rest", "ccxt-pro")
                .flatMap(script -> Stream.of("binance", "binanceusdm", "okx", "okxswap")
                        .map(venue -> Arguments.of(script, "ccxt", venue)));
        Stream<Arguments> others = Stream.of(
                Arguments.of("okx-api", "okx-api", "okx"),
                Arguments.of("okx-api", "okx-api", "okxswap"),
                Arguments.of("binance", "binance", "binance"),
                Arguments.of("binance", "binance", "binanceusdm"));
        return Stream.concat(ccxt, others);
    }

    @ParameterizedTest(name = "{0} on {2}")
    @MethodSource("scripts")
    void passesEachStep(String script, String client, String venue) {
        VenueKind kind = Objects.requireNonNull(KINDS.get(venue));
        String name = display(script) + " " + Npm.version(client);
        try (LocalExchange exchange = LocalExchange.start(kind)) {
            String address = exchange.venue(kind).http();
            Map<String, String> environment =
                    Map.of("TTQUANT_" + kind.name(), address);
            List<String> lines = Npm.lines(environment, script + ".mjs", venue);
            List<Step> steps = lines.stream()
                    .map(line -> Step.parse(Objects.requireNonNull(VENUES.get(venue)), name, line))
                    .filter(Objects::nonNull)
                    .toList();
            steps.forEach(StepTable::add);
            assertThat(steps).as("steps of a script that said %s", lines).isNotEmpty();
            assertThat(lines).as("a script that came to its end").anyMatch("all steps passed"::equals);
            exchange.venue(kind).tell(Exchange::assertConservation);
        }
    }

    private static String display(String script) {
        return switch (script) {
            case "ccxt-rest" -> "ccxt";
            case "ccxt-pro" -> "ccxt.pro";
            default -> script;
        };
    }
}
