package io.ttquant.exchanges.okx;

import java.util.ArrayList;
import java.util.List;

/** Keeps all news of an account in order. */
final class AccountLog implements OkxAccountSink {
    final List<Object> all = new ArrayList<>();

    @Override
    public void order(OkxOrderUpdate update) {
        all.add(update);
    }

    @Override
    public void algo(OkxAlgoUpdate update) {
        all.add(update);
    }

    @Override
    public void fill(OkxFill fill) {
        all.add(fill);
    }

    @Override
    public void balances(OkxNews news, List<OkxBalance> balances) {
        all.add(news);
        all.addAll(balances);
    }

    @Override
    public void positions(OkxNews news, List<OkxPosition> positions) {
        all.add(news);
        all.addAll(positions);
    }

    @Override
    public void balancesAndPositions(OkxNews news, List<OkxBalance> balances, List<OkxPosition> positions) {
        all.add(news);
        all.addAll(balances);
        all.addAll(positions);
    }

    @Override
    public void other(String channel) {
        all.add(channel);
    }
}
