package io.ttquant.examples.live;

import io.ttquant.api.account.Balance;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.exchanges.emulator.LocalVenue;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.Position;
import io.ttquant.exchanges.run.VenueRun;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What an engine believes of its account beside what the exchange's own ledger says, to the last digit. */
final class LedgerComparison {
    private final List<Row> rows = new ArrayList<>();

    private LedgerComparison() {}

    /** One figure on both sides. */
    record Row(String what, BigDecimal engine, BigDecimal exchange) {
        boolean agrees() {
            return engine.compareTo(exchange) == 0;
        }
    }

    /**
     * Compares a run that is over.
     *
     * @param account id of the account at the exchange
     * @throws IllegalStateException if the run never had an engine
     */
    static LedgerComparison of(VenueRun run, LocalVenue venue, String account) {
        Engine engine = run.engine();
        if (engine == null) {
            throw new IllegalStateException(
                    "the run at " + venue.kind() + " never began, so there is nothing to compare");
        }
        LedgerComparison all = new LedgerComparison();
        return venue.ask(exchange -> {
            exchange.assertConservation();
            all.count(
                    "fills", run.fills(), exchange.accounts().fills(account, 0).size());
            all.count(
                    "open orders",
                    engine.strategies().openOrders().size(),
                    exchange.accounts().openOrders(account).size());
            all.balances(engine.ledger(), exchange, account);
            all.positions(engine, exchange, account, run.instruments());
            return all;
        });
    }

    private void count(String what, int engine, int exchange) {
        rows.add(new Row(what, BigDecimal.valueOf(engine), BigDecimal.valueOf(exchange)));
    }

    private void balances(Ledger ledger, Exchange exchange, String account) {
        Set<String> assets = new TreeSet<>();
        ledger.balances().forEach(balance -> assets.add(balance.currency().code()));
        exchange.accounts().balances(account).forEach(balance -> assets.add(balance.asset()));
        for (String asset : assets) {
            Row row = new Row(
                    asset,
                    held(ledger, asset),
                    exchange.accounts().balance(account, asset).total());
            if (row.engine().signum() != 0 || row.exchange().signum() != 0) {
                rows.add(row);
            }
        }
    }

    private static BigDecimal held(Ledger ledger, String asset) {
        return ledger.balances().stream()
                .filter(balance -> balance.currency().code().equals(asset))
                .map(LedgerComparison::total)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal total(Balance balance) {
        return FixedPoint.toDecimal(balance.rawTotal(), balance.currency().scale());
    }

    private void positions(Engine engine, Exchange exchange, String account, List<Instrument> instruments) {
        for (Instrument instrument : instruments) {
            if (instrument.kind().isDerivative()) {
                long raw = engine.ledger().netPosition(instrument.id()).rawQuantity();
                BigDecimal held = exchange.accounts().positions(account).stream()
                        .filter(position ->
                                position.symbol().equals(instrument.id().symbol()))
                        .map(Position::quantity)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                rows.add(new Row(
                        "position " + instrument.id().symbol(),
                        FixedPoint.toDecimal(raw, instrument.quantityScale()),
                        held));
            }
        }
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** True if all figures are the same. */
    boolean agrees() {
        return rows.stream().allMatch(Row::agrees);
    }

    void print(PrintStream out) {
        out.println(line("", "the engine says", "the exchange says", ""));
        for (Row row : rows) {
            out.println(line(row.what(), text(row.engine()), text(row.exchange()), row.agrees() ? "" : "  DIFFERENT"));
        }
    }

    private static String text(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String line(String what, String engine, String exchange, String verdict) {
        return "  " + padded(what, 18, false) + padded(engine, 20, true) + padded(exchange, 20, true) + verdict;
    }

    private static String padded(String text, int width, boolean isRight) {
        String blanks = " ".repeat(Math.max(0, width - text.length()));
        return isRight ? blanks + text : text + blanks;
    }
}
