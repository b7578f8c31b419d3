package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.okx.OkxInstruments;
import io.ttquant.exchanges.okx.OkxMarketRequests;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the instruments again every so often, and sooner if some were missing: what is listed, what has halted. An answer that fails is left to the next time. */
final class OkxRefresh {
    private static final Logger LOG = LoggerFactory.getLogger(OkxRefresh.class);
    private static final Duration SECOND_LOOK = Duration.ofMinutes(5);

    private final EngineThread engine;
    private final OkxRest rest;
    private final OkxMarketRequests market;
    private final OkxCatalog catalog;
    private final Duration period;
    private final Runnable whenRead;
    private EngineThread.@Nullable Timeout timeout;
    private EngineThread.@Nullable Timeout second;
    private boolean isClosed;

    OkxRefresh(
            EngineThread engine,
            OkxRest rest,
            OkxMarketRequests market,
            OkxCatalog catalog,
            Duration period,
            Runnable whenRead) {
        this.engine = engine;
        this.rest = rest;
        this.market = market;
        this.catalog = catalog;
        this.period = period;
        this.whenRead = whenRead;
    }

    void start() {
        timeout = engine.schedule(period, () -> {
            readNow();
            start();
        });
    }

    /** Reads them now, whenever the next time is. */
    void readNow() {
        for (String kind : OkxOpening.KINDS) {
            rest.ask(() -> market.instruments(kind), answer -> {
                try {
                    catalog.takeAll(kind, OkxInstruments.read(answer.require()), engine.nanos());
                } catch (IllegalArgumentException | ArithmeticException e) {
                    LOG.warn("The instruments ({}) cannot be read again: {}", kind, e.getMessage());
                    return;
                }
                whenRead.run();
                if (catalog.isInDoubt()) {
                    lookAgain();
                }
            });
        }
    }

    private void lookAgain() {
        if (second == null && !isClosed) {
            second = engine.schedule(SECOND_LOOK, () -> {
                second = null;
                readNow();
            });
        }
    }

    void close() {
        isClosed = true;
        if (second != null) {
            second.cancel();
        }
        if (timeout != null) {
            timeout.cancel();
        }
    }
}
