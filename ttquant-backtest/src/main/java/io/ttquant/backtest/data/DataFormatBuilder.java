package io.ttquant.backtest.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Describes the columns of a {@link DataFormat}, each by the name in its header or by its position, counted from 0. Upper and lower case
 * and everything but letters and digits make no difference in a name.
 */
public final class DataFormatBuilder {
    final String name;
    final boolean isBars;
    final List<ColumnRule> rules = new ArrayList<>();
    String venue = "file";
    StampUnit unit = StampUnit.AUTO;
    StampConvention stamp = StampConvention.OPEN;
    boolean repeatsClose;

    DataFormatBuilder(String name, boolean isBars) {
        this.name = name;
        this.isBars = isBars;
    }

    DataFormatBuilder(DataFormat format) {
        this(format.name, format.isBars);
        this.rules.addAll(format.rules);
        this.venue = format.venue;
        this.unit = format.unit;
        this.stamp = format.stamp;
        this.repeatsClose = format.repeatsClose;
    }

    /** The column of the time stamp. */
    public DataFormatBuilder time(String header) {
        return named(Field.TIME, header);
    }

    /** The column of the time stamp. */
    public DataFormatBuilder time(int position) {
        return at(Field.TIME, position);
    }

    /** The column of a bar's first price. */
    public DataFormatBuilder open(String header) {
        return named(Field.OPEN, header);
    }

    /** The column of a bar's first price. */
    public DataFormatBuilder open(int position) {
        return at(Field.OPEN, position);
    }

    /** The column of a bar's highest price. */
    public DataFormatBuilder high(String header) {
        return named(Field.HIGH, header);
    }

    /** The column of a bar's highest price. */
    public DataFormatBuilder high(int position) {
        return at(Field.HIGH, position);
    }

    /** The column of a bar's lowest price. */
    public DataFormatBuilder low(String header) {
        return named(Field.LOW, header);
    }

    /** The column of a bar's lowest price. */
    public DataFormatBuilder low(int position) {
        return at(Field.LOW, position);
    }

    /** The column of a bar's last price. */
    public DataFormatBuilder close(String header) {
        return named(Field.CLOSE, header);
    }

    /** The column of a bar's last price. */
    public DataFormatBuilder close(int position) {
        return at(Field.CLOSE, position);
    }

    /** The column of the quantity traded in a bar. Without one the volume of each bar is zero. */
    public DataFormatBuilder volume(String header) {
        return named(Field.VOLUME, header);
    }

    /** The column of the quantity traded in a bar. */
    public DataFormatBuilder volume(int position) {
        return at(Field.VOLUME, position);
    }

    /** The column of a trade's price. */
    public DataFormatBuilder price(String header) {
        return named(Field.PRICE, header);
    }

    /** The column of a trade's price. */
    public DataFormatBuilder price(int position) {
        return at(Field.PRICE, position);
    }

    /** The column of a trade's quantity. */
    public DataFormatBuilder quantity(String header) {
        return named(Field.QUANTITY, header);
    }

    /** The column of a trade's quantity. */
    public DataFormatBuilder quantity(int position) {
        return at(Field.QUANTITY, position);
    }

    /** The column that says who crossed the spread: buy or sell, or true if the buyer was the maker. Without one nobody knows. */
    public DataFormatBuilder side(String header) {
        return named(Field.SIDE, header);
    }

    /** The column that says who crossed the spread. */
    public DataFormatBuilder side(int position) {
        return at(Field.SIDE, position);
    }

    /** The column of the venue's trade number, with which lost and repeated trades are noticed. */
    public DataFormatBuilder id(String header) {
        return named(Field.ID, header);
    }

    /** The column of the venue's trade number. */
    public DataFormatBuilder id(int position) {
        return at(Field.ID, position);
    }

    /** How stamps are written; {@link StampUnit#AUTO} unless set. */
    public DataFormatBuilder unit(StampUnit value) {
        this.unit = value;
        return this;
    }

    /** Which end of its interval a bar is stamped with; {@link StampConvention#OPEN} unless set. */
    public DataFormatBuilder stamp(StampConvention value) {
        this.stamp = value;
        return this;
    }

    DataFormatBuilder venue(String value) {
        this.venue = value;
        return this;
    }

    /** The open repeats the last close, so that it may lie outside low and high. */
    DataFormatBuilder repeatsClose() {
        this.repeatsClose = true;
        return this;
    }

    DataFormatBuilder rule(ColumnRule rule) {
        rules.removeIf(old -> old.field() == rule.field());
        rules.add(rule);
        return this;
    }

    private DataFormatBuilder named(Field field, String header) {
        return rule(ColumnRule.required(field, -1, normalised(header)));
    }

    private DataFormatBuilder at(Field field, int position) {
        if (position < 0) {
            throw new IllegalArgumentException(
                    "position " + position + " of " + field + " must be 0 or more; 0 is the first column");
        }
        return rule(ColumnRule.required(field, position));
    }

    static String normalised(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /**
     * The format.
     *
     * @throws IllegalArgumentException if a column that every bar or trade needs is not described
     */
    public DataFormat build() {
        List<Field> needed = isBars
                ? List.of(Field.TIME, Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE)
                : List.of(Field.TIME, Field.PRICE, Field.QUANTITY);
        for (Field field : needed) {
            if (rules.stream().noneMatch(rule -> rule.field() == field)) {
                throw new IllegalArgumentException("format '" + name + "' says nothing about the column of "
                        + field.name().toLowerCase(Locale.ROOT) + ", which every "
                        + (isBars ? "bar" : "trade") + " needs; call "
                        + field.name().toLowerCase(Locale.ROOT) + "(...)");
            }
        }
        return new DataFormat(this);
    }
}
