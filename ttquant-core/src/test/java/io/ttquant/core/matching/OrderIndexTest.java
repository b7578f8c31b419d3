package io.ttquant.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Side;
import io.ttquant.core.order.ClientIds;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrderIndexTest {
    private static final Instrument BTC = Instrument.spot("binance:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.00001")
            .build();

    private final PositionState position = position();

    private static PositionState position() {
        Ledger ledger = new Ledger(BTC.quote(), FundsPolicy.BORROW, Map.of());
        ledger.register(BTC);
        return ledger.position("test", BTC);
    }

    private WorkingOrder order(long sequence) {
        OrderRequest request = OrderRequest.limit(BTC, Side.BUY, 1_000, 3_000_000);
        return new WorkingOrder(new TrackedOrder(ClientIds.of("t"), sequence, 0, "test", request, position, 0));
    }

    @Test
    void findsWhatAHashMapFinds() {
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            OrderIndex index = new OrderIndex();
            Map<Long, WorkingOrder> naive = new HashMap<>();
            long stride = seed % 3 == 0 ? 16 : 1;
            for (int round = 0; round < 3_000; round++) {
                long sequence = stride * random.nextInt(200);
                WorkingOrder order = order(sequence);
                if (random.nextInt(5) < 2) {
                    index.put(order);
                    naive.put(sequence, order);
                } else {
                    index.remove(order);
                    naive.remove(sequence);
                }
                long asked = stride * random.nextInt(200);
                assertThat(index.get(asked))
                        .as("seed %d, round %d, order %d", seed, round, asked)
                        .isSameAs(naive.get(asked));
            }
        }
    }

    @Test
    void removingWhatIsNotThereDoesNothing() {
        OrderIndex index = new OrderIndex();
        index.put(order(1));

        index.remove(order(17));

        assertThat(index.get(1)).isNotNull();
        assertThat(index.get(17)).isNull();
    }
}
