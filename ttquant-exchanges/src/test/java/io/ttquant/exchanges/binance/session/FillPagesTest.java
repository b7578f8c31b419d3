package io.ttquant.exchanges.binance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.Wires;
import io.ttquant.exchanges.answer.VenueFee;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.binance.SpotRequests;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.credentials.Secret;
import io.ttquant.exchanges.request.Page;
import io.ttquant.exchanges.request.RestRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fill comes once, page by page, also where the venue leaves ids out. */
class FillPagesTest {
    private static final long BEGIN = 1_700_000_000_000L;
    private static final long SPAN = Duration.ofDays(1).toMillis();

    private final SpotRequests requests =
            SpotRequests.of(Credentials.of(Secret.of("key"), Secret.of("secret")), () -> BEGIN, 5_000);

    private static VenueFill fill(long id, boolean isTold) {
        BigDecimal price = BigDecimal.valueOf(id);
        long time = (BEGIN + id * 60_000) * EpochNanos.MILLISECOND;
        return new VenueFill(
                "BTCUSDT",
                isTold ? id : VenueFill.madeUpId("7", time, price, BigDecimal.ONE),
                "7",
                "",
                Side.BUY,
                PositionSide.NET,
                price,
                BigDecimal.ONE,
                new VenueFee(BigDecimal.ZERO, "USDT"),
                true,
                isTold ? id : Page.ABSENT,
                time);
    }

    /** Fills of 3500 minutes. */
    private List<VenueFill> walk(LongPredicate isTold) {
        List<VenueFill> venue = LongStream.range(0, 3_500)
                .mapToObj(id -> fill(id, isTold.test(id)))
                .toList();
        FillPages pages = new FillPages(
                page -> requests.fills("BTCUSDT", page), Duration.ofMillis(SPAN), BEGIN, BEGIN + 4 * SPAN);
        List<VenueFill> all = new ArrayList<>();
        int asked = 0;
        for (RestRequest r = pages.next(); r != null; r = pages.next()) {
            assertThat(++asked).isLessThan(30);
            Map<String, String> query = Wires.parameters(r.query());
            long fromId = Long.parseLong(query.getOrDefault("fromId", "0"));
            long from = Long.parseLong(query.getOrDefault("startTime", "0"));
            long to = Long.parseLong(query.getOrDefault("endTime", Long.toString(Long.MAX_VALUE)));
            all.addAll(pages.take(venue.stream()
                    .filter(f -> f.price().longValue() >= fromId)
                    .filter(f ->
                            f.tsEvent() / EpochNanos.MILLISECOND >= from && f.tsEvent() / EpochNanos.MILLISECOND <= to)
                    .limit(1_000)
                    .toList()));
        }
        assertThat(all).containsExactlyElementsOf(venue);
        return all;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.5, 0.99, 1})
    void eachComesOnceThoughSomeIdsAreMissing(double missing) {
        Random random = new Random(5);
        List<Boolean> told = LongStream.range(0, 3_500)
                .mapToObj(i -> random.nextDouble() >= missing)
                .toList();
        assertThat(walk(id -> told.get((int) id))).hasSize(3_500);
    }
}
