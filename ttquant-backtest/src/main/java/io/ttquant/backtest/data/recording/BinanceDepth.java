package io.ttquant.backtest.data.recording;

import io.ttquant.api.order.Side;
import io.ttquant.backtest.data.DataException;
import io.ttquant.core.book.SequenceRule;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Order books of Binance's historical archive ({@code depth_snap} and {@code depth_update}): a csv row a level, rows of one id a message. */
final class BinanceDepth implements RecordingFormat {
    private static final List<String> NEEDED =
            List.of("symbol", "timestamp", "first_update_id", "last_update_id", "side", "update_type", "price", "qty");

    @Override
    public String name() {
        return "Binance depth archive";
    }

    @Override
    public boolean matches(Sample sample) {
        return Header.of(sample).containsAll(NEEDED);
    }

    @Override
    public String venue(Sample sample) {
        return "binance";
    }

    @Override
    public Market market(Sample sample, String symbol) {
        return Header.of(sample).contains("pu") ? marketOf(symbol) : Market.SPOT;
    }

    @Override
    public Supplier<SequenceRule> sequence(Sample sample) {
        return Header.of(sample).contains("pu") ? SequenceRule::binanceFutures : SequenceRule::binanceSpot;
    }

    static Market marketOf(String symbol) {
        return symbol.contains("USD_") ? Market.INVERSE : Market.LINEAR;
    }

    /** The symbol in the name of a file of the archive: what stands before the first hyphen. */
    static String symbolOf(Sample sample) {
        String name = sample.fileName();
        int hyphen = name.indexOf('-');
        String symbol = (hyphen > 0 ? name.substring(0, hyphen) : sample.symbolInName()).toUpperCase(Locale.ROOT);
        if (!symbol.matches("[A-Z0-9_]+")) {
            throw new DataException(
                    sample.path().toString(),
                    0,
                    "does not say its symbol, which neither its rows have; name it as Binance does, BTCUSDT-bookTicker-2024-01-01.zip");
        }
        return symbol;
    }

    @Override
    public LineParser open(Sample sample) {
        return new Parser(Header.of(sample));
    }

    private static final class Parser implements LineParser {
        private final int[] columns;
        private final int previous;
        private final int count;
        private String symbol = "";
        private long lastId = Tape.ABSENT;
        private boolean isSnapshot;

        Parser(List<String> header) {
            this.columns = NEEDED.stream().mapToInt(header::indexOf).toArray();
            this.previous = header.indexOf("pu");
            this.count = header.size();
        }

        @Override
        public void line(Line line, Tape tape) {
            if (line.number() == 1) {
                return;
            }
            String[] cells = line.text().split(",", -1);
            if (cells.length != count) {
                throw line.refuse("has " + cells.length + " columns where " + count
                        + " belong; the row is damaged or the file was cut short, download it again");
            }
            boolean whole = cells[columns[5]].equals("snap");
            long last = whole && cells[columns[3]].isEmpty() ? Tape.ABSENT : integer(line, columns[3]);
            boolean isNew = last != lastId || whole != isSnapshot || !cells[columns[0]].equals(symbol);
            if (tape.isOpen() && isNew) {
                tape.end();
            }
            if (!tape.isOpen()) {
                begin(line, tape, cells, last, whole);
            }
            line.rewind().skip(columns[6]);
            long price = line.price(tape);
            line.rewind().skip(columns[7]);
            long quantity = line.quantity(tape);
            if (line.rewind().skip(columns[4]).side() == Side.BUY) {
                tape.bid(price, quantity);
            } else {
                tape.ask(price, quantity);
            }
        }

        private void begin(Line line, Tape tape, String[] cells, long last, boolean whole) {
            lastId = last;
            isSnapshot = whole;
            symbol = cells[columns[0]];
            tape.symbol(symbol);
            line.rewind().skip(columns[1]);
            tape.at(line.time(), Tape.ABSENT);
            if (whole) {
                tape.snapshot();
            } else {
                tape.increment();
            }
            long first = cells[columns[2]].isEmpty() ? Tape.ABSENT : integer(line, columns[2]);
            boolean hasPrevious = previous >= 0 && !cells[previous].isEmpty();
            tape.ids(first, last, hasPrevious ? integer(line, previous) : Tape.ABSENT);
        }

        private static long integer(Line line, int column) {
            return line.rewind().skip(column).integer();
        }
    }
}
