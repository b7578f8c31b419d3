package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;

/** One asset of an account. */
final class Wallet {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal locked = BigDecimal.ZERO;
}
