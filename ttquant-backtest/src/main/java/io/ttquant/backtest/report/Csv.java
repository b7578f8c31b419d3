package io.ttquant.backtest.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes RFC 4180: comma, CRLF, quotes around what needs them and doubled inside. */
final class Csv {
    private static final String END_OF_LINE = "\r\n";

    private final Appendable out;
    private boolean isLineStart = true;

    Csv(Appendable out, String... header) {
        this.out = out;
        for (String name : header) {
            field(name);
        }
        endLine();
    }

    Csv field(String text) {
        try {
            if (!isLineStart) {
                out.append(',');
            }
            isLineStart = false;
            appendQuoted(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Csv field(long number) {
        return field(Long.toString(number));
    }

    /** An exact decimal without exponent; empty for null. */
    Csv field(@Nullable BigDecimal number) {
        return field(number == null ? "" : number.toPlainString());
    }

    /** The shortest text that reads back as the same double; empty for NaN and the infinities. */
    Csv field(double number) {
        return field(Double.isFinite(number) ? Double.toString(number) : "");
    }

    /** Two columns: ISO text and epoch nanoseconds; both empty for a time that never came. */
    Csv time(long nanos) {
        String iso = Times.iso(nanos);
        return field(iso).field(iso.isEmpty() ? "" : Long.toString(nanos));
    }

    void endLine() {
        try {
            out.append(END_OF_LINE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        isLineStart = true;
    }

    private void appendQuoted(String text) throws IOException {
        if (text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')) {
            out.append(text);
            return;
        }
        out.append('"').append(text.replace("\"", "\"\"")).append('"');
    }
}
