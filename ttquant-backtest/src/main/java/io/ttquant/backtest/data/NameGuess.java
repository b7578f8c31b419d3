package io.ttquant.backtest.data;

import io.ttquant.api.market.PriceSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a file's name says about its content.
 *
 * @param venue the venue, or {@code file}
 * @param symbol the instrument as the name spells it, or empty
 * @param base the currency bought and sold, or empty if the name does not tell it from the quote
 * @param quote the currency of the price, or empty
 * @param isPerpetual whether name or folder say that it is a perpetual swap
 * @param interval the length of the bars, or null
 * @param isMonthly whether the bars last a calendar month
 * @param source the price of the bars
 */
record NameGuess(
        String venue,
        String symbol,
        String base,
        String quote,
        boolean isPerpetual,
        @Nullable Duration interval,
        boolean isMonthly,
        PriceSource source) {
    private static final Set<String> VENUES = Set.of(
            "BINANCE",
            "OKX",
            "OKEX",
            "BYBIT",
            "BITFINEX",
            "BITMEX",
            "COINBASE",
            "KRAKEN",
            "BITSTAMP",
            "GATE",
            "KUCOIN",
            "HUOBI",
            "HTX",
            "DERIBIT",
            "FXCM",
            "GEMINI",
            "BITGET",
            "MEXC");
    private static final Set<String> WORDS = Set.of(
            "SPOT",
            "UM",
            "CM",
            "SWAP",
            "PERP",
            "PERPETUAL",
            "FUTURES",
            "TRADES",
            "AGGTRADES",
            "KLINES",
            "KLINE",
            "CANDLES",
            "CANDLE",
            "CANDLESTICKS",
            "MARK",
            "INDEX",
            "BID",
            "ASK",
            "MID",
            "BARS",
            "OHLCV",
            "DATA",
            "SAMPLE",
            "HISTORY",
            "CSV",
            "DAILY",
            "DAY",
            "HOUR",
            "HOURLY",
            "MINUTE",
            "TRADE",
            "MONTHLY");
    private static final List<String> QUOTES = List.of(
            "FDUSD", "USDT", "USDC", "BUSD", "TUSD", "USDP", "USDD", "DAI", "USD", "EUR", "GBP", "JPY", "TRY", "BRL",
            "AUD", "CHF", "CAD", "UAH", "RUB", "ZAR", "IDR", "MXN", "PLN", "ARS", "BTC", "XBT", "ETH", "BNB", "TRX",
            "XRP", "DOGE", "SOL");
    private static final Set<String> PERPETUAL = Set.of("UM", "CM", "SWAP", "PERP", "PERPETUAL", "FUTURES");
    private static final Pattern INTERVAL = Pattern.compile("(\\d{1,4})(s|m|min|h|H|d|D|w|W)");
    private static final Pattern MONTH = Pattern.compile("1(mo|M)");
    private static final Pattern EXTENSIONS =
            Pattern.compile("(\\.(csv|txt|gz|zip|sample))+$", Pattern.CASE_INSENSITIVE);

    /**
     * Reads a name.
     *
     * @param venue the venue if the name says none
     * @param isStated whether it is that venue whatever the name says
     */
    static NameGuess of(Path path, String venue, boolean isStated) {
        String name = EXTENSIONS.matcher(String.valueOf(path.getFileName())).replaceAll("");
        List<String> tokens = List.of(name.split("[-_. ]+"));
        List<String> folders = folders(path);
        List<String> places =
                new ArrayList<>(tokens.stream().map(NameGuess::upper).toList());
        List<String> symbol = symbol(tokens);
        String joined = String.join("", symbol);
        String quote = quote(symbol);
        String base = quote.isEmpty() ? "" : joined.substring(0, joined.length() - quote.length());
        boolean isPerpetual = places.stream().anyMatch(PERPETUAL::contains)
                || folders.stream().anyMatch(PERPETUAL::contains);
        return new NameGuess(
                isStated ? venue : venue(places, folders, venue),
                spelled(symbol, places, name),
                base,
                quote,
                isPerpetual,
                interval(tokens),
                tokens.stream().anyMatch(token -> MONTH.matcher(token).matches()),
                source(places));
    }

    /** The same with currencies that stand for those that the name does not tell. */
    NameGuess orStandIn() {
        return quote.isEmpty()
                ? new NameGuess(
                        venue,
                        symbol.isEmpty() ? "SYMBOL" : symbol,
                        "BASE",
                        "QUOTE",
                        isPerpetual,
                        interval,
                        isMonthly,
                        source)
                : this;
    }

    private static String upper(String token) {
        return token.toUpperCase(Locale.ROOT);
    }

    private static List<String> folders(Path path) {
        List<String> folders = new ArrayList<>();
        Path parent = path.getParent();
        for (int i = 0; parent != null && parent.getFileName() != null && i < 6; i++) {
            folders.addAll(List.of(upper(parent.getFileName().toString()).split("[-_. ]+")));
            parent = parent.getParent();
        }
        return folders;
    }

    private static String venue(List<String> places, List<String> folders, String otherwise) {
        for (List<String> words : List.of(places, folders)) {
            for (String word : words) {
                if (VENUES.contains(word)) {
                    return word.equals("OKEX") ? "okx" : word.toLowerCase(Locale.ROOT);
                }
            }
        }
        return otherwise;
    }

    /** The tokens of the symbol: one such as BTCUSDT, or a base and a quote. */
    private static List<String> symbol(List<String> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            String token = upper(tokens.get(i));
            if (isWord(token)) {
                continue;
            }
            if (i + 1 < tokens.size() && QUOTES.contains(upper(tokens.get(i + 1)))) {
                return List.of(token, upper(tokens.get(i + 1)));
            }
            return List.of(token);
        }
        return List.of();
    }

    private static boolean isWord(String token) {
        return VENUES.contains(token)
                || WORDS.contains(token)
                || !token.matches("[A-Z0-9]*[A-Z][A-Z0-9]*")
                || INTERVAL.matcher(token.toLowerCase(Locale.ROOT)).matches()
                || MONTH.matcher(token.toLowerCase(Locale.ROOT)).matches();
    }

    private static String quote(List<String> symbol) {
        if (symbol.size() == 2) {
            return symbol.get(1);
        }
        String whole = symbol.isEmpty() ? "" : symbol.get(0);
        return quoteOf(whole, 3).or(() -> quoteOf(whole, 2)).orElse("");
    }

    /** A base of three letters and more goes first, so that XBTUSD is XBT in USD and not XB in TUSD. */
    private static Optional<String> quoteOf(String whole, int baseLength) {
        return QUOTES.stream()
                .filter(quote -> whole.endsWith(quote) && whole.length() >= quote.length() + baseLength)
                .filter(quote -> !(quote.equals("TUSD") && whole.equals("USDTUSD")))
                .findFirst();
    }

    /** OKX writes BTC-USDT and BTC-USDT-SWAP; others write base and quote together. */
    private static String spelled(List<String> symbol, List<String> places, String name) {
        if (symbol.size() < 2) {
            return String.join("", symbol);
        }
        String separator = name.contains("_") && !name.contains("-") ? "_" : "-";
        String pair = String.join(separator, symbol);
        return places.contains("SWAP") ? pair + separator + "SWAP" : pair;
    }

    private static @Nullable Duration interval(List<String> tokens) {
        for (String token : tokens) {
            Matcher matcher = INTERVAL.matcher(token);
            if (matcher.matches()) {
                long count = Long.parseLong(matcher.group(1));
                return switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(count);
                    case "m", "min" -> Duration.ofMinutes(count);
                    case "h", "H" -> Duration.ofHours(count);
                    case "d", "D" -> Duration.ofDays(count);
                    default -> Duration.ofDays(7 * count);
                };
            }
        }
        return null;
    }

    private static PriceSource source(List<String> places) {
        for (PriceSource source : List.of(PriceSource.BID, PriceSource.ASK, PriceSource.MID)) {
            if (places.contains(source.name())) {
                return source;
            }
        }
        return PriceSource.TRADE;
    }
}
