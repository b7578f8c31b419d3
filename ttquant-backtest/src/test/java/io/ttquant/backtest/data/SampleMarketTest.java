package io.ttquant.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleMarketTest {
    @TempDir
    private Path directory;

    @Test
    void theSameFiguresGiveTheSameBarsOnEveryJdk() throws Exception {
        assertThat(digest(SampleMarket.bitcoin().withDays(20).bars()))
                .isEqualTo("d34eb83c0779aec7e511420348ae2b202c6e309790da6e3b29d26c31b6fe2860");
    }

    @Test
    void anotherSeedGivesAnotherMarket() {
        SampleMarket market = SampleMarket.bitcoin().withDays(1);

        assertThat(market.withSeeds(9, 9).bars().rawClose(100))
                .isNotEqualTo(market.bars().rawClose(100));
    }

    @Test
    void ninetyDaysHoldACrashAndOneGapAndStayPlausible() {
        for (SampleMarket market : SampleMarket.coins()) {
            BarColumns bars = market.bars();
            int gaps = 0;
            double worstDay = 0;
            for (int i = 1; i < bars.size(); i++) {
                gaps += bars.tsOpen(i) > bars.tsClose(i - 1) ? 1 : 0;
                double before = bars.rawClose(Math.max(0, i - 1_440));
                worstDay = Math.min(worstDay, bars.rawClose(i) / before - 1);
                double fromStart = market.instrument().price(bars.rawClose(i)) / market.startPrice();
                assertThat(fromStart).as("bar %s of %s", i, market.instrument()).isBetween(0.3, 3.0);
            }
            assertThat(gaps).isEqualTo(1);
            assertThat(worstDay).isLessThan(-0.10);
        }
    }

    @Test
    void barsAreExactlyThoseOfTheTrades() {
        SampleMarket market = SampleMarket.solana().withDays(2);
        BarColumns bars = market.bars();
        TradeColumns trades = market.trades();
        int t = 0;
        for (int i = 0; i < bars.size(); i++) {
            long volume = 0;
            long high = 0;
            long low = Long.MAX_VALUE;
            assertThat(trades.rawPrice(t)).isEqualTo(bars.rawOpen(i));
            while (t < trades.size() && trades.tsEvent(t) < bars.tsClose(i)) {
                volume += trades.rawQuantity(t);
                high = Math.max(high, trades.rawPrice(t));
                low = Math.min(low, trades.rawPrice(t));
                t++;
            }
            assertThat(trades.rawPrice(t - 1)).isEqualTo(bars.rawClose(i));
            assertThat(volume).isEqualTo(bars.rawVolume(i));
            assertThat(high).isEqualTo(bars.rawHigh(i));
            assertThat(low).isEqualTo(bars.rawLow(i));
        }
        assertThat(t).isEqualTo(trades.size());
    }

    @Test
    void barsWrittenAsKlinesLoadAsTheyWere() throws Exception {
        BarColumns bars = SampleMarket.ether().withDays(3).bars();
        Path file = directory.resolve("ETHUSDT-1m-2024-01.csv");
        ArchiveFiles.writeKlines(bars, file);

        LoadedData loaded = DataFiles.of(file).instrument(bars.instrument()).load();

        assertThat(digest(loaded.bars().get(0))).isEqualTo(digest(bars));
        assertThat(loaded.quality().get(0).format()).isEqualTo("Binance klines");
    }

    @Test
    void tradesWrittenInTheArchivesLayoutLoadAsTheyWere() {
        TradeColumns trades = SampleMarket.ether().withDays(1).trades();
        Path file = directory.resolve("ETHUSDT-trades-2024-01-01.csv");
        ArchiveFiles.writeTrades(trades, file);

        TradeColumns loaded = DataFiles.of(file)
                .instrument(trades.instrument())
                .load()
                .trades()
                .get(0);

        assertThat(loaded.size()).isEqualTo(trades.size());
        for (int i = 0; i < trades.size(); i++) {
            assertThat(loaded.tsEvent(i)).isEqualTo(trades.tsEvent(i));
            assertThat(loaded.rawPrice(i)).isEqualTo(trades.rawPrice(i));
            assertThat(loaded.rawQuantity(i)).isEqualTo(trades.rawQuantity(i));
            assertThat(loaded.aggressor(i)).isEqualTo(trades.aggressor(i));
        }
    }

    @Test
    void impossibleFiguresAreRefused() {
        Instrument instrument = SampleMarket.bitcoin().instrument();

        assertThatThrownBy(() -> SampleMarket.bitcoin().withDays(0))
                .hasMessage("a sample of 0 days must have 1 to 3660");
        assertThatThrownBy(() -> new SampleMarket(instrument, 1, 1, 0, 1, -5, 0.1, 1))
                .hasMessage(
                        "start price -5.0, quantity 1.0 and volatility 0.1 must be above zero, and the volatility at most 1");
    }

    private static String digest(BarColumns bars) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        ByteBuffer row = ByteBuffer.allocate(56);
        for (int i = 0; i < bars.size(); i++) {
            row.clear().putLong(bars.tsOpen(i)).putLong(bars.tsClose(i)).putLong(bars.rawOpen(i));
            row.putLong(bars.rawHigh(i))
                    .putLong(bars.rawLow(i))
                    .putLong(bars.rawClose(i))
                    .putLong(bars.rawVolume(i));
            sha.update(row.array());
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
