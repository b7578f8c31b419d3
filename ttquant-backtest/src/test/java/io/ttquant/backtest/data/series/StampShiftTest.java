package io.ttquant.backtest.data.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.FundingRates;
import io.ttquant.backtest.data.TradeColumns;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Stamps that were written otherwise than they were read. */
class StampShiftTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void allStampsMoveByATimeAndNothingElseChanges() {
        BarColumns bars = MadeUp.minutes(new Random(1), "2024-01-01T03:00:00Z", 100, 0.2);
        BarColumns moved = StampShift.by(Duration.ofHours(-3)).bars(bars);
        TradeColumns trades = MadeUp.trades(new Random(1), "2024-01-01T03:00:00Z", 10);

        assertThat(EpochNanos.format(moved.tsOpen(0))).isEqualTo("2024-01-01T00:00:00Z");
        assertThat(MadeUp.lines(StampShift.by(Duration.ofHours(3)).bars(moved))).isEqualTo(MadeUp.lines(bars));
        assertThat(StampShift.by(Duration.ofSeconds(1)).trades(trades).tsEvent(9) - trades.tsEvent(9))
                .isEqualTo(EpochNanos.SECOND);
    }

    @Test
    void fundingThatWasStampedInLocalTimeIsSettledInUtc() {
        Instrument swap = Instrument.perpetual(
                        InstrumentId.parse("binance:BTCUSDT"), Currency.of("BTC"), Currency.of("USDT"))
                .tick("0.1")
                .lot("0.001")
                .build();
        FundingRates rates = FundingRates.builder(swap)
                .add(MadeUp.nanos("2020-01-01T03:00:00Z"), new BigDecimal("0.0001"))
                .build();

        assertThat(StampShift.by(Duration.ofHours(-3)).funding(rates).settlementNanos(0))
                .isEqualTo(MadeUp.nanos("2020-01-01T00:00:00Z"));
    }

    @Test
    void localTimesBecomeUtcWithSummerTimeAsTheZoneHasIt() {
        BarColumns bars = MadeUp.minutes(new Random(2), "2024-03-08T09:30:00Z", 1, 0);
        BarColumns summer = MadeUp.minutes(new Random(2), "2024-03-11T09:30:00Z", 1, 0);
        StampShift shift = StampShift.fromLocal(NEW_YORK);

        assertThat(EpochNanos.format(shift.bars(bars).tsOpen(0))).isEqualTo("2024-03-08T14:30:00Z");
        assertThat(EpochNanos.format(shift.bars(summer).tsOpen(0))).isEqualTo("2024-03-11T13:30:00Z");
    }

    @Test
    void everyLocalMinuteOfAYearIsTheOneThatTheZoneNames() {
        Random random = new Random(20);
        for (int i = 0; i < 2_000; i++) {
            LocalDateTime local = LocalDateTime.of(2024, 1, 1, 3, 0).plusMinutes(random.nextInt(366 * 1440));
            if (!NEW_YORK.getRules().getValidOffsets(local).isEmpty()) {
                TradeColumns read = TradeColumns.builder(MadeUp.SHARE)
                        .add(EpochNanos.of(local.toInstant(ZoneOffset.UTC)), 1, 1, AggressorSide.NONE)
                        .build();
                assertThat(StampShift.fromLocal(NEW_YORK).trades(read).tsEvent(0))
                        .isEqualTo(EpochNanos.of(local.atZone(NEW_YORK).toInstant()));
            }
        }
    }

    @Test
    void aLocalTimeThatDoesNotExistIsRefused() {
        BarColumns bars = MadeUp.minutes(new Random(2), "2024-03-10T02:30:00Z", 1, 0);

        assertThatThrownBy(() -> StampShift.fromLocal(NEW_YORK).bars(bars))
                .hasMessage(
                        "the stamp 2024-03-10T02:30 does not exist in America/New_York, where clocks were put forward past it;"
                                + " name the zone in which the stamps were written");
    }

    @Test
    void barsThatWereStampedAtTheirEndMoveBackByTheirLength() {
        BarColumns bars = MadeUp.minutes(new Random(1), "2024-01-01T00:01:00Z", 50, 0.2);
        BarColumns right = StampShift.fromCloses(bars);

        assertThat(right.size()).isEqualTo(bars.size());
        for (int i = 0; i < bars.size(); i++) {
            assertThat(right.tsClose(i)).isEqualTo(bars.tsOpen(i));
            assertThat(right.tsOpen(i)).isEqualTo(bars.tsOpen(i) - MadeUp.MINUTE);
            assertThat(right.rawClose(i)).isEqualTo(bars.rawClose(i));
        }
    }
}
