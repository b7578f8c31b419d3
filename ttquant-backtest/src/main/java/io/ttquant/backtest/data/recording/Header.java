package io.ttquant.backtest.data.recording;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether a file begins with a row of column names. */
final class Header {
    private Header() {}

    /** The names of the first line, lower-case, without quotes and blanks. */
    static List<String> of(Sample sample) {
        return Arrays.stream(sample.line(0).split(",", -1))
                .map(name -> name.strip().replace("\"", "").toLowerCase(Locale.ROOT))
                .toList();
    }

    static boolean is(Sample sample, String names) {
        return of(sample).equals(List.of(names.split(",")));
    }
}
