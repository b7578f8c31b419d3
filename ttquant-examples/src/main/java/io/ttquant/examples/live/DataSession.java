package io.ttquant.examples.live;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.exchanges.paper.PaperProvider;
import io.ttquant.exchanges.run.NoAccount;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A session without keys whose market data are recorded. */
final class DataSession implements SessionListener {
    private static final Duration FLUSH = Duration.ofSeconds(1);

    private final String venue;
    private final List<String> symbols;
    private final Function<List<Instrument>, Recording> recordings;
    private final VenueThread thread;
    private final BiConsumer<ExchangeSession, List<Instrument>> work;
    private @Nullable ExchangeSession session;
    private @Nullable Recording recording;
    private String trouble = "";
    private boolean isOver;

    /**
     * A session to be started.
     *
     * @param recordings makes one of some instruments
     * @param work asks the session for what is to be written, once it is ready
     */
    DataSession(
            String venue,
            List<String> symbols,
            Function<List<Instrument>, Recording> recordings,
            VenueThread thread,
            BiConsumer<ExchangeSession, List<Instrument>> work) {
        this.venue = venue;
        this.symbols = symbols;
        this.recordings = recordings;
        this.thread = thread;
        this.work = work;
    }

    void start(ExchangeProvider provider, ExchangeConfig config) {
        thread.line("connecting, for market data only; no key is used");
        session = PaperProvider.of(provider).open(config, thread.engineThread(), this);
    }

    @Override
    public void ready() {
        ExchangeSession open = session;
        if (open == null) {
            throw new IllegalStateException(
                    "the provider " + venue + " called its listener before it gave its session");
        }
        try {
            List<Instrument> instruments = Venues.instruments(symbols, open.instruments(), venue);
            Recording made = recordings.apply(instruments);
            thread.line("connected: " + open.instruments().size() + " instruments; writing to " + made.place());
            recording = made;
            open.attach(made.sink(), new NoAccount());
            work.accept(open, instruments);
            flushAndGoOn(made);
        } catch (RuntimeException e) {
            failed(String.valueOf(e.getMessage()));
        }
    }

    private void flushAndGoOn(Recording made) {
        if (isOver) {
            return;
        }
        try {
            tell(made.flush());
        } catch (RuntimeException e) {
            failed(String.valueOf(e.getMessage()));
            return;
        }
        thread.later(FLUSH, () -> flushAndGoOn(made));
    }

    private void tell(String words) {
        if (!words.equals(trouble)) {
            trouble = words;
            thread.line(words.isEmpty() ? "all is kept again" : "NOT KEPT: " + words);
        }
    }

    long messages() {
        return recording == null ? 0 : recording.messages();
    }

    boolean isOver() {
        return isOver;
    }

    /** Ends in order: files are whole, the session is closed. */
    void stop(String why) {
        end("stopping: " + why, true);
    }

    @Override
    public void failed(String reason) {
        end("FAILED: " + reason, false);
    }

    private void end(String line, boolean isClean) {
        if (isOver) {
            return;
        }
        isOver = true;
        thread.line(line);
        if (session != null) {
            session.close();
        }
        boolean isWhole = isClean;
        if (recording != null) {
            try {
                recording.end().forEach(thread::line);
            } catch (RuntimeException e) {
                thread.line("FAILED: " + e.getMessage());
                isWhole = false;
            }
        }
        thread.end(isWhole);
    }

    @Override
    public void trading(boolean isTrading, String why) {}

    @Override
    public void marketData(InstrumentId instrument, Capability kind, boolean isLive) {
        String what =
                instrument.symbol() + " " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        thread.line(isLive ? what + " come in" : what + " STOPPED COMING: the recording has a gap");
    }
}
