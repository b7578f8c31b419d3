package io.ttquant.examples.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.GroupKind;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.OtoTrigger;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.backtest.BacktestResult;
import io.ttquant.exchanges.emulator.VenueKind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session on paper, and an ordinary backtest of the market data that it had: the same orders and the same fills, byte for byte. */
class BacktestParityTest {
    @ParameterizedTest
    @CsvSource({"BINANCE,21", "BINANCE_USDM,22", "OKX,23"})
    void aBacktestOfWhatASessionOnPaperSawHasItsOrdersAndFills(VenueKind kind, long seed) {
        ParityVenue venue = new ParityVenue(kind, seed).latency(Duration.ofMillis(1), Duration.ofMillis(5));
        ParityPair pair = new ParityPair(new ParityRun(venue, "paper", Duration.ofMinutes(3)));

        assertThat(pair.session).as("seed %d", seed).hasSizeGreaterThan(150);
        pair.requireSameFills(seed);
        pair.requireSameOrders(seed);
        requireEveryKind(pair.result);
    }

    /** Fails too when a kind is added that {@link EveryKind} does not know. */
    private static void requireEveryKind(BacktestResult result) {
        List<Order> its = result.orders().stream()
                .filter(order -> order.strategyId().equals("every"))
                .toList();
        List<OrderRequest> requests = its.stream().map(Order::request).toList();
        assertThat(requests).extracting(OrderRequest::type).contains(OrderType.values());
        assertThat(requests).extracting(OrderRequest::timeInForce).contains(TimeInForce.values());
        assertThat(requests).extracting(OrderRequest::triggerSource).contains(TriggerSource.values());
        assertThat(requests).extracting(OrderRequest::side).contains(Side.values());
        assertThat(requests)
                .filteredOn(request -> request.type() == OrderType.TRAILING_STOP_LIMIT)
                .extracting(
                        request -> Objects.requireNonNull(request.trailing()).kind())
                .contains(TrailingOffset.Kind.values());
        assertThat(its)
                .filteredOn(order -> order.group() != null)
                .extracting(order -> Objects.requireNonNull(order.group()).kind())
                .contains(GroupKind.values());
        assertThat(requests)
                .extracting(OrderRequest::tag)
                .contains(Stream.of(OtoTrigger.values())
                        .map(each -> EveryKind.OTO + each)
                        .toArray(String[]::new));
        assertThat(its)
                .filteredOn(order -> order.status() != OrderStatus.DENIED)
                .as("not refused before they left")
                .extracting(order -> order.request().type())
                .contains(OrderType.values());
    }
}
