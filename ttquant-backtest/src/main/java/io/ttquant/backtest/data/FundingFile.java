package io.ttquant.backtest.data;

import io.ttquant.api.time.EpochNanos;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads archives of funding rates. */
final class FundingFile {
    private static final DateTimeFormatter LEAN_TIME = DateTimeFormatter.ofPattern("uuuuMMdd HH:mm:ss");
    private static final int MOST_DIGITS = 40;
    private static final int FIRST_BYTES = 256;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final String file;
    private final FundingRates.Builder rates;
    private @Nullable Form form;
    private long line;

    /** Where a form has its columns. */
    private enum Form {
        BINANCE("calc_time,funding_interval_hours,last_funding_rate", 0, 2),
        OKX("fundingtime,instid,fundingrate", 0, 2),
        LEAN("", 0, 1);

        final String header;
        final int time;
        final int rate;

        Form(String header, int time, int rate) {
            this.header = header;
            this.time = time;
            this.rate = rate;
        }

        int columns() {
            return rate + 1;
        }
    }

    private FundingFile(String file, FundingRates.Builder rates) {
        this.file = file;
        this.rates = rates;
    }

    static FundingRates read(InputFile input, FundingRates.Builder rates) {
        FundingFile file = new FundingFile(input.name(), rates);
        try (TextChunks text = input.open()) {
            while (text.next()) {
                String chunk =
                        new String(text.bytes, text.start(), text.end() - text.start(), StandardCharsets.ISO_8859_1);
                chunk.lines().forEach(file::line);
            }
        }
        FundingRates read = rates.build();
        if (read.size() == 0) {
            throw new DataException(input.name(), 0, "holds no funding rate; give an archive of them");
        }
        return read;
    }

    private void line(String text) {
        line++;
        if (text.isBlank()) {
            return;
        }
        String[] fields = text.strip().split(",", -1);
        if (form == null) {
            form = formOf(fields);
            if (form != Form.LEAN) {
                return;
            }
        }
        row(form, fields);
    }

    /** Whether a file begins as one of the forms does. */
    static boolean reads(InputFile input) {
        try (InputStream in = input.recorded()) {
            String begin = new String(in.readNBytes(FIRST_BYTES), StandardCharsets.ISO_8859_1);
            return begin.lines()
                    .findFirst()
                    .flatMap(first -> known(first.strip().split(",", -1)))
                    .isPresent();
        } catch (IOException e) {
            throw InputFile.unreadable(input.name(), e);
        }
    }

    private Form formOf(String[] fields) {
        return known(fields)
                .orElseThrow(() -> refused("'" + FieldText.shown(String.join(",", fields))
                        + "' begins no known archive of funding rates; known are"
                        + " calc_time,funding_interval_hours,last_funding_rate (Binance), fundingTime,instId,fundingRate (OKX)"
                        + " and rows of yyyyMMdd HH:mm:ss,rate (Lean)"));
    }

    private static Optional<Form> known(String[] fields) {
        String names = java.util.Arrays.stream(fields)
                .map(name -> name.strip().toLowerCase(java.util.Locale.ROOT))
                .collect(java.util.stream.Collectors.joining(","));
        for (Form known : Form.values()) {
            if (known.header.equals(names)) {
                return Optional.of(known);
            }
        }
        return fields.length == 2 && fields[0].length() == 17 ? Optional.of(Form.LEAN) : Optional.empty();
    }

    private void row(Form known, String[] fields) {
        if (fields.length != known.columns()) {
            throw refused("has " + fields.length + " fields where " + known.columns() + " belong");
        }
        long nanos = known == Form.LEAN ? leanTime(fields[known.time]) : millis(fields[known.time]);
        try {
            rates.add(nanos, rate(fields[known.rate]));
        } catch (IllegalArgumentException e) {
            throw refused(e.getMessage());
        }
    }

    private long millis(String text) {
        try {
            return Math.multiplyExact(Long.parseLong(text.strip()), NANOS_PER_MILLI);
        } catch (NumberFormatException | ArithmeticException e) {
            throw refused("time '" + FieldText.shown(text) + "' is no whole number of epoch milliseconds");
        }
    }

    private long leanTime(String text) {
        try {
            return EpochNanos.of(LocalDateTime.parse(text.strip(), LEAN_TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            throw refused("time '" + FieldText.shown(text) + "' is not of the form yyyyMMdd HH:mm:ss");
        }
    }

    /** Bounded first: a short text can stand for a number of any size. */
    private BigDecimal rate(String text) {
        String number = text.strip();
        if (number.length() <= MOST_DIGITS && number.matches("[+-]?\\d*\\.?\\d+([eE][+-]?\\d{1,2})?")) {
            return new BigDecimal(number);
        }
        throw refused("rate '" + FieldText.shown(text) + "' is no decimal number");
    }

    private DataException refused(@Nullable String message) {
        return new DataException(file, line, String.valueOf(message));
    }
}
