package io.ttquant.backtest.junit.conformance;

import static io.ttquant.backtest.junit.conformance.StorageSamples.BTC;
import static io.ttquant.backtest.junit.conformance.StorageSamples.LARGE;
import static io.ttquant.backtest.junit.conformance.StorageSamples.OTHER;
import static io.ttquant.backtest.junit.conformance.StorageSamples.T;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.Kept;
import io.ttquant.api.storage.Storage;
import io.ttquant.api.storage.StorageCapability;
import io.ttquant.api.storage.StorageState;
import java.util.List;

/** The cases of storages about the provider and market data. */
abstract class StorageMarketCases extends StorageCases {
    private static final String UNKNOWN_SETTING = "no-such-setting";

    @Case(number = 1, rule = "the id is short, lower-case and always the same")
    final void id() {
        Expect.id(provider().id(), provider().id());
    }

    @Case(number = 2, rule = "there is a capability, always the same ones, which nobody can change")
    final void capabilities() {
        Expect.capabilities(provider().capabilities(), provider().capabilities());
    }

    @Case(number = 3, rule = "a setting that it does not know is refused by its name")
    final void unknownSetting() {
        Expect.refused(
                IllegalArgumentException.class,
                () -> open(Expect.with(settings(), UNKNOWN_SETTING, "1")),
                "a setting that does not exist",
                UNKNOWN_SETTING);
    }

    @Case(number = 4, rule = "trades are read as they were written, to the last digit and nanosecond")
    final void trades() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        Trade small = StorageSamples.trade(BTC, T, 1);
        Trade large = StorageSamples.trade(BTC, T + 1, LARGE);
        storage.market().trade(small, 5);
        storage.market().trade(large, Long.MAX_VALUE);
        flush(storage);
        expect(List.of(new Kept<>(small, 5), new Kept<>(large, Long.MAX_VALUE)), trades(storage, BTC), "trades");
    }

    @Case(number = 5, rule = "trades of one time, even equal ones, are all kept, in the order of their numbers")
    final void equalTimes() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        Trade trade = StorageSamples.trade(BTC, T, 100);
        Trade other = StorageSamples.trade(BTC, T, 99);
        storage.market().trade(trade, 3);
        storage.market().trade(other, 2);
        storage.market().trade(trade, 1);
        flush(storage);
        expect(
                List.of(new Kept<>(trade, 1), new Kept<>(other, 2), new Kept<>(trade, 3)),
                trades(storage, BTC),
                "three trades of one time");
    }

    @Case(
            number = 6,
            rule = "what is given again under its key is kept once, as it was first, also after opening again")
    final void repeated() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        Trade trade = StorageSamples.trade(BTC, T, 100);
        storage.market().trade(trade, 1);
        storage.market().trade(trade, 1);
        flush(storage);
        close(storage);
        storage = open();
        storage.market().trade(trade, 1);
        storage.market().trade(StorageSamples.trade(BTC, T, 101), 1);
        flush(storage);
        expect(List.of(new Kept<>(trade, 1)), trades(storage, BTC), "a trade that was given four times");
    }

    @Case(number = 7, rule = "repetitions are counted, and those with another content as conflicts")
    final void conflicts() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        storage.market().trade(StorageSamples.trade(BTC, T, 100), 1);
        storage.market().trade(StorageSamples.trade(BTC, T, 100), 1);
        storage.market().trade(StorageSamples.trade(BTC, T, 101), 1);
        flush(storage);
        StorageState state = storage.state();
        Expect.equal(1L, state.stored(), "stored in " + state);
        Expect.equal(2L, state.repeated(), "repeated in " + state);
        Expect.equal(1L, state.conflicts(), "conflicts in " + state);
    }

    @Case(
            number = 8,
            rule = "reading is by time, whatever the order of writing, from a time included to a time not included")
    final void ranges() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        for (long step : new long[] {3, 2, 0, 1}) {
            storage.market().trade(StorageSamples.trade(BTC, T + step, 100 + step), 1);
        }
        flush(storage);
        expect(
                List.of(
                        new Kept<>(StorageSamples.trade(BTC, T + 1, 101), 1),
                        new Kept<>(StorageSamples.trade(BTC, T + 2, 102), 1)),
                storage.read().trades(BTC, T + 1, T + 3).all(),
                "trades from the second time to before the fourth");
    }

    @Case(number = 9, rule = "instruments are kept apart, whatever stands in their names")
    final void instruments() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        Trade mine = StorageSamples.trade(BTC, T, 100);
        Trade others = StorageSamples.trade(OTHER, T, 200);
        storage.market().trade(mine, 1);
        storage.market().trade(others, 1);
        flush(storage);
        expect(List.of(new Kept<>(mine, 1)), trades(storage, BTC), "trades of " + BTC.id());
        expect(List.of(new Kept<>(others, 1)), trades(storage, OTHER), "trades of " + OTHER.id());
    }

    @Case(number = 10, rule = "a price stays the same decimal when the instrument gets a finer tick")
    final void scales() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        storage.market()
                .trade(
                        new Trade(
                                BTC,
                                T,
                                T,
                                12345,
                                7,
                                StorageSamples.trade(BTC, T, 1).aggressor()),
                        1);
        flush(storage);
        close(storage);
        Instrument finer = BTC.toBuilder().tick("0.0001").lot("0.0000001").build();
        List<Kept<Trade>> read = trades(open(), finer);
        Expect.equal(1, read.size(), "the number of trades read at another scale");
        Trade trade = read.get(0).event();
        Expect.equal("123.4500", finer.formatPrice(trade.rawPrice()), "the price at the finer tick");
        Expect.equal("0.0000700", finer.formatQuantity(trade.rawQuantity()), "the quantity at the finer lot");
    }

    @Case(number = 11, rule = "quotes are read as they were written")
    final void quotes() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        storage.market().quote(StorageSamples.quote(T, 100), 1);
        storage.market().quote(StorageSamples.quote(T, 101), 2);
        storage.market().quote(StorageSamples.quote(T, 101), 2);
        flush(storage);
        expect(
                List.of(new Kept<>(StorageSamples.quote(T, 100), 1), new Kept<>(StorageSamples.quote(T, 101), 2)),
                storage.read().quotes(BTC, T, T + 1).all(),
                "quotes");
    }

    @Case(number = 12, rule = "bars are read as they were written, each series by itself")
    final void bars() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        BarSpec minutes = BarSpec.minutes(1);
        BarSpec ticks = BarSpec.ticks(5);
        storage.market().bar(StorageSamples.bar(minutes, T, 100), 0);
        storage.market().bar(StorageSamples.bar(ticks, T, 101), 0);
        storage.market().bar(StorageSamples.bar(ticks, T, 102), 1);
        flush(storage);
        expect(
                List.of(new Kept<>(StorageSamples.bar(minutes, T, 100), 0)),
                storage.read().bars(BTC, minutes, T, T + 1).all(),
                "bars " + minutes);
        expect(
                List.of(
                        new Kept<>(StorageSamples.bar(ticks, T, 101), 0),
                        new Kept<>(StorageSamples.bar(ticks, T, 102), 1)),
                storage.read().bars(BTC, ticks, T, T + 1).all(),
                "bars " + ticks + " that closed at one time");
    }

    @Case(number = 13, rule = "order books are read as they were written, level by level in their order")
    final void books() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        storage.market().book(StorageSamples.book(T, 5), 1);
        storage.market().book(StorageSamples.book(T, 6), 2);
        flush(storage);
        expect(
                List.of(new Kept<>(StorageSamples.book(T, 5), 1), new Kept<>(StorageSamples.book(T, 6), 2)),
                storage.read().books(BTC, T, T + 1).all(),
                "order books");
    }

    @Case(number = 14, rule = "funding rates are read as the same decimals")
    final void funding() {
        Storage storage = open(StorageCapability.MARKET_DATA);
        storage.market().funding(StorageSamples.funding(T, "-0.000012345678901234567890"), 0);
        flush(storage);
        List<Kept<FundingRate>> read = storage.read().funding(BTC, T, T + 1).all();
        Expect.equal(1, read.size(), "the number of funding rates");
        FundingRate expected = StorageSamples.funding(T, "-0.000012345678901234567890");
        FundingRate rate = read.get(0).event();
        Expect.that(
                rate.rate().compareTo(expected.rate()) == 0 && rate.settlementNanos() == expected.settlementNanos(),
                "expected " + expected + " to be read, but it was " + rate);
    }
}
