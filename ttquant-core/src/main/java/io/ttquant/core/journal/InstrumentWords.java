package io.ttquant.core.journal;

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
import org.jspecify.annotations.Nullable;

/** How an instrument is written: all that it is made of, so that one that is read is the same in every figure. */
final class InstrumentWords {
    private InstrumentWords() {}

    static void write(FrameBuffer to, Instrument i) {
        to.text(i.id().toString()).name(i.kind()).name(i.contractType());
        Words.write(to, i.base());
        Words.write(to, i.quote());
        Words.write(to, i.settlement());
        to.text(FixedPoint.toDecimal(i.rawTick(), i.priceScale()).toString())
                .text(FixedPoint.toDecimal(i.rawLot(), i.quantityScale()).toString())
                .text(i.multiplier().toString())
                .number(i.expiryNanos());
        OrderFilters f = i.filters();
        to.number(f.rawMinPrice())
                .number(f.rawMaxPrice())
                .number(f.rawMinQuantity())
                .number(f.rawMaxQuantity())
                .number(f.rawMaxMarketQuantity())
                .number(f.rawMinNotional())
                .number(f.rawMaxNotional())
                .flag(f.notionalAppliesToMarket())
                .number(f.maxOpenOrders())
                .number(f.maxOpenStopOrders())
                .number(f.priceBandUpPercent())
                .number(f.priceBandDownPercent());
    }

    static Instrument read(FrameInput in) {
        InstrumentId id = InstrumentId.parse(in.text());
        InstrumentKind kind = in.name(InstrumentKind.class);
        ContractType contract = in.name(ContractType.class);
        Currency base = Words.currency(in);
        Currency quote = Words.currency(in);
        Currency settlement = Words.currency(in);
        InstrumentBuilder builder = builder(id, kind, base, quote);
        if (kind != InstrumentKind.SPOT && !(contract == ContractType.LINEAR && settlement.equals(quote))) {
            builder.contract(contract, settlement);
        }
        BigDecimal tick = new BigDecimal(in.text());
        BigDecimal lot = new BigDecimal(in.text());
        builder.tick(tick).lot(lot).multiplier(new BigDecimal(in.text()));
        long expiry = in.number();
        if (expiry != EpochNanos.NEVER) {
            builder.expiry(EpochNanos.toInstant(expiry));
        }
        filters(in, builder, scale(tick), scale(lot), settlement.scale());
        return builder.build();
    }

    private static InstrumentBuilder builder(InstrumentId id, InstrumentKind kind, Currency base, Currency quote) {
        return switch (kind) {
            case SPOT -> Instrument.spot(id, base, quote);
            case PERPETUAL -> Instrument.perpetual(id, base, quote);
            case FUTURE -> Instrument.future(id, base, quote);
        };
    }

    private static void filters(
            FrameInput in, InstrumentBuilder builder, int priceScale, int quantityScale, int moneyScale) {
        builder.minPrice(FixedPoint.toDecimal(in.number(), priceScale))
                .maxPrice(maximum(in, priceScale))
                .minQuantity(FixedPoint.toDecimal(in.number(), quantityScale))
                .maxQuantity(maximum(in, quantityScale))
                .maxMarketQuantity(maximum(in, quantityScale))
                .minNotional(FixedPoint.toDecimal(in.number(), moneyScale))
                .maxNotional(maximum(in, moneyScale))
                .notionalAppliesToMarket(in.flag())
                .maxOpenOrders((int) in.number(), (int) in.number())
                .priceBand((int) in.number(), (int) in.number());
    }

    private static @Nullable BigDecimal maximum(FrameInput in, int scale) {
        long raw = in.number();
        return raw == OrderFilters.UNLIMITED ? null : FixedPoint.toDecimal(raw, scale);
    }

    private static int scale(BigDecimal step) {
        return Math.max(0, step.stripTrailingZeros().scale());
    }
}
