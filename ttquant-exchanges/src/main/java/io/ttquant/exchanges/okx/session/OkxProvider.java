package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.exchanges.okx.OkxInstruments;
import io.ttquant.exchanges.transport.Network;
import io.ttquant.exchanges.transport.NetworkOpener;
import io.ttquant.exchanges.transport.okhttp.NetworkSettings;
import io.ttquant.exchanges.transport.okhttp.OkHttpNetwork;
import java.util.EnumSet;
import java.util.Set;

/** OKX, spot, swaps and futures, under the id {@code okx}. Its settings are in docs/exchanges/okx.md. */
public final class OkxProvider implements ExchangeProvider {
    static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.of(
            Capability.TRADES,
            Capability.QUOTES,
            Capability.BOOKS,
            Capability.BARS,
            Capability.FUNDING,
            Capability.MARK_PRICES,
            Capability.HISTORY_BARS,
            Capability.HISTORY_TRADES,
            Capability.MARKET_ORDERS,
            Capability.LIMIT_ORDERS,
            Capability.STOP_ORDERS,
            Capability.IF_TOUCHED,
            Capability.TRAILING_STOP,
            Capability.TRIGGER_BY_MARK,
            Capability.TRIGGER_BY_INDEX,
            Capability.IOC,
            Capability.FOK,
            Capability.POST_ONLY,
            Capability.REDUCE_ONLY,
            Capability.AMEND,
            Capability.AMEND_CONDITIONAL,
            Capability.REDUCE_QUANTITY));

    /** Of all live sessions of the process, which come from one address. */
    private static final OkxBudgets LIVE = OkxBudgets.live();

    private final NetworkOpener networks;
    private final OkxBudgets budgets;

    /** The real one, over the network. */
    public OkxProvider() {
        this((proxy, thread) -> OkHttpNetwork.open(NetworkSettings.DEFAULTS.withProxy(proxy), thread), LIVE);
    }

    private OkxProvider(NetworkOpener networks, OkxBudgets budgets) {
        this.networks = networks;
        this.budgets = budgets;
    }

    /** The same over another network, such as a simulated one; each session opens its own, which it closes. All share the limits of an address. */
    public static OkxProvider over(NetworkOpener networks) {
        return new OkxProvider(networks, OkxBudgets.simulated());
    }

    @Override
    public String id() {
        return OkxInstruments.VENUE;
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public ExchangeSession open(ExchangeConfig config, EngineThread thread, SessionListener listener) {
        OkxSettings settings = OkxSettings.of(config);
        EngineThread first = thread.first();
        Network plain = networks.open(settings.proxy(), thread);
        Network urgent = first.equals(thread) ? plain : networks.open(settings.proxy(), first);
        OkxSession session = new OkxSession(settings, budgets, plain, urgent, thread, listener);
        session.start();
        return session;
    }
}
