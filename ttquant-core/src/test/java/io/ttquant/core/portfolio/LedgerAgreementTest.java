package io.ttquant.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The ledger against one of decimals in maps, and what must hold of it to the last digit. */
class LedgerAgreementTest {
    private static final Currency BTC = Currency.of("BTC", 8);
    private static final Currency ETH = Currency.of("ETH", 9);
    private static final Currency USDT = Currency.of("USDT", 8);
    private static final Currency BNB = Currency.of("BNB", 10);
    private static final Instrument BTC_USDT = Instrument.spot(InstrumentId.parse("x:BTCUSDT"), BTC, USDT)
            .tick("0.01")
            .lot("0.00001")
            .build();
    private static final Instrument ETH_USDT = Instrument.spot(InstrumentId.parse("x:ETHUSDT"), ETH, USDT)
            .tick("0.1")
            .lot("0.001")
            .build();
    private static final Instrument ETH_BTC = Instrument.spot(InstrumentId.parse("x:ETHBTC"), ETH, BTC)
            .tick("0.000001")
            .lot("0.0001")
            .build();
    private static final Instrument BTC_SWAP = Instrument.perpetual(InstrumentId.parse("x:BTCSWAP"), BTC, USDT)
            .tick("0.1")
            .lot("1")
            .multiplier(new BigDecimal("0.001"))
            .build();
    private static final List<Instrument> ALL = List.of(BTC_USDT, ETH_USDT, ETH_BTC, BTC_SWAP);

    @Test
    void agreesWithDecimalsInMapsOverThousandsOfRandomFills() {
        for (long seed = 1; seed <= 2_000; seed++) {
            Run run = new Run(seed);
            for (int i = 0; i < 60; i++) {
                run.fill();
            }
            run.check();
        }
    }

    private static final class Run {
        final long seed;
        final SplittableRandom random;
        final NaiveLedger naive = new NaiveLedger();
        final Ledger ledger;

        Run(long seed) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
            Map<Currency, Long> start = new LinkedHashMap<>();
            start.put(USDT, 1_000_000_00000000L);
            start.put(BTC, 50_00000000L);
            start.put(ETH, 100_000000000L);
            start.put(BNB, 9_0000000000L);
            this.ledger = new Ledger(USDT, FundsPolicy.BORROW, start);
            ALL.forEach(ledger::register);
            start.forEach((c, raw) -> naive.balances.put(c.code(), BigDecimal.valueOf(raw, c.scale())));
        }

        void fill() {
            Instrument i = ALL.get(random.nextInt(ALL.size()));
            String owner = random.nextBoolean() ? "a" : "b";
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            long price = random.nextLong(1, 1 + (1L << random.nextInt(1, 24)));
            long quantity = random.nextLong(1, 1 + (1L << random.nextInt(1, 20)));
            Currency feeCurrency = feeCurrency(i, side);
            long rawFee = feeCurrency == i.base()
                    ? random.nextLong(
                            -2, 1 + ledger.position(owner, i).holding().rawBase(quantity) / 50)
                    : random.nextLong(-1_000, 1 + (1L << random.nextInt(1, 30)));
            ledger.apply(ledger.position(owner, i), side, price, quantity, rawFee, feeCurrency);
            naive.fill(owner, i, side, price, quantity, BigDecimal.valueOf(rawFee, feeCurrency.scale()), feeCurrency);
        }

        private Currency feeCurrency(Instrument i, Side side) {
            int draw = random.nextInt(3);
            if (draw == 0) {
                return BNB;
            }
            return draw == 1 && side == Side.BUY && !i.kind().isDerivative() ? i.base() : i.quote();
        }

        void check() {
            BigDecimal derivativeCash =
                    BigDecimal.valueOf(((PositionState) ledger.netPosition(BTC_SWAP.id())).rawRealized(), USDT.scale());
            for (Currency c : List.of(USDT, BTC, ETH, BNB)) {
                BigDecimal expected = naive.balances.get(c.code()).add(c == USDT ? derivativeCash : BigDecimal.ZERO);
                assertThat(BigDecimal.valueOf(ledger.balance(c.code()).rawTotal(), c.scale()))
                        .as("seed %d: balance of %s", seed, c)
                        .isEqualByComparingTo(expected);
            }
            for (Instrument i : ALL) {
                PositionState a = ledger.position("a", i);
                PositionState b = ledger.position("b", i);
                PositionState net = (PositionState) ledger.netPosition(i.id());
                assertThat(a.rawQuantity() + b.rawQuantity())
                        .as("seed %d: sum of %s", seed, i)
                        .isEqualTo(net.rawQuantity());
                checkPosition("a", a);
                checkPosition("b", b);
                checkPosition("", net);
            }
        }

        /** Realised profit less what is paid for the rest is the sum of all cash flows, whatever the order of fills. */
        private void checkPosition(String who, PositionState p) {
            Instrument i = p.instrument();
            BigDecimal flows = naive.paid.getOrDefault(who + i, BigDecimal.ZERO).negate();
            assertThat(BigDecimal.valueOf(
                            p.rawRealized() - p.rawCost(), i.quote().scale()))
                    .as("seed %d: realised − cost of '%s' in %s", seed, who, i)
                    .isEqualByComparingTo(flows);
            assertThat(BigDecimal.valueOf(p.rawFees(), i.quote().scale()))
                    .as("seed %d: fees of '%s' in %s", seed, who, i)
                    .isEqualByComparingTo(naive.settlementFees.getOrDefault(who + i, BigDecimal.ZERO));
            if (p.rawQuantity() == 0) {
                assertThat(p.rawCost())
                        .as("seed %d: cost of nothing in %s", seed, i)
                        .isZero();
            }
            ledger.mark(i, 12_345);
            assertThat(p.rawUnrealized())
                    .as("seed %d: unrealised of '%s' in %s", seed, who, i)
                    .isEqualTo(i.rawNotional(12_345, p.rawQuantity()) - p.rawCost());
        }
    }

    @Test
    void theBalanceOfASpotCoinIsItsPositionAndTheDustOfFees() {
        for (long seed = 1; seed <= 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Ledger ledger = new Ledger(USDT, FundsPolicy.BORROW, Map.of());
            ledger.register(BTC_USDT);
            PositionState p = ledger.position("a", BTC_USDT);
            for (int i = 0; i < 50; i++) {
                Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                long quantity = random.nextLong(1, 100);
                long fee = side == Side.BUY ? quantity * 1000 * random.nextLong(0, 20) / 10_000 : 0;
                ledger.apply(p, side, random.nextLong(1, 1 << 20), quantity, fee, side == Side.BUY ? BTC : USDT);
                assertThat(ledger.balance("BTC").rawTotal())
                        .as("seed %d", seed)
                        .isEqualTo(p.rawQuantity() * 1000 + p.rawDust());
                assertThat(p.rawDust()).as("seed %d", seed).isBetween(0L, 999L);
            }
        }
    }

    @Test
    void reservationsAreReleasedInPartsThatAddUpAndNeverExceedTheTotal() {
        for (long seed = 1; seed <= 1_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Ledger ledger = new Ledger(USDT, FundsPolicy.STRICT, Map.of(USDT, 100_000_00000000L));
            ledger.register(BTC_USDT);
            PositionState p = ledger.position("a", BTC_USDT);
            Reservation[] open = new Reservation[6];
            for (int i = 0; i < 60; i++) {
                int slot = random.nextInt(open.length);
                Reservation r = open[slot];
                if (r == null || r.rawAmount() == 0) {
                    open[slot] = new Reservation();
                    ledger.reserve(
                            open[slot], BTC_USDT, Side.BUY, random.nextLong(1, 9_000_000), random.nextLong(1, 99), 7);
                } else if (random.nextInt(3) == 0) {
                    ledger.release(r);
                } else {
                    long filled = random.nextLong(1, r.rawQuantity() + 1);
                    ledger.apply(p, Side.BUY, 1, filled, 0, USDT);
                    ledger.releaseFilled(r, filled);
                }
                long locked = 0;
                for (Reservation each : open) {
                    locked += each == null ? 0 : each.rawAmount();
                }
                var balance = ledger.balance("USDT");
                assertThat(balance.rawLocked()).as("seed %d", seed).isEqualTo(locked);
                assertThat(balance.rawFree()).as("seed %d", seed).isNotNegative();
            }
        }
    }
}
