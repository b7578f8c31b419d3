package io.ttquant.backtest.data.recording;

import io.ttquant.api.market.ContractType;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentBuilder;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.market.OrderFilters;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An instrument as a line of text: {@code id=binance:BTCUSDT kind=spot base=BTC/8 ...}. What has no limit is left out. */
final class InstrumentLine {
    private static final Pattern SPACE = Pattern.compile(" ");

    private final Map<String, String> values = new LinkedHashMap<>();

    private InstrumentLine() {}

    static String of(Instrument instrument) {
        InstrumentLine line = new InstrumentLine();
        line.describe(instrument);
        line.filters(instrument, instrument.filters());
        StringBuilder text = new StringBuilder();
        line.values.forEach((key, value) ->
                text.append(text.isEmpty() ? "" : " ").append(key).append('=').append(value));
        return text.toString();
    }

    private void describe(Instrument instrument) {
        values.put("id", instrument.id().toString());
        values.put("kind", word(instrument.kind()));
        values.put("contract", word(instrument.contractType()));
        values.put("base", text(instrument.base()));
        values.put("quote", text(instrument.quote()));
        values.put("settlement", text(instrument.settlement()));
        values.put("tick", instrument.formatPrice(instrument.rawTick()));
        values.put("lot", instrument.formatQuantity(instrument.rawLot()));
        values.put("multiplier", instrument.multiplier().toPlainString());
        if (instrument.expiryNanos() != EpochNanos.NEVER) {
            values.put("expiry", Long.toString(instrument.expiryNanos()));
        }
    }

    private void filters(Instrument instrument, OrderFilters filters) {
        int money = instrument.settlement().scale();
        limit("min_price", filters.rawMinPrice(), instrument.priceScale());
        limit("max_price", filters.rawMaxPrice(), instrument.priceScale());
        limit("min_quantity", filters.rawMinQuantity(), instrument.quantityScale());
        limit("max_quantity", filters.rawMaxQuantity(), instrument.quantityScale());
        limit("max_market_quantity", filters.rawMaxMarketQuantity(), instrument.quantityScale());
        limit("min_notional", filters.rawMinNotional(), money);
        limit("max_notional", filters.rawMaxNotional(), money);
        if (!filters.notionalAppliesToMarket()) {
            values.put("market_notional", "free");
        }
        if (filters.maxOpenOrders() != Integer.MAX_VALUE || filters.maxOpenStopOrders() != Integer.MAX_VALUE) {
            values.put("open_orders", filters.maxOpenOrders() + "/" + filters.maxOpenStopOrders());
        }
        if (filters.priceBandUpPercent() != 0 || filters.priceBandDownPercent() != 0) {
            values.put("price_band", filters.priceBandUpPercent() + "/" + filters.priceBandDownPercent());
        }
    }

    private void limit(String key, long raw, int scale) {
        if (raw != 0 && raw != OrderFilters.UNLIMITED) {
            values.put(key, FixedPoint.format(raw, scale));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Currency currency) {
        return currency.code() + "/" + currency.scale();
    }

    /**
     * The instrument that a line describes.
     *
     * @throws IllegalArgumentException if it describes none
     */
    static Instrument parse(String text) {
        InstrumentLine line = new InstrumentLine();
        SPACE.splitAsStream(text).forEach(line::read);
        return line.build();
    }

    private void read(String pair) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("'" + pair + "' is no key=value");
        }
        values.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private Instrument build() {
        InstrumentBuilder builder =
                begin().tick(needed("tick")).lot(needed("lot")).multiplier(new BigDecimal(needed("multiplier")));
        given("expiry", value -> builder.expiry(EpochNanos.toInstant(Long.parseLong(value))));
        given("min_price", value -> builder.minPrice(new BigDecimal(value)));
        given("max_price", value -> builder.maxPrice(new BigDecimal(value)));
        given("min_quantity", value -> builder.minQuantity(new BigDecimal(value)));
        given("max_quantity", value -> builder.maxQuantity(new BigDecimal(value)));
        given("max_market_quantity", value -> builder.maxMarketQuantity(new BigDecimal(value)));
        given("min_notional", value -> builder.minNotional(new BigDecimal(value)));
        given("max_notional", value -> builder.maxNotional(new BigDecimal(value)));
        given("market_notional", value -> builder.notionalAppliesToMarket(false));
        given("open_orders", value -> builder.maxOpenOrders(before(value), behind(value)));
        given("price_band", value -> builder.priceBand(before(value), behind(value)));
        return builder.build();
    }

    private InstrumentBuilder begin() {
        InstrumentId id = InstrumentId.parse(needed("id"));
        Currency base = currency("base");
        Currency quote = currency("quote");
        ContractType contract = ContractType.valueOf(needed("contract").toUpperCase(Locale.ROOT));
        return switch (InstrumentKind.valueOf(needed("kind").toUpperCase(Locale.ROOT))) {
            case SPOT -> Instrument.spot(id, base, quote);
            case PERPETUAL -> Instrument.perpetual(id, base, quote).contract(contract, currency("settlement"));
            case FUTURE -> Instrument.future(id, base, quote).contract(contract, currency("settlement"));
        };
    }

    private void given(String key, Consumer<String> use) {
        String value = values.get(key);
        if (value != null) {
            use.accept(value);
        }
    }

    private String needed(String key) {
        @Nullable String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the instrument of the recording has no " + key
                    + "; its second line is damaged: take it from another file of the instrument");
        }
        return value;
    }

    private Currency currency(String key) {
        String value = needed(key);
        int slash = value.indexOf('/');
        return Currency.of(value.substring(0, Math.max(0, slash)), behind(value));
    }

    private static int before(String pair) {
        return Integer.parseInt(pair.substring(0, Math.max(0, pair.indexOf('/'))));
    }

    private static int behind(String pair) {
        return Integer.parseInt(pair.substring(pair.indexOf('/') + 1));
    }
}
