package io.ttquant.examples.bench;

import io.ttquant.exchanges.binance.BinanceAccountUpdate;
import io.ttquant.exchanges.binance.BinanceAlgoUpdate;
import io.ttquant.exchanges.binance.BinanceBalanceChange;
import io.ttquant.exchanges.binance.BinanceBalances;
import io.ttquant.exchanges.binance.BinanceListStatus;
import io.ttquant.exchanges.binance.BinanceOrderUpdate;
import io.ttquant.exchanges.binance.BinanceTradeLite;
import io.ttquant.exchanges.binance.BinanceUserSink;
import io.ttquant.exchanges.okx.OkxAccountSink;
import io.ttquant.exchanges.okx.OkxAlgoUpdate;
import io.ttquant.exchanges.okx.OkxBalance;
import io.ttquant.exchanges.okx.OkxFill;
import io.ttquant.exchanges.okx.OkxNews;
import io.ttquant.exchanges.okx.OkxOrderUpdate;
import io.ttquant.exchanges.okx.OkxPosition;
import java.util.List;

/** Keeps the last news of an order, so that its making cannot be left out. */
final class WireNews implements BinanceUserSink, OkxAccountSink {
    Object last = "";

    @Override
    public void order(BinanceOrderUpdate update) {
        last = update;
    }

    @Override
    public void order(OkxOrderUpdate update) {
        last = update;
    }

    @Override
    public void tradeLite(BinanceTradeLite trade) {}

    @Override
    public void algo(BinanceAlgoUpdate update) {}

    @Override
    public void algo(OkxAlgoUpdate update) {}

    @Override
    public void list(BinanceListStatus status) {}

    @Override
    public void balances(BinanceBalances balances) {}

    @Override
    public void balances(OkxNews news, List<OkxBalance> balances) {}

    @Override
    public void balanceChange(BinanceBalanceChange change) {}

    @Override
    public void account(BinanceAccountUpdate update) {}

    @Override
    public void fill(OkxFill fill) {}

    @Override
    public void positions(OkxNews news, List<OkxPosition> positions) {}

    @Override
    public void balancesAndPositions(OkxNews news, List<OkxBalance> balances, List<OkxPosition> positions) {}

    @Override
    public void ended(long tsEvent) {}

    @Override
    public void other(String type, long tsEvent) {}

    @Override
    public void other(String channel) {}
}
