package io.ttquant.examples.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Processor time and bytes of each of {@link DecoderBenchmark}'s kinds of message and {@link RequestBenchmark}'s requests, all in one process and in turns, beside a plain scan of the same bytes (one
 * dependent multiplication and addition a byte, which no compiler shortens), so that a slow moment of the machine slows both: take the ratios.
 *
 * <pre>WireCosts [PASSES] [MESSAGES] [WORD...]</pre>
 *
 * <p>With words only those kinds in whose names one of them stands.
 */
public final class WireCosts {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARMUPS = 6;

    /** Something done once. */
    private interface Work {
        Object once() throws IOException;
    }

    private final String name;
    private final Work work;
    private final Work scan;
    private final int length;
    private final List<Double> nanos = new ArrayList<>();
    private final List<Double> scanned = new ArrayList<>();
    private long bytes;
    private Object last = "";

    private WireCosts(String name, byte[] message, Work work) {
        this.name = name;
        this.work = work;
        this.scan = () -> sum(message);
        this.length = message.length;
    }

    private static int sum(byte[] message) {
        int sum = 1;
        for (byte b : message) {
            sum = (sum ^ b) * 0x01000193;
        }
        return sum;
    }

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        int passes = args.length > 0 ? Integer.parseInt(args[0]) : 9;
        int messages = args.length > 1 ? Integer.parseInt(args[1]) : 40_000;
        List<WireCosts> all = new ArrayList<>();
        List<String> words = List.of(args).subList(Math.min(2, args.length), args.length);
        kinds().forEach((name, kind) -> {
            if (words.isEmpty() || words.stream().anyMatch(name::contains)) {
                all.add(kind);
            }
        });
        for (int pass = -WARMUPS; pass < passes; pass++) {
            for (WireCosts cost : all) {
                cost.measure(messages, pass >= 0);
            }
        }
        all.forEach(cost -> System.out.println(cost.row(messages)));
    }

    private static Map<String, WireCosts> kinds() {
        DecoderBenchmark decoders = new DecoderBenchmark();
        Map<String, WireCosts> kinds = new LinkedHashMap<>();
        add(kinds, "Binance trade", WireMessages.BINANCE_TRADE, decoders::binanceTrade);
        add(kinds, "Binance quote", WireMessages.BINANCE_QUOTE, decoders::binanceQuote);
        add(kinds, "Binance depth", WireMessages.BINANCE_DEPTH, decoders::binanceDepth);
        add(kinds, "Binance fill", WireMessages.BINANCE_FILL, decoders::binanceFill);
        add(kinds, "Spot trade", WireMessages.SPOT_TRADE, decoders::spotTrade);
        add(kinds, "Spot quote", WireMessages.SPOT_QUOTE, decoders::spotQuote);
        add(kinds, "Spot depth", WireMessages.SPOT_DEPTH, decoders::spotDepth);
        add(kinds, "Spot fill", WireMessages.SPOT_FILL, decoders::spotFill);
        add(kinds, "OKX trade", WireMessages.OKX_TRADE, decoders::okxTrade);
        add(kinds, "OKX quote", WireMessages.OKX_QUOTE, decoders::okxQuote);
        add(kinds, "OKX depth", WireMessages.OKX_DEPTH, decoders::okxDepth);
        add(kinds, "OKX fill", WireMessages.OKX_FILL, decoders::okxFill);
        add(kinds, "tree: Binance trade", WireMessages.BINANCE_TRADE, decoders::binanceTradeTree);
        add(kinds, "tree: Binance quote", WireMessages.BINANCE_QUOTE, decoders::binanceQuoteTree);
        add(kinds, "tree: Binance depth", WireMessages.BINANCE_DEPTH, decoders::binanceDepthTree);
        add(kinds, "tree: Binance fill", WireMessages.BINANCE_FILL, decoders::binanceFillTree);
        add(kinds, "tree: OKX trade", WireMessages.OKX_TRADE, decoders::okxTradeTree);
        add(kinds, "tree: OKX quote", WireMessages.OKX_QUOTE, decoders::okxQuoteTree);
        add(kinds, "tree: OKX depth", WireMessages.OKX_DEPTH, decoders::okxDepthTree);
        add(kinds, "tree: OKX fill", WireMessages.OKX_FILL, decoders::okxFillTree);
        RequestBenchmark requests = new RequestBenchmark();
        add(kinds, "order, Binance Spot", WireMessages.BINANCE_TRADE, requests::placeOnBinanceSpot);
        add(kinds, "order, Binance USDT-M", WireMessages.BINANCE_TRADE, requests::placeOnBinanceFutures);
        add(kinds, "order, OKX", WireMessages.BINANCE_TRADE, requests::placeOnOkx);
        add(kinds, "cancel, Binance Spot", WireMessages.BINANCE_TRADE, requests::cancelOnBinanceSpot);
        add(kinds, "cancel, OKX", WireMessages.BINANCE_TRADE, requests::cancelOnOkx);
        return kinds;
    }

    private static void add(Map<String, WireCosts> kinds, String name, byte[] message, Work work) {
        kinds.put(name, new WireCosts(name, message, work));
    }

    private void measure(int messages, boolean counts) throws IOException {
        long thread = Thread.currentThread().getId();
        double plain = time(scan, messages);
        long allocated = THREADS.getThreadAllocatedBytes(thread);
        double own = time(work, messages);
        bytes = THREADS.getThreadAllocatedBytes(thread) - allocated;
        if (counts) {
            scanned.add(plain);
            nanos.add(own);
        }
    }

    private double time(Work what, int messages) throws IOException {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < messages; i++) {
            last = what.once();
        }
        return (double) (THREADS.getCurrentThreadCpuTime() - start) / messages;
    }

    private static double at(List<Double> figures, int place) {
        return figures.stream().sorted().toList().get(place);
    }

    private String row(int messages) {
        double best = at(nanos, 0);
        double plain = at(scanned, 0);
        return String.format(
                Locale.ROOT,
                "%-22s %4d bytes  best %6.0f ns  median %6.0f ns  scan %5.0f ns  ratio %.2f  %d B allocated (%s)",
                name,
                length,
                best,
                at(nanos, nanos.size() / 2),
                plain,
                best / plain,
                bytes / messages,
                last.hashCode());
    }
}
