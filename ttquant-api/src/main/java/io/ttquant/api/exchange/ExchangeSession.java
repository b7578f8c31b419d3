package io.ttquant.api.exchange;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import java.util.List;

/** An open session with an exchange. */
public interface ExchangeSession extends AutoCloseable {
    /** The instruments that the exchange lists now. */
    List<Instrument> instruments();

    /** Asks for market data of an instrument; it will come through the {@link MarketDataSink}. */
    void subscribe(InstrumentId instrument, Capability kind);

    /** Asks for bars of an instrument. */
    void subscribeBars(InstrumentId instrument, BarSpec spec);

    /** The way of commands. */
    ExecutionSession execution();

    /** Ends the session; open orders are left as they are. */
    @Override
    void close();
}
