package io.ttquant.backtest.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The currencies that a venue's symbol names.
 *
 * @param base the currency bought and sold
 * @param quote the currency of the price
 */
public record SymbolName(String base, String quote) {
    /** Splits a symbol such as {@code BTCUSDT} or {@code BTC-USDT-SWAP}; empty if its quote currency is none that is known. */
    public static Optional<SymbolName> of(String symbol) {
        NameGuess guess = NameGuess.of(Path.of(symbol), "", true);
        return guess.quote().isEmpty() || guess.base().isEmpty()
                ? Optional.empty()
                : Optional.of(new SymbolName(guess.base(), guess.quote()));
    }

    /** The symbol that a file's name spells, such as {@code BTCUSDT} for {@code BTCUSDT-bookTicker-2024-01-01.zip}; empty if none. */
    public static String inName(Path file) {
        return NameGuess.of(file, "", true).symbol();
    }
}
