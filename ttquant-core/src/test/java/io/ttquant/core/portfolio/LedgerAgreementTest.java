package io.ttquant.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
    private static final Instrument BTC_INVERSE = Instrument.inversePerpetual(
                    InstrumentId.parse("x:BTCUSD"), BTC, Currency.of("USD", 2))
            .tick("0.5")
            .lot("1")
            .multiplier(new BigDecimal("100"))
            .build();
    private static final Instrument ETH_QUANTO = Instrument.quantoPerpetual(
                    InstrumentId.parse("x:ETHUSD"), ETH, Currency.of("USD", 2), BTC)
            .tick("0.05")
            .lot("1")
            .multiplier(new BigDecimal("0.000001"))
            .build();
    private static final List<Instrument> ALL = List.of(BTC_USDT, ETH_USDT, ETH_BTC, BTC_SWAP, BTC_INVERSE, ETH_QUANTO);

    private static final long MARK = 12_345;
    private static final BigDecimal BNB_PRICE = new BigDecimal("300.5");

    @Test
    void agreesWithDecimalsInMapsOverThousandsOfRandomFillsInNettingMode() {
        agrees(PositionMode.NETTING);
    }

    @Test
    void agreesWithDecimalsInMapsOverThousandsOfRandomFillsInHedgeMode() {
        agrees(PositionMode.HEDGING);
    }

    private static void agrees(PositionMode mode) {
        for (long seed = 1; seed <= 1_000; seed++) {
            Run run = new Run(seed, mode);
            for (int i = 0; i < 60; i++) {
                run.fill();
            }
            run.check();
            run.closeAll();
            run.check();
            run.checkNothingIsLeft();
        }
    }

    private static final class Run {
        final long seed;
        final SplittableRandom random;
        final NaiveLedger naive = new NaiveLedger();
        final Ledger ledger;

        Run(long seed, PositionMode mode) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
            Map<Currency, Long> start = new LinkedHashMap<>();
            start.put(USDT, 1_000_000_00000000L);
            start.put(BTC, 50_00000000L);
            start.put(ETH, 100_000000000L);
            start.put(BNB, 9_0000000000L);
            this.ledger = new Ledger(USDT, FundsPolicy.BORROW, start, mode);
            ALL.forEach(ledger::register);
            ledger.fixRate(BNB, USDT, BNB_PRICE);
            start.forEach((c, raw) -> naive.balances.put(c.code(), BigDecimal.valueOf(raw, c.scale())));
        }

        void fill() {
            Instrument i = ALL.get(random.nextInt(ALL.size()));
            String owner = random.nextBoolean() ? "a" : "b";
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            PositionSide leg = legs(i).get(random.nextInt(legs(i).size()));
            PositionState position = ledger.position(owner, i, leg);
            long quantity = random.nextLong(1, 1 + (1L << random.nextInt(1, 20)));
            if (leg != PositionSide.NET && side == (leg == PositionSide.LONG ? Side.SELL : Side.BUY)) {
                quantity = Math.min(quantity, Math.abs(position.rawQuantity()));
            }
            if (quantity > 0) {
                fill(position, side, quantity);
            }
        }

        private void fill(PositionState position, Side side, long quantity) {
            Instrument i = position.instrument();
            long price = random.nextLong(1, 1 + (1L << random.nextInt(1, 24)));
            Currency feeCurrency = feeCurrency(i, side);
            long rawFee = !i.kind().isDerivative() && feeCurrency == i.base()
                    ? random.nextLong(-2, 1 + position.holding().rawBase(quantity) / 50)
                    : random.nextLong(-1_000, 1 + (1L << random.nextInt(1, 30)));
            ledger.apply(position, side, price, quantity, rawFee, feeCurrency);
            naive.fill(
                    position.strategyId(),
                    i,
                    position.side(),
                    side,
                    price,
                    quantity,
                    BigDecimal.valueOf(rawFee, feeCurrency.scale()),
                    feeCurrency);
        }

        private Currency feeCurrency(Instrument i, Side side) {
            int draw = random.nextInt(3);
            if (draw == 0) {
                return BNB;
            }
            return draw == 1 && side == Side.BUY && !i.kind().isDerivative() ? i.base() : i.settlement();
        }

        private List<PositionSide> legs(Instrument i) {
            return ledger.takes(i, PositionSide.NET)
                    ? List.of(PositionSide.NET)
                    : List.of(PositionSide.LONG, PositionSide.SHORT);
        }

        void closeAll() {
            for (Instrument i : ALL) {
                for (String owner : List.of("a", "b")) {
                    for (PositionSide leg : legs(i)) {
                        PositionState p = ledger.position(owner, i, leg);
                        while (i.kind().isDerivative() && p.rawQuantity() != 0) {
                            fill(p, p.isLong() ? Side.SELL : Side.BUY, part(Math.abs(p.rawQuantity())));
                        }
                    }
                }
            }
        }

        private long part(long held) {
            return random.nextInt(3) == 0 ? held : random.nextLong(1, held + 1);
        }

        void check() {
            for (Currency c : List.of(USDT, BTC, ETH, BNB)) {
                BigDecimal expected = naive.balances.get(c.code());
                for (Instrument i : ALL) {
                    if (i.kind().isDerivative() && i.settlement() == c) {
                        expected = expected.add(
                                BigDecimal.valueOf(net(i, PositionSide.NET).rawRealized(), c.scale()));
                    }
                }
                assertThat(BigDecimal.valueOf(ledger.balance(c.code()).rawTotal(), c.scale()))
                        .as("seed %d: balance of %s", seed, c)
                        .isEqualByComparingTo(expected);
            }
            for (Instrument i : ALL) {
                for (PositionSide leg : legs(i)) {
                    PositionState a = ledger.position("a", i, leg);
                    PositionState b = ledger.position("b", i, leg);
                    assertThat(a.rawQuantity() + b.rawQuantity())
                            .as("seed %d: sum of %s %s", seed, i, leg)
                            .isEqualTo(net(i, leg).rawQuantity());
                    checkPosition("a", a);
                    checkPosition("b", b);
                    checkPosition("", net(i, leg));
                }
                checkWhole(i);
            }
            checkEquity();
        }

        /** Of each currency the balance, and for what is settled in it the value of what is held less all that was paid; converted once. */
        private void checkEquity() {
            Map<Currency, BigDecimal> prices = Map.of(
                    USDT,
                    BigDecimal.ONE,
                    BNB,
                    BNB_PRICE,
                    BTC,
                    BigDecimal.valueOf(MARK, BTC_USDT.priceScale()),
                    ETH,
                    BigDecimal.valueOf(MARK, ETH_USDT.priceScale()));
            BigDecimal equity = BigDecimal.ZERO;
            for (Map.Entry<Currency, BigDecimal> price : prices.entrySet()) {
                Currency c = price.getKey();
                BigDecimal own = naive.balances.get(c.code());
                for (Instrument i : ALL) {
                    if (i.kind().isDerivative() && i.settlement() == c) {
                        own = own.add(value(i, net(i, PositionSide.NET).rawQuantity()))
                                .subtract(paid(i));
                    }
                }
                equity = equity.add(own.multiply(price.getValue()).setScale(USDT.scale(), RoundingMode.HALF_EVEN));
            }
            assertThat(BigDecimal.valueOf(ledger.rawEquity(), USDT.scale()))
                    .as("seed %d: equity", seed)
                    .isEqualByComparingTo(equity);
        }

        private BigDecimal paid(Instrument i) {
            return legs(i).stream()
                    .map(leg -> naive.paid.getOrDefault(NaiveLedger.key("", i, leg), BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private static BigDecimal value(Instrument i, long rawQuantity) {
            return NaiveLedger.cost(
                            i,
                            BigDecimal.valueOf(MARK, i.priceScale()),
                            BigDecimal.valueOf(rawQuantity, i.quantityScale()))
                    .setScale(i.settlement().scale(), RoundingMode.HALF_EVEN);
        }

        private PositionState net(Instrument i, PositionSide leg) {
            return (PositionState) ledger.netPosition(i.id(), leg);
        }

        /** Realised profit less what is paid for the rest is the sum of all cash flows, whatever the order of fills. */
        private void checkPosition(String who, PositionState p) {
            Instrument i = p.instrument();
            int scale = i.settlement().scale();
            String key = NaiveLedger.key(who, i, p.side());
            assertThat(BigDecimal.valueOf(p.rawRealized() - p.rawCost(), scale))
                    .as("seed %d: realised − cost of %s", seed, key)
                    .isEqualByComparingTo(
                            naive.paid.getOrDefault(key, BigDecimal.ZERO).negate());
            assertThat(BigDecimal.valueOf(p.rawFees(), scale))
                    .as("seed %d: fees of %s", seed, key)
                    .isEqualByComparingTo(naive.settlementFees.getOrDefault(key, BigDecimal.ZERO));
            if (p.rawQuantity() == 0) {
                assertThat(p.rawCost())
                        .as("seed %d: cost of nothing in %s", seed, key)
                        .isZero();
            }
            if (i.kind().isDerivative()) {
                BigDecimal unit = BigDecimal.valueOf(2L * naive.fills.getOrDefault(key, 0), scale);
                assertThat(BigDecimal.valueOf(p.rawRealized(), scale)
                                .subtract(naive.profits.getOrDefault(key, BigDecimal.ZERO))
                                .abs())
                        .as("seed %d: realised of %s against its formula", seed, key)
                        .isLessThanOrEqualTo(unit);
            }
            ledger.mark(i, MARK);
            assertThat(BigDecimal.valueOf(p.rawUnrealized() + p.rawCost(), scale))
                    .as("seed %d: unrealised of %s", seed, key)
                    .isEqualByComparingTo(value(i, p.rawQuantity()));
        }

        private void checkWhole(Instrument i) {
            long quantity = 0;
            long flows = 0;
            long fees = 0;
            for (PositionSide leg : legs(i)) {
                quantity += net(i, leg).rawQuantity();
                flows += net(i, leg).rawRealized() - net(i, leg).rawCost();
                fees += net(i, leg).rawFees();
            }
            PositionState whole = net(i, PositionSide.NET);
            assertThat(whole.rawQuantity()).as("seed %d: net of %s", seed, i).isEqualTo(quantity);
            assertThat(whole.rawRealized() - whole.rawCost())
                    .as("seed %d: flows of %s", seed, i)
                    .isEqualTo(flows);
            assertThat(whole.rawFees()).as("seed %d: fees of %s", seed, i).isEqualTo(fees);
        }

        /** Of what was closed nothing is left, and what it realised is what was paid, to the last digit. */
        void checkNothingIsLeft() {
            for (Instrument i : ALL) {
                PositionState whole = net(i, PositionSide.NET);
                if (i.kind().isDerivative()) {
                    assertThat(whole.isFlat())
                            .as("seed %d: %s is flat", seed, i)
                            .isTrue();
                    assertThat(whole.rawCost())
                            .as("seed %d: rest of %s", seed, i)
                            .isZero();
                    assertThat(whole.rawUnrealized())
                            .as("seed %d: rest of %s", seed, i)
                            .isZero();
                }
            }
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
