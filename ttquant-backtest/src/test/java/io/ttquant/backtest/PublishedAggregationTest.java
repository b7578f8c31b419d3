package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.TradeColumns;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Bars that the engine makes, beside those that the venue publishes. The files are read by a plain reader of the test's own. */
class PublishedAggregationTest {
    private static final long MILLI = 1_000_000;
    private static final Instrument PERPETUAL = Instrument.spot("um:BTCUSDT", "BTC", "USDT")
            .tick("0.1")
            .lot("0.001")
            .build();
    private static final Instrument SPOT = Instrument.spot("spot:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .build();

    @Test
    void oneMinuteBarsRolledToFiveEqualTheArchive() {
        BarColumns.Builder minutes = BarColumns.builder(PERPETUAL, BarSpec.minutes(1));
        for (String line : gz("bars/generic/BINANCE-UM-BTCUSDT-1m-2025.csv.gz")) {
            if (Character.isDigit(line.charAt(0))) {
                String[] cells = line.split(",");
                long open = Long.parseLong(cells[0]) * MILLI;
                minutes.add(
                        open,
                        open + BarSpec.minutes(1).step(),
                        price(PERPETUAL, cells[1]),
                        price(PERPETUAL, cells[2]),
                        price(PERPETUAL, cells[3]),
                        price(PERPETUAL, cells[4]),
                        quantity(PERPETUAL, cells[5]));
            }
        }
        Map<Long, String> archive = new HashMap<>();
        for (String month : List.of("05", "06")) {
            for (String line : zip("bars/binance-um/monthly/klines/BTCUSDT/5m/BTCUSDT-5m-2025-" + month + ".zip")) {
                if (Character.isDigit(line.charAt(0))) {
                    archive.put(Long.parseLong(line.split(",")[0]) * MILLI, row(PERPETUAL, line.split(",")));
                }
            }
        }

        Map<Long, String> ours = bars(minutes.build().source(), PERPETUAL, BarSpec.minutes(5));

        int equal = 0;
        for (Map.Entry<Long, String> bar : ours.entrySet()) {
            assertThat(bar.getValue()).as("bar at %d", bar.getKey()).isEqualTo(archive.get(bar.getKey()));
            equal++;
        }
        assertThat(equal).isEqualTo(8_639);
    }

    /** The published count is eight of ten: one published bar is incomplete, and the trades end inside the last minute. */
    @Test
    void tradesRebuildTheOneMinuteBarsBesideThem() {
        TradeColumns.Builder trades = TradeColumns.builder(SPOT);
        for (String line : gz("trades/binance-spot/BTCUSDT-trades-2026-02-03-first10min.csv.gz")) {
            String[] cells = line.split(",");
            trades.add(
                    Long.parseLong(cells[4]) * MILLI,
                    price(SPOT, cells[1]),
                    quantity(SPOT, cells[2]),
                    cells[5].equals("True") ? AggressorSide.SELLER : AggressorSide.BUYER);
        }
        Map<Long, String> published = new HashMap<>();
        for (String line : gz("bars/generic/BINANCE-SPOT-BTCUSDT-1m-2026-02.csv.gz")) {
            if (Character.isDigit(line.charAt(0))) {
                published.put(Long.parseLong(line.split(",")[0]) * MILLI, row(SPOT, line.split(",")));
            }
        }

        Map<Long, String> ours = bars(trades.build(), SPOT, BarSpec.minutes(1));

        long equal = ours.entrySet().stream()
                .filter(bar -> bar.getValue().equals(published.get(bar.getKey())))
                .count();
        assertThat(equal).isEqualTo(8);
    }

    private static Map<Long, String> bars(EventSource source, Instrument instrument, BarSpec spec) {
        Map<Long, String> bars = new HashMap<>();
        Backtest.of(source)
                .strategy("bars", new Strategy() {
                    @Override
                    protected void onStart(StrategyContext ctx) {
                        ctx.subscribeBars(instrument.id(), spec);
                    }

                    @Override
                    protected void onBar(Bar b) {
                        assertThat(b.tsEvent())
                                .isEqualTo(b.tsOpen() + spec.step())
                                .isLessThanOrEqualTo(clock().nanos());
                        bars.put(
                                b.tsOpen(),
                                b.rawOpen() + " " + b.rawHigh() + " " + b.rawLow() + " " + b.rawClose() + " "
                                        + b.rawVolume());
                    }
                })
                .run();
        return bars;
    }

    private static String row(Instrument instrument, String[] cells) {
        return price(instrument, cells[1]) + " " + price(instrument, cells[2]) + " " + price(instrument, cells[3]) + " "
                + price(instrument, cells[4]) + " " + quantity(instrument, cells[5]);
    }

    private static long price(Instrument instrument, String text) {
        return FixedPoint.toRaw(new BigDecimal(text), instrument.priceScale());
    }

    private static long quantity(Instrument instrument, String text) {
        return FixedPoint.toRaw(new BigDecimal(text), instrument.quantityScale());
    }

    private static List<String> gz(String name) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(SharedData.file(name)))) {
            return lines(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> zip(String name) {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(SharedData.file(name)))) {
            in.getNextEntry();
            return lines(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .toList();
    }
}
