package io.ttquant.core.config;

import static io.ttquant.core.config.RunMistakes.GOOD;
import static io.ttquant.core.config.RunMistakes.refusal;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in what a run's file says of its backtest, account and instruments: each is refused with its place and what is allowed. */
class BacktestRefusalsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void isRefused(String what, String toml, List<String> expected) {
        RunMistakes.assertRefused(what, toml, expected);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "cash that is no money",
                        GOOD + """
                        [backtest]
                        cash = ["1000"]
                        """,
                        "t:6:9: backtest.cash[1]: '1000' is no amount of money; write for example \"250 USDT\""),
                refusal("negative cash", GOOD + """
                        [backtest]
                        cash = ["1 BTC", "-5 USDT"]
                        """, "t:6:8: backtest.cash: cash -5 USDT must not be negative"),
                refusal(
                        "a currency of cash twice",
                        GOOD + """
                        [backtest]
                        cash = ["1 BTC", "2 btc"]
                        """,
                        "t:6:8: backtest.cash: cash [1 BTC, 2 BTC] names a currency twice; add the amounts up"),
                refusal(
                        "cash of too many decimals",
                        GOOD + """
                        [backtest]
                        cash = "0.123456789 BTC"
                        """,
                        "t:6:8: backtest.cash: cash 0.123456789 has more than 8 decimals"),
                refusal(
                        "a fee in percent",
                        GOOD + """
                        [backtest]
                        maker_fee = 0.1
                        """,
                        "t:6:13: backtest.maker_fee: maker_fee 0.1 must be from -0.01 to 0.05; it is a fraction of the value, so 0.1 percent is 0.001"),
                refusal(
                        "a fee of too many decimals",
                        GOOD + """
                        [backtest]
                        taker_fee = 0.0000000000001
                        """,
                        "t:6:13: backtest.taker_fee: taker_fee 0.0000000000001 has more than 12 decimals"),
                refusal(
                        "slippage twice",
                        GOOD + """
                        [backtest]
                        slippage_ticks = 1
                        slippage_bps = 2
                        """,
                        "t:7:16: backtest.slippage_bps: slippage_bps and slippage_ticks exclude each other; keep one of them"),
                refusal(
                        "negative latency",
                        GOOD + """
                        [backtest]
                        order_latency = "PT-1S"
                        """,
                        "t:6:17: backtest.order_latency: order_latency PT-1S must not be negative"),
                refusal(
                        "a day zone that is none",
                        GOOD + """
                        [backtest]
                        day_zone = "Berlin"
                        """,
                        "t:6:12: backtest.day_zone: day_zone 'Berlin' is no time zone; write one such as UTC, Europe/Berlin or +08:00"),
                refusal(
                        "a queue model that is none",
                        GOOD + """
                        [backtest]
                        queue_model = "hopeful"
                        """,
                        "t:6:15: backtest.queue_model: queue_model 'hopeful' is not known; give risk_averse, trades_only, log, log_2, or power, power_2 or power_3 with an exponent, as in 'power 3'"),
                refusal(
                        "a queue model without its exponent",
                        GOOD + """
                        [backtest]
                        queue_model = "power_3"
                        """,
                        "t:6:15: backtest.queue_model: queue_model 'power_3' needs an exponent after power_3, a number above 0 and at most 100, as in 'power_3 3'"),
                refusal(
                        "a price protection that is none",
                        GOOD + """
                        [backtest]
                        price_protection_ticks = -1
                        """,
                        "t:6:26: backtest.price_protection_ticks: -1 must be from 0 to 1000000"),
                refusal(
                        "a latency of hours",
                        GOOD + """
                        [backtest]
                        feed_latency = "2h"
                        """,
                        "t:6:16: backtest.feed_latency: feed_latency PT2H must be from zero to one hour"),
                refusal(
                        "a latency model that is none",
                        GOOD + """
                        [backtest.latency]
                        model = "poisson"
                        """,
                        "t:6:9: backtest.latency.model: 'poisson' is none of \"constant\", \"uniform\", \"normal\", \"log_normal\", \"exponential\", \"gamma\", \"recorded\", \"of_feed\""),
                refusal(
                        "a latency model without its spread",
                        GOOD + """
                        [backtest.latency]
                        model = "gamma"
                        """,
                        "t:6:9: backtest.latency.model: model \"gamma\" needs spread, how much the latencies vary, such as 0.3"),
                refusal(
                        "a spread that is none",
                        GOOD + """
                        [backtest.latency]
                        model = "normal"
                        spread = 0
                        """,
                        "t:7:10: backtest.latency.spread: spread 0 must be above 0 and at most 3"),
                refusal(
                        "a uniform spread beyond zero",
                        GOOD + """
                        [backtest.latency]
                        model = "uniform"
                        spread = 1.5
                        """,
                        "t:7:10: backtest.latency.spread: spread 1.5 must be above 0 and at most 1"),
                refusal(
                        "a spread of what does not vary",
                        GOOD + """
                        [backtest.latency]
                        spread = 0.3
                        """,
                        "t:6:10: backtest.latency.spread: spread has no meaning with model \"constant\"; leave it out, or choose another model"),
                refusal(
                        "a lowest delay of what has its own",
                        GOOD + """
                        [backtest.latency]
                        model = "uniform"
                        spread = 0.5
                        lowest = "1ms"
                        """,
                        "t:8:10: backtest.latency.lowest: lowest has no meaning with model \"uniform\"; leave it out, or choose another model"),
                refusal(
                        "recorded latency without its file",
                        GOOD + """
                        [backtest.latency]
                        model = "recorded"
                        """,
                        "t:6:9: backtest.latency.model: model \"recorded\" needs file, a CSV with lines request,exchange,response in epoch nanoseconds"),
                refusal(
                        "a file that is not used",
                        GOOD + """
                        [backtest.latency]
                        file = "a.csv"
                        """,
                        "t:6:8: backtest.latency.file: file has no meaning with model \"constant\"; leave it out, or choose another model"),
                refusal(
                        "a factor that is not used",
                        GOOD + """
                        [backtest.latency]
                        entry_factor = 4
                        """,
                        "t:6:16: backtest.latency.entry_factor: entry_factor has no meaning with model \"constant\"; leave it out, or choose another model"),
                refusal(
                        "a factor out of range",
                        GOOD + """
                        [backtest.latency]
                        model = "of_feed"
                        ack_factor = -3
                        """,
                        "t:7:14: backtest.latency.ack_factor: ack_factor -3 must be above 0 and at most 1000"),
                refusal(
                        "an offset of hours",
                        GOOD + """
                        [backtest.latency]
                        offset = "3h"
                        """,
                        "t:6:10: backtest.latency.offset: offset PT3H must be from zero to one hour"),
                refusal(
                        "latency that varies around nothing",
                        GOOD + """
                        [backtest.latency]
                        model = "exponential"
                        """,
                        "t:5:1: backtest.latency: latency varies by model \"exponential\", but order_latency, ack_latency and feed_latency are all zero; give at least one of them"),
                refusal(
                        "latency below its lowest",
                        GOOD + """
                        [backtest]
                        ack_latency = "1ms"
                        [backtest.latency]
                        model = "exponential"
                        lowest = "1ms"
                        """,
                        "t:6:15: backtest.ack_latency: ack_latency PT0.001S must be above lowest PT0.001S of [backtest.latency]"),
                refusal(
                        "latency both recorded and given",
                        GOOD + """
                        [backtest]
                        order_latency = "1ms"
                        [backtest.latency]
                        model = "recorded"
                        file = "a.csv"
                        """,
                        "t:6:17: backtest.order_latency: order_latency and the latency model \"recorded\" exclude each other; keep one of them"),
                refusal(
                        "no participation",
                        GOOD + """
                        [backtest]
                        participation = 0
                        """,
                        "t:6:17: backtest.participation: participation must be above 0 and at most 1, the part of a bar's volume"),
                refusal(
                        "an unknown queue model",
                        GOOD + """
                        [backtest]
                        queue_model = "fifo"
                        """,
                        "t:6:15: backtest.queue_model: queue_model 'fifo' is not known; give risk_averse, trades_only, log, log_2, or power, power_2 or power_3 with an exponent, as in 'power 3'"),
                refusal(
                        "a depth model without its figures",
                        GOOD + """
                        [backtest]
                        depth_model = "tiers 5"
                        """,
                        "t:6:15: backtest.depth_model: depth_model 'tiers 5' is not known; give next_tick, unlimited, fixed_spread with its ticks as in 'fixed_spread 2', tiers with quantity and ticks as in 'tiers 0.5 1', or square_root with coefficient and window as in 'square_root 1 1d'"),
                refusal(
                        "price protection backwards",
                        GOOD + """
                        [backtest]
                        price_protection_ticks = -1
                        """,
                        "t:6:26: backtest.price_protection_ticks: -1 must be from 0 to 1000000"),
                refusal(
                        "a touch that is no probability",
                        GOOD + """
                        [backtest]
                        touch_probability = 1.1
                        """,
                        "t:6:21: backtest.touch_probability: 1.1 must be from 0 to 1"),
                refusal(
                        "an unknown timing",
                        GOOD + """
                        [backtest]
                        timing = "now"
                        """,
                        "t:6:10: backtest.timing: 'now' is none of \"next_open\", \"current_close\", \"next_tick\""),
                refusal(
                        "a misspelt assumption",
                        GOOD + """
                        [backtest]
                        slipage_bps = 1
                        """,
                        "t:6:1: backtest.slipage_bps: unknown key; did you mean 'slippage_bps'? known are cash, maker_fee, taker_fee, slippage_ticks, slippage_bps, feed_latency, order_latency, ack_latency, latency, timing, bar_path, touch_probability, participation, queue_model, depth_model, price_protection_ticks, reject_passed_stops, funds, day_zone, seed, data, funding"),
                refusal(
                        "a share above one",
                        GOOD + """
                        [risk_management]
                        max_position_pct = 30
                        """,
                        "t:6:20: risk_management.max_position_pct: max_position_pct 30 must be from 0 to 1; it is a fraction, so 2 percent is 0.02"),
                refusal(
                        "a fraction of positions",
                        GOOD + """
                        [risk_management]
                        max_positions = 2.5
                        """,
                        "t:6:17: risk_management.max_positions: must be a whole number such as 10, not the number 2.5"),
                refusal(
                        "an instrument that is no id",
                        GOOD + """
                        [instruments.BTCUSDT]
                        tick = 0.1
                        lot = 0.1
                        """,
                        "t:5:1: instruments.BTCUSDT: 'BTCUSDT' is no instrument id; write venue:symbol, for example binance:BTCUSDT"),
                refusal(
                        "an instrument without a lot",
                        GOOD + """
                        [instruments."binance:BTCUSDT"]
                        tick = 0.1
                        """,
                        "t:5:1: instruments.\"binance:BTCUSDT\".lot: missing; it has no default, so write it here"),
                refusal(
                        "an instrument whose currencies are not known",
                        GOOD + """
                        [instruments."nyse:GOOG"]
                        tick = 0.01
                        lot = 1
                        """,
                        "t:5:1: instruments.\"nyse:GOOG\": the symbol of nyse:GOOG does not show its base currency; write base = \"USDT\" or the like"),
                refusal(
                        "a tick of zero",
                        GOOD + """
                        [instruments."binance:BTCUSDT"]
                        tick = 0
                        lot = 0.1
                        """,
                        "t:5:1: instruments.\"binance:BTCUSDT\": instrument binance:BTCUSDT: tick 0 must be above zero; set it from the venue's instrument list"),
                refusal(
                        "an expiry of a spot instrument",
                        GOOD + """
                        [instruments."binance:BTCUSDT"]
                        tick = 1
                        lot = 1
                        expiry = 2024-01-01
                        """,
                        "t:8:10: instruments.\"binance:BTCUSDT\".expiry: expiry must be given for kind \"future\", and for no other kind"),
                refusal(
                        "a settlement currency of a contract that has its own",
                        GOOD + """
                        [instruments."binance:BTCUSD"]
                        kind = "perpetual"
                        contract = "inverse"
                        settlement = "USD"
                        tick = 0.1
                        lot = 1
                        """,
                        "t:8:14: instruments.\"binance:BTCUSD\".settlement: settlement must be given for contract \"quanto\", and for no other one: a linear contract is settled in its quote currency, an inverse one in its base currency"),
                refusal(
                        "an inverse spot instrument",
                        GOOD + """
                        [instruments."binance:BTCUSDT"]
                        contract = "inverse"
                        tick = 0.1
                        lot = 0.001
                        """,
                        "t:5:1: instruments.\"binance:BTCUSDT\": instrument binance:BTCUSDT: spot is always LINEAR, not INVERSE; leave the contract out, or build a perpetual or a future"),
                refusal(
                        "an instrument that is no table",
                        GOOD + """
                        [instruments]
                        "binance:BTCUSDT" = 1
                        """,
                        "t:6:21: instruments.\"binance:BTCUSDT\": must be a table, not the whole number 1"));
    }
}
