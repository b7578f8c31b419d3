package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.backtest.data.SymbolName;
import java.util.Optional;

/** Trades of US shares in Lean's layout: milliseconds since New York's midnight, prices in ten-thousandths. Suspicious ones are left out. */
final class LeanTrades implements RecordingFormat {
    @Override
    public String name() {
        return "Lean equity trades";
    }

    @Override
    public boolean matches(Sample sample) {
        return LeanDay.isNamed(sample, "trade")
                && sample.line(0).matches("[0-9.]+,\\d+,\\d+,[A-Za-z0-9]*,[0-9A-Fa-f]*,[01]");
    }

    @Override
    public String venue(Sample sample) {
        return "usa";
    }

    @Override
    public Optional<SymbolName> currencies(String symbol) {
        return Optional.of(new SymbolName(symbol, "USD"));
    }

    @Override
    public LineParser open(Sample sample) {
        LeanDay day = LeanDay.of(sample, LeanDay.NEW_YORK);
        return (line, tape) -> {
            tape.symbol(day.symbol()).at(day.time(line), Tape.ABSENT);
            long price = tape.tenThousandths(line.integer());
            long quantity = line.quantity(tape);
            if (line.skip(2).first() == '1') {
                tape.note("suspicious trades, left out");
            } else {
                tape.trade(Tape.ABSENT, price, quantity, AggressorSide.NONE);
            }
        };
    }
}
