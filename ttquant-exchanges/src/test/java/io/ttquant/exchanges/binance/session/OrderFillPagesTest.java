package io.ttquant.exchanges.binance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.answer.VenueFee;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.binance.SpotRequests;
import io.ttquant.exchanges.request.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** All fills of an order, however many a venue gives at once. */
class OrderFillPagesTest {
    private static final long FIRST = 5_000;

    private final List<Page> asked = new ArrayList<>();

    private static VenueFill fill(long id) {
        return new VenueFill(
                "BTCUSDT",
                id,
                "7",
                "a1",
                Side.BUY,
                PositionSide.NET,
                BigDecimal.TEN,
                BigDecimal.ONE,
                new VenueFee(BigDecimal.ZERO, "USDT"),
                true,
                id,
                1);
    }

    /** As the venue does: the newest, or from an id on. */
    private static List<VenueFill> answer(Page page, int count) {
        List<VenueFill> all = LongStream.range(FIRST, FIRST + count)
                .mapToObj(OrderFillPagesTest::fill)
                .filter(fill -> fill.tradeId() >= page.fromId())
                .toList();
        int first = page.fromId() == Page.ABSENT ? Math.max(0, all.size() - page.limit()) : 0;
        return all.subList(first, Math.min(all.size(), first + page.limit()));
    }

    private List<VenueFill> all(int count) {
        List<VenueFill> all = new ArrayList<>();
        SpotRequests requests = SpotRequests.of(null, () -> 1, 5_000);
        OrderFillPages pages = new OrderFillPages(page -> {
            asked.add(page);
            return requests.market().time();
        });
        while (pages.next() != null) {
            all.addAll(pages.take(answer(asked.get(asked.size() - 1), count)));
        }
        return all;
    }

    private void isComplete(int count, int requests) {
        assertThat(all(count))
                .extracting(VenueFill::tradeId)
                .containsExactlyElementsOf(
                        LongStream.range(FIRST, FIRST + count).boxed().toList());
        assertThat(asked).hasSize(requests).allMatch(page -> page.limit() == 1_000);
    }

    @Test
    void fewAreOneAnswer() {
        isComplete(999, 1);
    }

    @Test
    void noneAreOneAnswer() {
        isComplete(0, 1);
    }

    @Test
    void aFullAnswerMayLackTheFirst() {
        isComplete(1_000, 3);
    }

    @Test
    void manyAreAskedForFromTheFirstOn() {
        isComplete(2_500, 4);
    }
}
