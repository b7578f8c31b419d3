package io.ttquant.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.OrderLimits;
import io.ttquant.core.risk.PositionLimits;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RiskConfigurationTest {
    private static final InstrumentId BTC = InstrumentId.parse("binance:BTCUSDT");

    @Test
    void readsEveryLimitOfTheAccount() {
        RiskLimits limits = read("""
                [risk]
                price_collar = 0.05
                max_price_age = "5s"
                max_order_age = "500ms"
                max_bar_age = "4s"
                min_price = 0.01
                max_price = 1000000
                max_orders_per_second = 100
                max_orders_per_minute = 1000
                max_messages_per_second = 200
                max_messages_per_minute = 2000
                cancel_reserve = 20
                max_order_quantity = { "binance:BTCUSDT" = 1 }
                max_order_value = 10000
                position_limits = { "binance:BTCUSDT" = 10, "binance:ETHUSDT" = 100 }
                max_position_value = 20000
                max_position_pct = 0.3
                max_exposure = 50000
                max_total_position_pct = 0.8
                max_positions = 5
                max_open_orders = 50
                max_open_orders_per_instrument = 10
                stop_loss_pct = 0.02
                take_profit_percent = 5
                stop_loss_distance = { "binance:BTCUSDT" = 100.5 }
                take_profit_distance = { "binance:BTCUSDT" = 200 }
                daily_loss_limit = 500
                daily_loss_action = "flatten"
                zone = "Europe/Berlin"
                max_drawdown_percent = 10
                drawdown_action = "reduce"
                loss_streak = 4
                loss_streak_action = "halt"
                """).account();

        assertThat(limits)
                .isEqualTo(RiskLimits.builder()
                        .priceCollar("0.05")
                        .maxPriceAge(Duration.ofSeconds(5))
                        .maxOrderAge(Duration.ofMillis(500))
                        .maxBarAge(Duration.ofSeconds(4))
                        .minPrice("0.01")
                        .maxPrice("1000000")
                        .maxOrdersPerSecond(100)
                        .maxOrdersPerMinute(1000)
                        .maxMessagesPerSecond(200)
                        .maxMessagesPerMinute(2000)
                        .cancelReserve(20)
                        .maxOrderQuantity(BTC, "1")
                        .maxOrderValue("10000")
                        .maxPosition(BTC, "10")
                        .maxPosition(InstrumentId.parse("binance:ETHUSDT"), "100")
                        .maxPositionValue("20000")
                        .maxPositionShare("0.3")
                        .maxExposure("50000")
                        .maxExposureShare("0.8")
                        .maxPositions(5)
                        .maxOpenOrders(50)
                        .maxOpenOrdersPerInstrument(10)
                        .stopLoss("0.02")
                        .takeProfit("0.05")
                        .stopLossDistance(BTC, "100.5")
                        .takeProfitDistance(BTC, "200")
                        .dailyLoss("500", GuardAction.FLATTEN)
                        .zone(ZoneId.of("Europe/Berlin"))
                        .maxDrawdown("0.10", GuardAction.REDUCE)
                        .lossStreak(4, GuardAction.HALT)
                        .build());
    }

    @Test
    void limitsOfAStrategyAreItsOwnOrThoseOfEach() {
        RiskPolicy policy = RunConfiguration.read(ConfigText.of("t", """
                        [strategies.a]
                        type = "buy"
                        symbol = "BTCUSDT"
                        exchange = "binance"
                        [strategies.a.risk]
                        max_position = { BTCUSDT = 2 }
                        [strategies.b]
                        type = "buy"
                        instrument = "binance:BTCUSDT"
                        [strategies.c]
                        type = "buy"
                        enabled = false
                        instrument = "binance:BTCUSDT"
                        risk = { max_positions = 1 }
                        [risk]
                        max_positions = 7
                        [risk.each_strategy]
                        max_orders_per_second = 10
                        """), TestStrategies.catalogue())
                .limits();

        assertThat(policy.account().positions().maxPositions()).hasValue(7);
        assertThat(policy.limits("a").positions().maxPosition()).isEqualTo(Map.of(BTC, new BigDecimal("2")));
        assertThat(policy.limits("a").orders().maxOrdersPerSecond()).isEmpty();
        assertThat(policy.limits("b").orders().maxOrdersPerSecond()).hasValue(10);
        assertThat(policy.strategies()).containsOnlyKeys("a");
    }

    @Test
    void ofLimitsInSeveralPlacesTheStrictestHolds() {
        RiskLimits limits = read("""
                [risk]
                max_exposure = 20000
                daily_loss = 700
                stop_loss = 0.03
                max_positions = 3
                [global]
                max_total_position_usdt = 10000
                max_daily_loss_usdt = 500
                max_drawdown_percent = 10.0
                [risk_management]
                stop_loss_pct = 0.02
                take_profit_pct = 0.0
                max_position_pct = 0.3
                max_total_position_pct = 0.8
                daily_loss_limit = 5000.0
                max_positions = 5
                """).account();

        PositionLimits positions = limits.positions();
        assertThat(positions.maxExposure()).hasValue(new BigDecimal("10000"));
        assertThat(positions.maxPositionShare()).hasValue(new BigDecimal("0.3"));
        assertThat(positions.maxExposureShare()).hasValue(new BigDecimal("0.8"));
        assertThat(positions.maxPositions()).hasValue(3);
        assertThat(limits.guards().stopLoss()).hasValue(new BigDecimal("0.02"));
        assertThat(limits.guards().takeProfit()).isEmpty();
        assertThat(limits.guards().dailyLoss()).hasValue(new BigDecimal("500"));
        assertThat(limits.guards().maxDrawdown().orElseThrow()).isEqualByComparingTo("0.1");
    }

    @Test
    void riskManagementThatIsNotEnabledLimitsNothing() {
        assertThat(read("[risk_management]\nenabled = false\nmax_positions = 5\nstop_loss_pct = 0.02")
                        .account())
                .isEqualTo(RiskLimits.NONE);
        assertThat(read("")).isEqualTo(RiskPolicy.NONE);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                of(
                        "price_collar = 0",
                        "price_collar",
                        "price_collar 0 must be above 0 and at most 100; it is a fraction, so 2 percent is 0.02"),
                of("price_collar = 0.0123456789", "price_collar", "price_collar 0.0123456789 has more than 9 decimals"),
                of("max_price_age = \"-PT1S\"", "max_price_age", "max_price_age PT-1S must not be negative"),
                of(
                        "max_price_age = \"999999999999d\"",
                        "max_price_age",
                        "max_price_age PT23999999999976H must be at most 36500 days; leave it out for no limit"),
                of("max_bar_age = \"-PT1S\"", "max_bar_age", "max_bar_age PT-1S must not be negative"),
                of("max_order_age = \"-PT1S\"", "max_order_age", "max_order_age PT-1S must not be negative"),
                of(
                        "max_order_age = 500",
                        "max_order_age",
                        "must be a duration with its unit, such as \"250ms\", \"5s\" or \"1h30m\", not the whole number 500"),
                of("min_price = 0", "min_price", "min_price 0 must be above 0; leave it out for no limit"),
                of("max_price = -1", "max_price", "max_price -1 must be above 0; leave it out for no limit"),
                of("min_price = 2\nmax_price = 1", "min_price", "min_price 2 is above max_price 1; exchange them"),
                of(
                        "max_orders_per_second = 0",
                        "max_orders_per_second",
                        "max_orders_per_second 0 must be from 1 to " + OrderLimits.MAX_RATE
                                + "; leave it out for no limit"),
                of(
                        "max_orders_per_minute = -1",
                        "max_orders_per_minute",
                        "max_orders_per_minute -1 must be from 1 to 1000000; leave it out for no limit"),
                of(
                        "max_messages_per_second = 1000001",
                        "max_messages_per_second",
                        "max_messages_per_second 1000001 must be from 1 to 1000000; leave it out for no limit"),
                of(
                        "max_messages_per_minute = 0",
                        "max_messages_per_minute",
                        "max_messages_per_minute 0 must be from 1 to 1000000; leave it out for no limit"),
                of("cancel_reserve = -1", "cancel_reserve", "cancel_reserve -1 must not be negative"),
                of(
                        "cancel_reserve = 5\nmax_messages_per_second = 5",
                        "cancel_reserve",
                        "cancel_reserve 5 must be below max_messages_per_second 5, or no order could ever be sent"),
                of(
                        "max_order_quantity = { \"binance:BTCUSDT\" = 0 }",
                        "max_order_quantity",
                        "max_order_quantity of binance:BTCUSDT 0 must be above 0; leave it out for no limit"),
                of(
                        "max_order_value = 0",
                        "max_order_value",
                        "max_order_value 0 must be above 0; leave it out for no limit"),
                of(
                        "max_position = { \"binance:BTCUSDT\" = -1 }",
                        "max_position",
                        "max_position of binance:BTCUSDT -1 must not be negative"),
                of("max_position = 3", "max_position", "must be a table, not the whole number 3"),
                of("max_position_value = -1", "max_position_value", "max_position_value -1 must not be negative"),
                of(
                        "max_position_share = 30000",
                        "max_position_share",
                        "max_position_share 30000 must be from 0 to 1000; it is a fraction of the capital, so 2 percent is 0.02"),
                of("max_exposure = -0.5", "max_exposure", "max_exposure -0.5 must not be negative"),
                of(
                        "max_exposure_share = -1",
                        "max_exposure_share",
                        "max_exposure_share -1 must be from 0 to 1000; it is a fraction of the capital, so 2 percent is 0.02"),
                of("max_positions = -1", "max_positions", "max_positions -1 must be at least 0"),
                of("max_open_orders = -1", "max_open_orders", "max_open_orders -1 must be at least 0"),
                of(
                        "max_open_orders_per_instrument = -1",
                        "max_open_orders_per_instrument",
                        "max_open_orders_per_instrument -1 must be at least 0"),
                of(
                        "stop_loss = 2",
                        "stop_loss",
                        "stop_loss 2 must be above 0 and at most 1; it is a fraction, so 2 percent is 0.02"),
                of(
                        "take_profit = 0",
                        "take_profit",
                        "take_profit 0 must be above 0 and at most 100; it is a fraction, so 2 percent is 0.02"),
                of(
                        "stop_loss_distance = { \"binance:BTCUSDT\" = 0 }",
                        "stop_loss_distance",
                        "stop_loss_distance of binance:BTCUSDT 0 must be above 0; leave it out for no limit"),
                of("daily_loss = -1", "daily_loss", "daily_loss -1 must not be negative"),
                of(
                        "daily_loss_action = \"stop\"",
                        "daily_loss_action",
                        "'stop' is none of \"reduce\", \"halt\", \"flatten\""),
                of(
                        "zone = \"Berlin\"",
                        "zone",
                        "zone 'Berlin' is no time zone; write one such as UTC, Europe/Berlin or +08:00"),
                of(
                        "max_drawdown = 1.5",
                        "max_drawdown",
                        "max_drawdown 1.5 must be above 0 and at most 1; it is a fraction, so 2 percent is 0.02"),
                of("loss_streak = 0", "loss_streak", "loss_streak 0 must be at least 1"));
    }

    private static Arguments of(String lines, String key, String message) {
        return Arguments.of(lines, key, message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aLimitThatMakesNoSenseIsRefusedAtItsKey(String lines, String key, String message) {
        assertThatThrownBy(() -> read("[risk]\n" + lines))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("risk." + key + ": " + message);
    }

    @Test
    void keysInUsdtAreRefusedWhereEquityIsInSomethingElse() {
        assertThatThrownBy(() -> read("""
                [backtest]
                cash = "1000 EUR"
                [global]
                max_daily_loss_usdt = 500
                [risk_management]
                daily_loss_limit = 400
                """))
                .hasMessageContaining(
                        "global.max_daily_loss_usdt: is in USDT, but equity is stated in EUR; use the key of [risk] that names no currency")
                .hasMessageContaining("risk_management.daily_loss_limit: is in USDT, but equity is stated in EUR");
    }

    @Test
    void aStrategysLimitsMustBeATable() {
        assertThatThrownBy(() -> RunConfiguration.read(
                        ConfigText.of("t", "[strategies.a]\ntype = 'buy'\ninstrument = 'binance:BTCUSDT'\nrisk = 5"),
                        TestStrategies.catalogue()))
                .hasMessageContaining("t:4:8: strategies.a.risk: must be a table of limits, not the whole number 5");
    }

    private static RiskPolicy read(String more) {
        return RunConfiguration.read(
                        ConfigText.of("t", "[strategies.a]\ntype = 'buy'\ninstrument = 'binance:BTCUSDT'\n" + more),
                        TestStrategies.catalogue())
                .limits();
    }
}
