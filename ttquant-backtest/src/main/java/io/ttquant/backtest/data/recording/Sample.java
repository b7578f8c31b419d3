package io.ttquant.backtest.data.recording;

import io.ttquant.backtest.data.SymbolName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The first lines of a recording, by which its format is told.
 *
 * @param path the file
 * @param lines up to 64 lines, each cut after 4,096 characters
 */
public record Sample(Path path, List<String> lines) {
    private static final int LINES = 64;
    private static final int LONGEST = 4_096;
    private static final List<String> VENUES = List.of(
            "binance",
            "okx",
            "bybit",
            "bitstamp",
            "coinbase",
            "bitfinex",
            "bitmex",
            "kraken",
            "deribit",
            "oanda",
            "gate");

    /** Copies the lines. */
    public Sample {
        lines = List.copyOf(lines);
    }

    static Sample of(Path path) {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(path)) {
            while (lines.size() < LINES && reader.next()) {
                String text = reader.line().text();
                lines.add(text.substring(0, Math.min(text.length(), LONGEST)));
            }
        }
        return new Sample(path, lines);
    }

    /** A line, counted from 0; empty if there are fewer. */
    public String line(int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    /** Whether one of the lines contains a text. */
    public boolean has(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    /** The symbol that the file's name spells, such as {@code BTCUSDT} for {@code BTCUSDT-quotes-2024-01-01.csv}; empty if none. */
    public String symbolInName() {
        return SymbolName.inName(path);
    }

    /** The venue that the name of the file or of a folder above it names, or another one. */
    public String venue(String otherwise) {
        String text = path.toString().toLowerCase(Locale.ROOT);
        String found = otherwise;
        int last = -1;
        for (String venue : VENUES) {
            int at = text.lastIndexOf(venue);
            if (at > last) {
                last = at;
                found = venue;
            }
        }
        return found;
    }

    /** Name of a folder above the file, 0 for the one in which it lies; empty if there is none. */
    public String folder(int above) {
        Path folder = path.toAbsolutePath().getParent();
        for (int i = 0; i < above && folder != null; i++) {
            folder = folder.getParent();
        }
        return folder == null || folder.getFileName() == null
                ? ""
                : folder.getFileName().toString();
    }

    /** Name of the file, without folders. */
    public String fileName() {
        return String.valueOf(path.getFileName());
    }
}
