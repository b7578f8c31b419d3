package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.json.Terms;

/** The words of Binance. */
final class BinanceWords {
    static final Terms<BinanceSide> SIDES =
            Terms.of(BinanceSide.values(), BinanceSide.UNKNOWN, BinanceSide.UNKNOWN, BinanceSide::name);
    static final Terms<BinanceExecution> EXECUTIONS = Terms.of(
            BinanceExecution.values(), BinanceExecution.UNKNOWN, BinanceExecution.UNKNOWN, BinanceExecution::name);
    static final Terms<BinanceOrderState> STATES = Terms.of(
            BinanceOrderState.values(), BinanceOrderState.UNKNOWN, BinanceOrderState.UNKNOWN, BinanceOrderState::name);
    static final Terms<BinanceAlgoState> ALGO_STATES = Terms.of(
            BinanceAlgoState.values(), BinanceAlgoState.UNKNOWN, BinanceAlgoState.UNKNOWN, BinanceAlgoState::name);

    private BinanceWords() {}
}
