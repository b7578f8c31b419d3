package io.ttquant.backtest.junit;

import io.ttquant.api.account.Position;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import org.jspecify.annotations.Nullable;

/** Assertions about a strategy's position at the end of the run. Decimals are exact. */
public final class PositionAssert {
    private final @Nullable Position position;
    private final RunAssert run;

    PositionAssert(@Nullable Position position, RunAssert run) {
        this.position = position;
        this.run = run;
    }

    /** It is flat. */
    public PositionAssert isFlat() {
        return position == null || position.isFlat() ? this : fail("expected a flat position, but it was " + text());
    }

    /** It is long by this quantity. */
    public PositionAssert isLong(String quantity) {
        return is(quantity, "long ");
    }

    /** It is short by this quantity, given without a sign. */
    public PositionAssert isShort(String quantity) {
        return is(quantity, "short ");
    }

    /** Its closed part made this much in the settlement currency, before fees. */
    public PositionAssert hasRealized(String amount) {
        if (position == null) {
            return fail("expected a realised result of " + amount + ", but there never was a position");
        }
        Currency currency = position.instrument().settlement();
        return Figures.isEqual(position.rawRealized(), currency.scale(), amount)
                ? this
                : fail("expected a realised result of " + amount + ", but it was "
                        + FixedPoint.format(position.rawRealized(), currency.scale()) + " " + currency);
    }

    /** Back to the run. */
    public RunAssert and() {
        return run;
    }

    private PositionAssert is(String quantity, String side) {
        String signed = side.equals("long ") ? quantity : "-" + quantity;
        boolean isEqual = position != null
                && Figures.isEqual(position.rawQuantity(), position.instrument().quantityScale(), signed);
        return isEqual ? this : fail("expected a position " + side + quantity + ", but it was " + text());
    }

    private String text() {
        if (position == null || position.isFlat()) {
            return "flat";
        }
        String quantity = position.instrument().formatQuantity(Math.abs(position.rawQuantity()));
        return (position.isLong() ? "long " : "short ") + quantity + " "
                + position.instrument().id();
    }

    private PositionAssert fail(String sentence) {
        run.fail(sentence);
        return this;
    }
}
