package io.ttquant.backtest.data;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import java.util.Arrays;
import java.util.List;

/** Joins files of one series, given in the order of time, and looks at the seams. */
final class Joints {
    private static final Field[] BAR_VALUES = {Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE, Field.VOLUME};

    private final List<Part> parts;
    private final RowBlock rows;

    private Joints(List<Part> parts, RowBlock rows) {
        this.parts = parts;
        this.rows = rows;
    }

    /** Counts what is missing between files, and refuses overlaps that cannot be told from mistakes. */
    static void check(List<Part> parts, boolean isInMemory) {
        for (int i = 1; i < parts.size(); i++) {
            Part before = parts.get(i - 1);
            Part part = parts.get(i);
            Interval interval = part.interval();
            if (interval == null) {
                requireLater(before, part);
            } else if (part.firstNanos() <= before.lastNanos()) {
                requireMergeable(before, part, isInMemory);
            } else {
                part.counts().missingBefore = Math.max(0, interval.steps(before.lastNanos(), part.firstNanos()) - 1);
            }
        }
    }

    private static void requireLater(Part before, Part part) {
        if (part.firstNanos() < before.lastNanos()) {
            throw part.file()
                    .refuse(
                            0,
                            overlap(before, part)
                                    + "; trades of two files cannot be told apart, so leave one of them out");
        }
    }

    private static void requireMergeable(Part before, Part part, boolean isInMemory) {
        if (!isInMemory) {
            throw part.file()
                    .refuse(
                            0,
                            overlap(before, part)
                                    + "; leave one of them out, or load them in memory, where equal bars are dropped");
        }
    }

    private static String overlap(Part before, Part part) {
        return "starts at " + EpochNanos.format(part.firstNanos()) + ", before "
                + before.file().name() + " ends, at " + EpochNanos.format(before.lastNanos());
    }

    /** All rows of all files at the scales of the instrument. */
    static RowBlock join(List<Part> parts, Instrument instrument) {
        RowBlock first = rowsOf(parts.get(0));
        Joints joints = new Joints(parts, parts.size() == 1 ? first : new RowBlock(fields(parts), total(parts)));
        try {
            return joints.run(instrument);
        } catch (ArithmeticException e) {
            throw parts.get(0)
                    .file()
                    .refuse(
                            0,
                            "and the other files of " + instrument + " need " + instrument.priceScale()
                                    + " decimals for prices and " + instrument.quantityScale()
                                    + " for quantities, with which some values do not fit 64 bits; give the instrument its scales");
        }
    }

    private RowBlock run(Instrument instrument) {
        long last = Long.MIN_VALUE;
        boolean isOverlapping = false;
        if (parts.size() > 1) {
            for (Part part : parts) {
                rows.append(rowsOf(part));
                isOverlapping |= part.interval() != null && part.firstNanos() <= last;
                last = Math.max(last, part.lastNanos());
            }
        }
        rows.rescale(instrument.priceScale(), instrument.quantityScale());
        if (isOverlapping) {
            merge();
        }
        return rows;
    }

    /** Rows of equal time must be equal; the later one is dropped and counted in the later file. */
    private void merge() {
        int[] owner = owners();
        Integer[] order = new Integer[rows.size];
        Arrays.setAll(order, i -> i);
        long[] time = rows.column(Field.TIME).clone();
        Arrays.sort(order, (a, b) -> Long.compare(time[a], time[b]));
        rows.arrange(Arrays.stream(order).mapToInt(Integer::intValue).toArray());
        long[] sorted = rows.column(Field.TIME);
        int kept = 0;
        for (int i = 0; i < rows.size; i++) {
            Part part = parts.get(owner[order[i]]);
            if (kept > 0 && sorted[i] == sorted[kept - 1]) {
                requireEqual(i, kept - 1, part);
                part.counts().overlapping++;
                continue;
            }
            requireEnded(sorted, i, kept, part);
            rows.move(i, kept);
            kept++;
        }
        rows.size = kept;
    }

    private int[] owners() {
        int[] owner = new int[rows.size];
        int at = 0;
        for (int p = 0; p < parts.size(); p++) {
            int size = rowsOf(parts.get(p)).size;
            Arrays.fill(owner, at, at + size, p);
            at += size;
        }
        return owner;
    }

    private void requireEqual(int i, int other, Part part) {
        for (Field field : BAR_VALUES) {
            if (rows.has(field) && rows.column(field)[i] != rows.column(field)[other]) {
                throw part.file()
                        .refuse(
                                0,
                                BarRows.describe(rows, i) + " contradicts another file, where it is "
                                        + BarRows.describe(rows, other) + "; leave one of them out");
            }
        }
    }

    private static void requireEnded(long[] time, int i, int kept, Part part) {
        Interval interval = part.interval();
        if (kept > 0 && interval != null && interval.steps(time[kept - 1], time[i]) < 1) {
            throw part.file()
                    .refuse(
                            0,
                            "has a bar at " + EpochNanos.format(time[i])
                                    + " that starts before one of another file, at " + EpochNanos.format(time[kept - 1])
                                    + ", has ended; leave one of them out");
        }
    }

    private static List<Field> fields(List<Part> parts) {
        return Arrays.stream(Field.values())
                .filter(field -> parts.stream().anyMatch(part -> rowsOf(part).has(field)))
                .toList();
    }

    private static int total(List<Part> parts) {
        return Math.toIntExact(
                parts.stream().mapToLong(part -> rowsOf(part).size).sum());
    }

    private static RowBlock rowsOf(Part part) {
        RowBlock rows = part.rows();
        if (rows == null) {
            throw new IllegalStateException("the rows of " + part.file().name() + " are streamed");
        }
        return rows;
    }
}
