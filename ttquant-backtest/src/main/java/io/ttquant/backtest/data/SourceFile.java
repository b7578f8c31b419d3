package io.ttquant.backtest.data;

import org.jspecify.annotations.Nullable;

/**
 * A file whose format is known.
 *
 * @param input the file
 * @param format what it holds
 * @param layout in which columns
 * @param guess what its name says
 * @param rowBytes mean length of its first rows
 */
record SourceFile(InputFile input, DataFormat format, RowLayout layout, NameGuess guess, int rowBytes) {
    static SourceFile of(InputFile input, @Nullable DataFormat declared, @Nullable String venue) {
        Head head = Head.read(input);
        DataFormat format = declared == null ? FormatGuess.of(head) : declared;
        int bytes = head.rows().stream()
                .mapToInt(row ->
                        row.stream().mapToInt(field -> field.length() + 1).sum())
                .sum();
        return new SourceFile(
                input,
                format,
                LayoutMatch.of(format, head),
                NameGuess.of(input.path(), venue == null ? format.venue : venue, venue != null),
                Math.max(1, bytes / head.rows().size()));
    }

    String name() {
        return input.name();
    }

    /** About how many rows there are. */
    long estimatedRows() {
        return input.textBytes() / rowBytes + 1;
    }

    DataException refuse(long line, String why) {
        return new DataException(name(), line, why);
    }
}
