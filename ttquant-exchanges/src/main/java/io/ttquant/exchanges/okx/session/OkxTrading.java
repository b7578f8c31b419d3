package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.market.Instrument;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.session.FundingBook;
import io.ttquant.exchanges.session.OrderLife;
import io.ttquant.exchanges.session.OrderLifeSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Everything of a session that needs a key, once there is an engine: its orders, the account's news, the dead man's switch. */
final class OkxTrading {
    private final OrderLife life;
    private final OkxAccountStream stream;
    private final @Nullable OkxDeadMan deadMan;
    private final ExecutionSession execution;
    private final FundingBook funding;

    OkxTrading(
            OkxContext context,
            OkxRest rest,
            OkxCatalog catalog,
            OkxAccount account,
            Credentials credentials,
            AccountSink sink,
            AccountSnapshot opening) {
        OkxTerms terms = new OkxTerms(catalog, account.liquidations);
        life = OrderLife.of(
                account.desk, context.engine(), sink, context.listener(), terms, opening, OrderLifeSettings.DEFAULT);
        account.desk.knows(life::latest, life::foreignId);
        funding = new FundingBook(
                context.engine(), new OkxFunding(rest, account.requests), terms, sink, opening.tsEvent());
        account.desk.use(funding);
        stream = new OkxAccountStream(context, account.frames(credentials), catalog, account, life, funding::expect);
        execution = new OkxExecution(life, OkxProvider.CAPABILITIES);
        Duration timeout = Duration.ofSeconds(context.settings().deadManSeconds());
        deadMan = timeout.isZero() ? null : new OkxDeadMan(rest, account.requests, context.engine(), life, timeout);
        if (deadMan != null) {
            account.desk.whenPlacing(deadMan::placing);
        }
    }

    void start() {
        life.start();
        stream.start();
        if (deadMan != null) {
            deadMan.start();
        }
    }

    /** The engine trades or watches an instrument. */
    void watch(Instrument instrument) {
        life.watch(instrument);
    }

    /** The venue's clock was read again. */
    void clockRead(@Nullable String objection) {
        life.clockRead(objection);
    }

    ExecutionSession execution() {
        return execution;
    }

    /** The session has failed: no news come and no orders leave, but cancels do until the end. The venue's timer runs out, whatever becomes of them. */
    void fail(String why) {
        if (deadMan != null) {
            deadMan.leaveArmed();
        }
        funding.close();
        stream.close();
        life.failed(why);
    }

    /** Ends it; the venue's timer is stopped only where no order is left alone by that. */
    void close() {
        if (deadMan != null) {
            deadMan.stop(life.hasOpenOrders());
        }
        funding.close();
        stream.close();
        life.close();
    }
}
