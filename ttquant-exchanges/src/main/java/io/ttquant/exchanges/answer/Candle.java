package io.ttquant.exchanges.answer;

import java.math.BigDecimal;

/**
 * A bar.
 *
 * @param tsOpen start of its interval, epoch nanoseconds
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume quantity traded, in base currency or contracts
 * @param tsClose end of its interval as the venue tells it, epoch nanoseconds; 0 if it does not
 * @param isClosed whether the venue says that it is final; Binance does not say, and then it is true
 */
public record Candle(
        long tsOpen,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume,
        long tsClose,
        boolean isClosed) {}
