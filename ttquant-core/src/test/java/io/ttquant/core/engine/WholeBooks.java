package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.Ledger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An account kept by hand in decimals, from fills and payments alone: what was paid, and what is held. */
final class WholeBooks {
    private record Key(String strategy, Instrument instrument, PositionSide side) {}

    private final WholeSetting setting;
    private final Map<Currency, BigDecimal> balances = new LinkedHashMap<>();
    private final Map<Key, BigDecimal> filled = new LinkedHashMap<>();
    private final Map<Key, BigDecimal> baseFees = new LinkedHashMap<>();

    private boolean isChanged = true;

    WholeBooks(WholeSetting setting) {
        this.setting = setting;
        balances.put(WholeSetting.USD, BigDecimal.valueOf(setting.rawCash, WholeSetting.USD.scale()));
        balances.put(WholeSetting.COIN, BigDecimal.valueOf(setting.rawCoins, WholeSetting.COIN.scale()));
    }

    private static Key key(Fill fill) {
        return new Key(
                fill.order().strategyId(),
                fill.instrument(),
                fill.order().request().positionSide());
    }

    static BigDecimal quantity(Fill fill) {
        BigDecimal size =
                BigDecimal.valueOf(fill.rawQuantity(), fill.instrument().quantityScale());
        return fill.side() == Side.BUY ? size : size.negate();
    }

    /** A part of the value without its sign, rounded once. */
    private static BigDecimal part(Fill fill, BigDecimal of, Currency currency) {
        Instrument i = fill.instrument();
        BigDecimal price = BigDecimal.valueOf(fill.rawPrice(), i.priceScale());
        BigDecimal contracts = quantity(fill).abs().multiply(i.multiplier()).multiply(of);
        return i.isInverse()
                ? contracts.divide(price, currency.scale(), RoundingMode.HALF_EVEN)
                : contracts.multiply(price).setScale(currency.scale(), RoundingMode.HALF_EVEN);
    }

    void fill(Fill fill) {
        Instrument i = fill.instrument();
        Currency settled = i.kind().isDerivative() ? i.settlement() : i.quote();
        BigDecimal paid = part(fill, BigDecimal.ONE, settled);
        boolean pays = fill.side() == Side.BUY != i.isInverse();
        add(settled, pays ? paid.negate() : paid);
        if (!i.kind().isDerivative()) {
            add(i.base(), quantity(fill));
        }
        BigDecimal fee = BigDecimal.valueOf(fill.rawFee(), fill.feeCurrency().scale());
        add(fill.feeCurrency(), fee.negate());
        filled.merge(key(fill), quantity(fill), BigDecimal::add);
        requireFee(fill, fee);
        if (!i.kind().isDerivative() && fill.feeCurrency().equals(i.base())) {
            baseFees.merge(key(fill), fee, BigDecimal::add);
        }
    }

    private void requireFee(Fill fill, BigDecimal fee) {
        Instrument i = fill.instrument();
        boolean isInBase =
                setting.feesInBase && fill.side() == Side.BUY && !i.kind().isDerivative();
        BigDecimal rate = new BigDecimal(fill.liquidity() == LiquiditySide.MAKER ? setting.maker : setting.taker);
        Currency currency = isInBase ? i.base() : i.kind().isDerivative() ? i.settlement() : i.quote();
        assertThat(fill.feeCurrency()).isEqualTo(currency);
        BigDecimal expected = isInBase
                ? quantity(fill).multiply(rate).setScale(currency.scale(), RoundingMode.HALF_EVEN)
                : part(fill, rate, currency);
        assertThat(fee).as("fee of %s", fill).isEqualByComparingTo(expected);
    }

    void pay(CashFlow flow) {
        add(flow.currency(), flow.amount());
    }

    private void add(Currency currency, BigDecimal amount) {
        isChanged = true;
        balances.merge(currency, amount, BigDecimal::add);
    }

    /** What a strategy holds: its fills, less the fees that were paid out of them, in whole units. */
    BigDecimal position(String strategy, Instrument instrument, PositionSide side) {
        Key key = new Key(strategy, instrument, side);
        return filled.getOrDefault(key, BigDecimal.ZERO)
                .subtract(baseFees.getOrDefault(key, BigDecimal.ZERO))
                .setScale(instrument.quantityScale(), RoundingMode.FLOOR);
    }

    /** To the last digit: the balances are what fills and payments made, and what derivatives hold is what they cost. */
    void require(Ledger ledger) {
        if (!isChanged) {
            return;
        }
        isChanged = false;
        Map<Currency, BigDecimal> expected = new LinkedHashMap<>(balances);
        for (Instrument instrument : setting.instruments) {
            for (String strategy : List.of("s", "t")) {
                for (PositionSide side : PositionSide.values()) {
                    if (ledger.takes(instrument, side)) {
                        requirePosition(ledger, new Key(strategy, instrument, side));
                    }
                }
            }
            if (instrument.kind().isDerivative()) {
                // Balances hold realised profits alone: what open positions cost was not paid. The account's position
                // nets those of strategies.
                Currency settled = instrument.settlement();
                expected.merge(settled, BigDecimal.valueOf(cost(ledger, instrument), settled.scale()), BigDecimal::add);
            }
        }
        expected.forEach((currency, amount) -> assertThat(
                        BigDecimal.valueOf(ledger.balance(currency.code()).rawTotal(), currency.scale()))
                .as("balance of %s", currency)
                .isEqualByComparingTo(amount));
    }

    private static long cost(Ledger ledger, Instrument instrument) {
        return ((io.ttquant.core.portfolio.PositionState) ledger.netPosition(instrument.id())).rawCost();
    }

    private void requirePosition(Ledger ledger, Key key) {
        assertThat(BigDecimal.valueOf(
                        ledger.position(key.strategy, key.instrument, key.side).rawQuantity(),
                        key.instrument.quantityScale()))
                .as("position of %s", key)
                .isEqualByComparingTo(position(key.strategy, key.instrument, key.side));
    }
}
