package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.exchange.SessionFigures;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.transport.Network;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A session with OKX. */
final class OkxSession implements ExchangeSession {
    private static final Duration LAST_WORD = Duration.ofSeconds(2);
    private static final Duration LAST_CHANCE = Duration.ofMinutes(1);

    private final OkxContext context;
    private final OkxClock clock;
    private final OkxCatalog catalog = new OkxCatalog();
    private final OkxRest rest;
    private final OkxOpening opening;
    private final OkxBarHistory history;
    private final OkxRefresh refresh;
    private final ExecutionSession commands;
    private @Nullable MarketDataSink sinks;
    private @Nullable OkxMarketData market;
    private @Nullable OkxListingNews listings;
    private @Nullable OkxTrading trading;
    private @Nullable ExecutionSession execution;
    private boolean isFailed;
    private boolean isClosed;

    /**
     * A session that has not begun.
     *
     * @param budgets what all sessions of this address share
     * @param network whose listeners are called on the engine's thread
     * @param urgent whose listeners are called on its {@linkplain EngineThread#first() first lane}; may be the same
     */
    OkxSession(
            OkxSettings settings,
            OkxBudgets budgets,
            Network network,
            Network urgent,
            EngineThread engine,
            SessionListener listener) {
        clock = new OkxClock(
                settings.environment().hosts().address(HostKind.REST),
                settings.environment().isDemo(),
                urgent,
                engine.first(),
                this::clockRead);
        context = new OkxContext(settings, network, urgent, engine, listener, clock, this::failed);
        rest = new OkxRest(settings, budgets, urgent, engine.first(), clock);
        opening = new OkxOpening(context, rest, catalog, this::opened);
        history = new OkxBarHistory(rest, opening.market(), clock);
        commands = new AttachedExecution(
                settings.credentials() == null ? Set.of() : OkxProvider.CAPABILITIES, this::attachedExecution);
        refresh = new OkxRefresh(engine, rest, opening.market(), catalog, settings.refresh(), this::refreshed);
    }

    void start() {
        clock.start();
    }

    private void clockRead() {
        if (!isClosed) {
            opening.clockRead();
            if (trading != null) {
                trading.clockRead(clock.objection());
            }
        }
    }

    private void refreshed() {
        if (market != null && !isFailed && !isClosed) {
            market.tellStatuses();
        }
    }

    private void opened() {
        refresh.start();
        context.listener().ready();
    }

    /** Who hears of it cancels what is open, and closes the session; should nobody do that, it closes by itself. */
    private void failed(String reason) {
        if (isClosed || isFailed) {
            return;
        }
        isFailed = true;
        stopListening();
        if (trading == null) {
            close();
        } else {
            trading.fail(reason);
            context.engine().first().schedule(LAST_CHANCE, this::close);
        }
        context.listener().failed(reason);
    }

    private void stopListening() {
        refresh.close();
        if (listings != null) {
            listings.close();
        }
        if (market != null) {
            market.close();
        }
    }

    @Override
    public List<Instrument> instruments() {
        return opening.isDone() ? catalog.instruments() : List.of();
    }

    @Override
    public AccountSnapshot account() {
        return opening.snapshot();
    }

    @Override
    public void attach(MarketDataSink marketData, AccountSink account) {
        if (market != null || !opening.isDone() || isFailed || isClosed) {
            throw new IllegalStateException("an engine is attached once, after ready() and before close()");
        }
        sinks = marketData;
        market = new OkxMarketData(
                context, catalog, history, symbol -> new OkxMissedTrades(rest, opening.market(), symbol), marketData);
        listings = new OkxListingNews(context, catalog, this::refreshed, refresh::readNow);
        listings.start();
        execution = trading(account);
        if (trading != null) {
            trading.start();
        }
    }

    private ExecutionSession trading(AccountSink sink) {
        OkxAccount account = opening.account();
        Credentials credentials = context.settings().credentials();
        if (account == null || credentials == null) {
            return new NoExecution(context.engine(), sink);
        }
        OkxTrading made = new OkxTrading(context, rest, catalog, account, credentials, sink, opening.snapshot());
        trading = made;
        return made.execution();
    }

    @Override
    public void subscribe(InstrumentId instrument, Capability kind) {
        Instrument its = catalog.require(instrument);
        market().subscribe(its, kind);
        watch(its);
    }

    @Override
    public void subscribeBars(InstrumentId instrument, BarSpec spec) {
        Instrument its = catalog.require(instrument);
        market().subscribeBars(its, spec);
        watch(its);
    }

    private void watch(Instrument instrument) {
        if (trading != null) {
            trading.watch(instrument);
        }
    }

    private OkxMarketData market() {
        if (market == null || isFailed || isClosed) {
            throw new IllegalStateException("no engine is attached to this session: call attach() first");
        }
        return market;
    }

    @Override
    public void requestBars(InstrumentId instrument, BarSpec spec, int count, Completion done) {
        MarketDataSink to = sinks;
        if (to == null) {
            throw new IllegalStateException("no engine is attached to this session: call attach() first");
        }
        Instrument i = catalog.require(instrument);
        history.request(i, spec, count, to.instrument(instrument).bars(spec), done);
    }

    @Override
    public void requestTrades(InstrumentId instrument, long fromNanos, long toNanos, Completion done) {
        MarketDataSink to = sinks;
        if (to == null) {
            throw new IllegalStateException("no engine is attached to this session: call attach() first");
        }
        new OkxTradeHistory(rest, opening.market())
                .request(
                        catalog.require(instrument),
                        fromNanos / EpochNanos.MILLISECOND,
                        toNanos / EpochNanos.MILLISECOND,
                        to.instrument(instrument),
                        done);
    }

    @Override
    public ExecutionSession execution() {
        return commands;
    }

    @Override
    public SessionFigures figures() {
        return new SessionFigures(context.streams(), rest.figures(), clock.figures());
    }

    private ExecutionSession attachedExecution() {
        ExecutionSession way = execution;
        if (way == null) {
            throw new IllegalStateException("no engine is attached to this session: call attach() first");
        }
        return way;
    }

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        if (trading != null) {
            trading.close();
        }
        clock.close();
        stopListening();
        if (context.settings().deadManSeconds() > 0 && trading != null) {
            // What stops the venue's timer has to get out first.
            context.engine().schedule(LAST_WORD, this::end);
        } else {
            end();
        }
    }

    private void end() {
        rest.close();
        context.closeNetworks();
        Credentials credentials = context.settings().credentials();
        if (credentials != null) {
            credentials.wipe();
        }
    }
}
