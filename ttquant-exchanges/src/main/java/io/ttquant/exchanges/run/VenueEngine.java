package io.ttquant.exchanges.run;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.money.Money;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.config.ConfiguredStrategy;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.engine.FailurePolicy;
import io.ttquant.core.order.ClientIds;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The engine of a venue as a configuration describes it, but for what executes. */
final class VenueEngine {
    private static final int BASE_36 = 36;
    private static final Money DEFAULT_CASH = Money.parse("100000 USDT");

    private VenueEngine() {}

    /**
     * A builder of it.
     *
     * @param instruments those that are traded
     * @param nanos the time now, epoch nanoseconds: client ids begin with it, so that no later run has the same
     */
    static EngineBuilder builder(
            RunConfiguration configuration, VenuePlan plan, List<Instrument> instruments, long nanos) {
        EngineBuilder builder = Engine.builder();
        instruments.forEach(builder::instrument);
        describe(builder, configuration, plan, instruments, nanos);
        return builder;
    }

    /** Gives a builder that has its instruments the rest. */
    static void describe(
            EngineBuilder builder,
            RunConfiguration configuration,
            VenuePlan plan,
            List<Instrument> instruments,
            long nanos) {
        builder.onFailure(FailurePolicy.STOP_STRATEGY)
                .clientIds(ClientIds.of("t" + Long.toString(nanos / EpochNanos.MILLISECOND, BASE_36)))
                .startNanos(nanos)
                .funds(configuration.funds())
                .account(configuration.account().config())
                .positions(configuration.account().positionMode())
                .dayZone(configuration.backtest().days())
                .seed(configuration.backtest().seed())
                .risk(limits(configuration.limits(), plan));
        instruments.forEach(instrument -> builder.bookSequence(instrument.id(), rule(plan.venue())));
        configuration.account().fixedRates().forEach((pair, rate) -> {
            int slash = pair.indexOf('/');
            Currency from = currency(pair.substring(0, slash), instruments);
            builder.fixedRate(from, currency(pair.substring(slash + 1), instruments), rate);
        });
        for (ConfiguredStrategy strategy : plan.strategies()) {
            builder.strategy(strategy.id(), strategy.create());
        }
    }

    /** Gives a paper account its start balances, of which the first one's currency is that of the equity. */
    static void fund(EngineBuilder builder, RunConfiguration configuration, List<Instrument> instruments) {
        List<Money> cash = cash(configuration, instruments);
        builder.reporting(currency(cash.get(0).currency(), instruments));
        for (Money money : cash) {
            Currency currency = currency(money.currency(), instruments);
            builder.startBalance(currency, FixedPoint.toRaw(money.amount(), currency.scale()));
        }
    }

    /** States the equity of a live account in the currency in which it is stated on paper. */
    static void report(EngineBuilder builder, RunConfiguration configuration, List<Instrument> instruments) {
        builder.reporting(reporting(configuration, instruments));
    }

    /** The currency in which the equity of a live account is stated; the account may have it with another scale. */
    static Currency reporting(RunConfiguration configuration, List<Instrument> instruments) {
        return currency(cash(configuration, instruments).get(0).currency(), instruments);
    }

    private static List<Money> cash(RunConfiguration configuration, List<Instrument> instruments) {
        List<Money> cash = configuration.paper().cash().isEmpty()
                ? configuration.cash()
                : configuration.paper().cash();
        return cash.isEmpty()
                ? List.of(new Money(
                        DEFAULT_CASH.amount(), instruments.get(0).settlement().code()))
                : cash;
    }

    /** The currency as the instruments have it. */
    private static Currency currency(String code, List<Instrument> instruments) {
        return instruments.stream()
                .flatMap(each -> Stream.of(each.quote(), each.base(), each.settlement()))
                .filter(currency -> currency.code().equals(code))
                .findFirst()
                .orElseGet(() -> Currency.of(code));
    }

    /** Paper has the limits of a live account too, so that it shows what live would do; those of strategies at other venues are left out. */
    private static RiskPolicy limits(RiskPolicy policy, VenuePlan plan) {
        Map<String, RiskLimits> own = new HashMap<>(policy.strategies());
        own.keySet()
                .retainAll(
                        plan.strategies().stream().map(ConfiguredStrategy::id).toList());
        return new RiskPolicy(policy.account(), policy.eachStrategy(), own).withLiveDefaults();
    }

    /** A session with Binance puts its books together by itself and hands them on without ids; OKX's messages are judged here. */
    private static Supplier<SequenceRule> rule(String venue) {
        return venue.equals("okx") ? SequenceRule::okx : SequenceRule::trusted;
    }
}
