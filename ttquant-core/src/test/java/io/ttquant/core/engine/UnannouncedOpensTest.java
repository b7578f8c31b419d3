package io.ttquant.core.engine;

import static io.ttquant.core.engine.Lab.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.core.matching.SimulationConfig;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Where a bar is seen only once it has closed, what its open causes still has the whole bar before it. */
class UnannouncedOpensTest {
    /** A market order is filled at an open of 100; then something is sent; then the bar goes to 110, to 90, and to 95. */
    private static Lab afterTheOpen(boolean isAnnounced, Consumer<Lab> send) {
        Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00)
                .withBars(Lab.M1)
                .start(0);
        lab.close(0, 100, 100, 100, 100, 1_000);
        Order first = lab.script.desk().buy(Lab.SWAP).lots(1).market().submit();
        lab.script.order = e -> {
            if (e instanceof OrderEvent.Filled && e.order() == first) {
                send.accept(lab);
            }
        };
        if (isAnnounced) {
            lab.open(MINUTE, 100);
        }
        lab.close(MINUTE, 100, 110, 90, 95, 1_000);
        return lab;
    }

    private static void agree(Consumer<Lab> send, String... fills) {
        for (boolean isAnnounced : new boolean[] {true, false}) {
            Lab lab = afterTheOpen(isAnnounced, send);
            String[] all = new String[fills.length + 1];
            all[0] = "BUY 1@100 TAKER NEXT_OPEN";
            System.arraycopy(fills, 0, all, 1, fills.length);
            assertThat(lab.fills()).as("announced: %s", isAnnounced).containsExactly(all);
        }
    }

    @Test
    void aLimitOrderMeetsThePathFromTheOpenOn() {
        agree(lab -> lab.script.desk().sell(Lab.SWAP).lots(1).limit(107).submit(), "SELL 1@107 MAKER TRADED_THROUGH");
    }

    @Test
    void aStopMeetsThePathFromTheOpenOn() {
        agree(lab -> lab.script.desk().sell(Lab.SWAP).lots(1).stop(93).submit(), "SELL 1@93 TAKER STOP_TRIGGER");
    }

    @Test
    void aMarketOrderIsFilledAtTheOpen() {
        agree(lab -> lab.script.desk().sell(Lab.SWAP).lots(1).market().submit(), "SELL 1@100 TAKER NEXT_OPEN");
    }

    @Test
    void aPostOnlyOrderThatTheOpenWouldFillIsRefused() {
        agree(lab ->
                lab.script.desk().sell(Lab.SWAP).lots(1).limit(99).postOnly().submit());
    }
}
