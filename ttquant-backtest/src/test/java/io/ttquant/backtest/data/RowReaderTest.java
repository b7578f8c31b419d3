package io.ttquant.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader of bytes beside a reader that anyone can check: lines, split, BigDecimal. */
class RowReaderTest {
    private static final List<Field> FIELDS =
            List.of(Field.TIME, Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE, Field.VOLUME);

    @TempDir
    private Path directory;

    private static long[][] naive(Path file, int priceScale, int quantityScale) throws IOException {
        List<long[]> rows = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            reader.readLine();
            String line = reader.readLine();
            while (line != null) {
                String[] fields = line.split(",");
                long[] row = new long[FIELDS.size()];
                row[0] = new BigDecimal(fields[0]).longValueExact() * (fields[0].length() > 14 ? 1_000 : 1_000_000);
                for (int i = 1; i < row.length; i++) {
                    int scale = i == 5 ? quantityScale : priceScale;
                    row[i] = new BigDecimal(fields[i + 1])
                            .setScale(scale)
                            .unscaledValue()
                            .longValueExact();
                }
                rows.add(row);
                line = reader.readLine();
            }
        }
        return rows.toArray(new long[0][]);
    }

    private static long[][] fast(Path file, Scales scales) {
        List<long[]> rows = new ArrayList<>();
        RowLayout layout = LayoutMatch.of(DataFormat.OHLCV, Head.read(InputFile.of(file)));
        RowBlock block = new RowBlock(layout.fields(), RowBlock.CAPACITY);
        RowBlock all = new RowBlock(FIELDS, 16);
        try (RowReader reader = new RowReader(InputFile.of(file), layout, scales)) {
            while (reader.fill(block)) {
                all.append(block);
            }
        }
        for (int i = 0; i < all.size; i++) {
            long[] row = new long[FIELDS.size()];
            for (int f = 0; f < row.length; f++) {
                row[f] = all.column(FIELDS.get(f))[i];
            }
            rows.add(row);
        }
        return rows.toArray(new long[0][]);
    }

    /** Numbers of every length, with zeros at either end, exponents, signs and quotes; skipped columns of any text; both units of time. */
    private static String number(SplittableRandom random, int decimals) {
        long magnitude = random.nextLong(1, (long) Math.pow(10, random.nextInt(1, 11)));
        BigDecimal value = BigDecimal.valueOf(magnitude, random.nextInt(0, decimals + 1));
        String plain = value.toPlainString();
        return switch (random.nextInt(12)) {
            case 0 -> plain + (plain.contains(".") ? "000" : ".00000000000");
            case 1 -> "+" + plain;
            case 2 -> "-" + plain;
            case 3 -> "00" + plain;
            case 4 -> value.unscaledValue() + "e-" + value.scale();
            case 5 -> value.unscaledValue() + "E" + (value.scale() == 0 ? "+0" : "-0" + value.scale());
            case 6 -> plain.startsWith("0.") ? plain.substring(1) : plain;
            case 7 -> plain.contains(".") ? plain : plain + ".";
            default -> plain;
        };
    }

    private static String text(SplittableRandom random, int decimals) {
        StringBuilder text = new StringBuilder("ts,skipped,open,high,low,close,volume,more\n");
        long millis = 1_600_000_000_000L;
        for (int n = random.nextInt(1, 200); n > 0; n--) {
            millis += random.nextInt(100_000);
            text.append(random.nextInt(4) == 0 ? millis * 1_000 : millis);
            text.append(',').append("x".repeat(random.nextInt(20)));
            for (int i = 0; i < 5; i++) {
                text.append(',').append(number(random, decimals));
            }
            text.append(',').append("-".repeat(random.nextInt(20)));
            text.append(random.nextInt(3) == 0 ? "\r\n" : "\n");
        }
        return text.toString();
    }

    @Test
    void readsWhatLinesSplitAndBigDecimalRead() throws IOException {
        for (long seed = 1; seed <= 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int decimals = random.nextInt(0, 9);
            Path file = Files.writeString(directory.resolve("BTCUSDT.csv"), text(random, decimals));
            Instrument instrument = instrument(decimals);

            long[][] fast = fast(file, Scales.of(instrument, Scales.EXACT_VOLUMES));

            assertThat(fast).as("seed %s", seed).isDeepEqualTo(naive(file, decimals, decimals));
        }
    }

    @Test
    void inferredScalesReadTheSameNumbers() throws IOException {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Path file = Files.writeString(directory.resolve("BTCUSDT.csv"), text(random, 6));
            Scales scales = Scales.inferred();

            long[][] fast = fast(file, scales);

            assertThat(fast).as("seed %s", seed).isDeepEqualTo(naive(file, scales.price, scales.quantity));
        }
    }

    @Test
    void rowsThatCrossTheBufferAreWhole() throws IOException {
        StringBuilder text = new StringBuilder("ts,skipped,open,high,low,close,volume,more\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(1_600_000_000_000L + i * 1_000L).append(",").append("y".repeat(i % 37));
            text.append(",1.5,2.25,0.75,").append(i).append(".5,3,z\n");
        }
        Path file = Files.writeString(directory.resolve("BTCUSDT.csv"), text);

        assertThat(fast(file, Scales.of(instrument(2), Scales.EXACT_VOLUMES))).isDeepEqualTo(naive(file, 2, 2));
    }

    @Test
    void whatIsNoNumberIsRefusedBothWays() throws IOException {
        for (String bad : List.of(
                "1..2", "1.2.3", "--1", "1e", "e5", ".", "+", "-", "1 2", "0x10", "1_000", "١", "1e+", "∞", "1,5\"")) {
            Path file = Files.writeString(
                    directory.resolve("BTCUSDT.csv"),
                    "ts,skipped,open,high,low,close,volume,more\n1600000000000,x,1,1,1,1,1,x\n1600000060000,x,1," + bad
                            + ",1,1,1,x\n");

            assertThatThrownBy(() -> fast(file, Scales.inferred()))
                    .as(bad)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("line 3");
        }
    }

    private static Instrument instrument(int decimals) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
        return Instrument.spot("test:BTCUSDT", "BTC", "USDT")
                .tick(step)
                .lot(step)
                .build();
    }
}
