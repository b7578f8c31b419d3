package io.ttquant.examples.bench;

import io.ttquant.api.market.Instrument;
import io.ttquant.core.order.Reach;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.risk.InstrumentScope;
import io.ttquant.core.risk.PreTrade;
import io.ttquant.core.risk.Proposal;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.RiskScope;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** All rules on one order, for its strategy and for the account, and counting it as sent: what an order that passes pays for them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RiskRulesBenchmark {
    private final Instrument instrument = BenchmarkMarket.instrument("BTC");
    private final Ledger ledger = ledger(instrument);
    private final InstrumentScope strategy = scope("s");
    private final InstrumentScope account = scope("");
    private long nowNanos;
    private long rawPrice = 5_000_000;

    private static Ledger ledger(Instrument instrument) {
        Ledger ledger = new Ledger(instrument.quote(), FundsPolicy.BORROW, Map.of(instrument.quote(), 0L));
        ledger.register(instrument);
        ledger.mark(instrument, 5_000_000);
        return ledger;
    }

    private InstrumentScope scope(String id) {
        RiskPolicy policy = AllRules.of(instrument);
        RiskScope scope = new RiskScope(id, policy.account(), ledger);
        return new InstrumentScope(scope, new Reach(instrument, ledger.markOf(instrument), scope.reaches()));
    }

    /** Two checks of every rule. */
    @Benchmark
    public Refusal order() {
        nowNanos += 10_000_000;
        rawPrice ^= 1;
        Proposal proposal = new Proposal(
                instrument,
                true,
                false,
                false,
                false,
                false,
                1_000,
                rawPrice,
                0,
                false,
                true,
                5_000_000,
                nowNanos,
                nowNanos,
                false,
                nowNanos,
                0,
                1_000);
        Refusal refusal = PreTrade.check(proposal, strategy);
        if (refusal == null) {
            refusal = PreTrade.check(proposal, account);
        }
        strategy.scope().sent(true, nowNanos);
        account.scope().sent(true, nowNanos);
        return refusal;
    }
}
