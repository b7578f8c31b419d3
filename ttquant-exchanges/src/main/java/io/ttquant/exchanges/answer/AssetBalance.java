package io.ttquant.exchanges.answer;

import java.math.BigDecimal;

/**
 * What an account holds of a currency, as the venue says. Total is not always free plus locked: profit and loss and what is borrowed come between.
 *
 * @param currency code
 * @param total equity in the currency
 * @param free what a new order may use
 * @param locked what orders have reserved
 * @param cash what is held without open profit and loss
 */
public record AssetBalance(String currency, BigDecimal total, BigDecimal free, BigDecimal locked, BigDecimal cash) {}
