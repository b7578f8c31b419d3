package io.ttquant.core.config;

import static io.ttquant.core.config.RunMistakes.GOOD;
import static io.ttquant.core.config.RunMistakes.KNOWN;
import static io.ttquant.core.config.RunMistakes.refusal;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in the sections and strategies of a run's file: each is refused with its place and what is allowed. */
class RunRefusalsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void isRefused(String what, String toml, List<String> expected) {
        RunMistakes.assertRefused(what, toml, expected);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "no strategy",
                        """
                        [global]
                        trading_mode = "backtest"
                        """,
                        "t:1:1: strategies: no strategy is enabled; write a table [[strategies]] with id, type and its parameters"),
                refusal(
                        "no enabled strategy",
                        GOOD + """
                        enabled = false
                        """,
                        "t:1:1: strategies: no strategy is enabled; write a table [[strategies]] with id, type and its parameters"),
                refusal(
                        "an unknown section",
                        GOOD + """
                        [risk_managment]
                        enabled = true
                        """,
                        "t:5:1: risk_managment: unknown key; did you mean 'risk_management'? " + KNOWN),
                refusal("a key above the sections", """
                        cash = "5 USDT"
                        [[strategies]]
                        id = "a"
                        type = "buy"
                        instrument = "binance:BTCUSDT"
                        """, "t:1:1: cash: unknown key; " + KNOWN),
                refusal(
                        "a section that is no table",
                        """
                        backtest = 3
                        [[strategies]]
                        id = "a"
                        type = "buy"
                        instrument = "binance:BTCUSDT"
                        """,
                        "t:1:12: backtest: must be a table [backtest], not the whole number 3"),
                refusal(
                        "an unknown trading mode",
                        GOOD + """
                        [global]
                        trading_mode = "demo"
                        """,
                        "t:6:16: global.trading_mode: 'demo' is none of \"backtest\", \"paper\", \"live\""),
                refusal(
                        "the trading mode twice",
                        """
                        trading_mode = "paper"
                        [[strategies]]
                        id = "a"
                        type = "buy"
                        instrument = "binance:BTCUSDT"
                        [global]
                        trading_mode = "paper"
                        """,
                        "t:1:1: trading_mode: given twice, here and in [global]; keep the one in [global]"),
                refusal(
                        "an unknown strategy type",
                        """
                        [[strategies]]
                        id = "a"
                        type = "bye"
                        """,
                        "t:3:8: strategies[1].type: unknown strategy type 'bye'; known are buy, purchase, or write the full name of a Strategy class"),
                refusal(
                        "a strategy without a type",
                        """
                        [[strategies]]
                        id = "a"
                        """,
                        "t:1:1: strategies[1].type: missing; known are buy, purchase"),
                refusal(
                        "a strategy without an id",
                        """
                        [[strategies]]
                        type = "buy"
                        instrument = "binance:BTCUSDT"
                        """,
                        "t:1:1: strategies[1].id: missing; give each strategy an id (also called name) of its own"),
                refusal("a blank id", """
                        [[strategies]]
                        id = " "
                        type = "buy"
                        instrument = "binance:BTCUSDT"
                        """, "t:2:6: strategies[1].id: must not be blank"),
                refusal(
                        "an id and a name",
                        """
                        [[strategies]]
                        id = "a"
                        name = "b"
                        type = "buy"
                        instrument = "binance:BTCUSDT"
                        """,
                        "t:1:1: strategies[1].id: given more than once, as id and name; keep one of them"),
                refusal(
                        "two strategies of one id",
                        GOOD + """
                        [[strategies]]
                        name = "a"
                        type = "buy"
                        instrument = "binance:BTCUSDT"
                        """,
                        "t:6:8: strategies[2].id: two strategies are named 'a', the other one in line 2; give each an id of its own"),
                refusal(
                        "one id in two kinds of table",
                        """
                        [[strategy]]
                        id = "a"
                        type = "buy"
                        instrument = "binance:BTCUSDT"
                        [strategies.a]
                        type = "buy"
                        instrument = "binance:BTCUSDT"
                        """,
                        "t:2:6: strategy[1].id: two strategies are named 'a', the other one in line 5; give each an id of its own"),
                refusal(
                        "machine learning",
                        """
                        [[strategies]]
                        id = "a"
                        type = "ml_strategy"
                        model_type = "random_forest"
                        """,
                        "t:3:8: strategies[1].type: 'ml_strategy' is not part of TTQuant: it trains no models; remove it, or write a Strategy class of your own that asks your model"),
                refusal(
                        "a class that is not there",
                        """
                        [[strategies]]
                        id = "a"
                        type = "com.example.Missing"
                        """,
                        "t:3:8: strategies[1].type: class com.example.Missing is not on the class path; check its spelling and package"),
                refusal(
                        "a class that is no strategy",
                        """
                        [[strategies]]
                        id = "a"
                        type = "java.lang.String"
                        """,
                        "t:3:8: strategies[1].type: class java.lang.String is no strategy that can be made; it must extend io.ttquant.api.strategy.Strategy and not be abstract"),
                refusal(
                        "a class without parameters",
                        """
                        [[strategies]]
                        id = "a"
                        type = "io.ttquant.core.config.TestStrategies.Bare"
                        """,
                        "t:3:8: strategies[1].type: class io.ttquant.core.config.TestStrategies.Bare has no record named Params inside; write 'public record Params(...) {}' there"),
                refusal(
                        "a class without a fitting constructor",
                        """
                        [[strategies]]
                        id = "a"
                        type = "io.ttquant.core.config.TestStrategies.Unmade"
                        """,
                        "t:3:8: strategies[1].type: class io.ttquant.core.config.TestStrategies$Unmade has no constructor that takes [Params]"),
                refusal(
                        "an unknown parameter",
                        GOOD + """
                        order_valu = 5
                        """,
                        "t:5:1: strategies[1].order_valu: unknown key; did you mean 'order_value'? known are instrument, symbol, hedge, order_value, order_amount_usdt"),
                refusal(
                        "an unknown parameter in a table of its own",
                        GOOD + """
                        [strategies.parameters]
                        order_valu = 5
                        """,
                        "t:6:1: strategies[1].parameters.order_valu: unknown key; did you mean 'order_value'? known are instrument, symbol, hedge, order_value, order_amount_usdt"),
                refusal(
                        "a parameter in both places",
                        GOOD + """
                        order_value = 5
                        [strategies.parameters]
                        order_value = 6
                        """,
                        "t:7:1: strategies[1].parameters.order_value: given twice, here and in [strategies[1]]; keep one"),
                refusal(
                        "parameters that are no table",
                        GOOD + """
                        parameters = 3
                        """,
                        "t:5:14: strategies[1].parameters: must be a table, not the whole number 3"),
                refusal(
                        "a missing instrument",
                        """
                        [[strategies]]
                        id = "a"
                        type = "buy"
                        """,
                        "t:1:1: strategies[1].instrument: missing; it has no default, so write it here (also called symbol)"),
                refusal(
                        "an instrument of another exchange",
                        GOOD + """
                        exchange = "okx"
                        """,
                        "t:4:14: strategies[1].instrument: binance:BTCUSDT is not of exchange okx; leave one of the two out or let them agree"),
                refusal(
                        "a key in USDT for an instrument in BTC",
                        """
                        [[strategies]]
                        id = "a"
                        type = "buy"
                        instrument = "binance:ETHBTC"
                        order_amount_usdt = 5
                        """,
                        "t:5:1: strategies[1].order_amount_usdt: is in USDT, but binance:ETHBTC is quoted in BTC; use the key that names no currency"),
                refusal(
                        "parameters that the strategy refuses",
                        GOOD + """
                        order_value = 0
                        """,
                        "t:5:15: strategies[1].order_value: order_value 0 must be above zero"),
                refusal(
                        "strategies that are no tables",
                        """
                        strategies = [1]
                        """,
                        "t:1:15: strategies[1]: must be a table of a strategy, not the whole number 1"),
                refusal(
                        "text for enabled",
                        GOOD + """
                        enabled = "yes"
                        """,
                        "t:5:11: strategies[1].enabled: must be true or false, without quotes, not the text \"yes\""),
                refusal(
                        "a mistake in each strategy",
                        """
                        [[strategies]]
                        id = "a"
                        type = "buy"
                        instrument = 5
                        [[strategies]]
                        id = "b"
                        type = "sell"
                        """,
                        "t:4:14: strategies[1].instrument: must be an instrument such as \"binance:BTCUSDT\", not the whole number 5",
                        "t:7:8: strategies[2].type: unknown strategy type 'sell'; known are buy, purchase, or write the full name of a Strategy class"));
    }
}
