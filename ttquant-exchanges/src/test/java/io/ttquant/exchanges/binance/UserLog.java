package io.ttquant.exchanges.binance;

import java.util.ArrayList;
import java.util.List;

/** Keeps all news of an account in order. */
final class UserLog implements BinanceUserSink {
    final List<Object> all = new ArrayList<>();

    @Override
    public void order(BinanceOrderUpdate update) {
        all.add(update);
    }

    @Override
    public void tradeLite(BinanceTradeLite trade) {
        all.add(trade);
    }

    @Override
    public void algo(BinanceAlgoUpdate update) {
        all.add(update);
    }

    @Override
    public void list(BinanceListStatus status) {
        all.add(status);
    }

    @Override
    public void balances(BinanceBalances balances) {
        all.add(balances);
    }

    @Override
    public void balanceChange(BinanceBalanceChange change) {
        all.add(change);
    }

    @Override
    public void account(BinanceAccountUpdate update) {
        all.add(update);
    }

    @Override
    public void ended(long tsEvent) {
        all.add("ended " + tsEvent);
    }

    @Override
    public void other(String type, long tsEvent) {
        all.add(type + " " + tsEvent);
    }
}
