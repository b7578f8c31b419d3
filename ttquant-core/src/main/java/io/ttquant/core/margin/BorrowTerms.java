package io.ttquant.core.margin;

import java.math.BigDecimal;

/**
 * How far spot trading may go beyond the account's own funds, and when the account is liquidated for it.
 *
 * <p>What is owed may be at most equity × (leverage − 1) when an order is sent and when it fills. The account is liquidated once its margin level is at or
 * below the maintenance level. Binance has it so for cross margin: margin level = total asset value ÷ (total liabilities + outstanding interest); at
 * leverage 3 nothing more may be borrowed at a level of 1.5 or below, which is this limit, and the account is liquidated at 1.1 or below (Binance, <i>Margin
 * Level and Margin Call</i>, support article 360030493931). Assets count with their whole value, without the deductions from large holdings that
 * venues make.
 *
 * @param leverage what may be held for each unit of equity, 1 or more; 1 borrows nothing
 * @param maintenanceLevel the margin level at which the account is liquidated, 1 or more, and below leverage ÷ (leverage − 1), which is the level that
 *     an account has when it borrows all it may
 */
public record BorrowTerms(BigDecimal leverage, BigDecimal maintenanceLevel) {
    /** Leverage 3 and maintenance level 1.1, as Binance has them for cross margin. */
    public static final BorrowTerms DEFAULT = new BorrowTerms(new BigDecimal("3"), new BigDecimal("1.1"));

    /**
     * Checks the terms.
     *
     * @throws IllegalArgumentException if a figure is below 1, or an account that borrows all it may would be liquidated at once
     */
    public BorrowTerms {
        if (leverage.compareTo(BigDecimal.ONE) < 0) {
            throw new IllegalArgumentException("spot leverage " + leverage.toPlainString()
                    + " must be 1 or more; 1 borrows nothing, 3 owes up to twice the equity");
        }
        if (maintenanceLevel.compareTo(BigDecimal.ONE) < 0) {
            throw new IllegalArgumentException("spot maintenance level " + maintenanceLevel.toPlainString()
                    + " must be 1 or more: it is assets divided by what is owed; 1.1 is usual");
        }
        if (maintenanceLevel.multiply(leverage.subtract(BigDecimal.ONE)).compareTo(leverage) >= 0) {
            throw new IllegalArgumentException("spot maintenance level " + maintenanceLevel.toPlainString()
                    + " must be below leverage / (leverage - 1), the level of an account that owes all it may with spot leverage "
                    + leverage.toPlainString() + "; lower one of them");
        }
    }

    /** Terms by their figures, such as {@code of("3", "1.1")}. */
    public static BorrowTerms of(String leverage, String maintenanceLevel) {
        return new BorrowTerms(new BigDecimal(leverage), new BigDecimal(maintenanceLevel));
    }

    /** In plain words, for the report. */
    public String describe() {
        return "balances may go below zero; what is owed may be at most equity x "
                + plain(leverage.subtract(BigDecimal.ONE))
                + " (leverage " + plain(leverage) + ") when an order is sent and when it fills; at a margin level of "
                + plain(maintenanceLevel)
                + " or below, judged at the end of each instant and not along the path of bars, the account is liquidated";
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
