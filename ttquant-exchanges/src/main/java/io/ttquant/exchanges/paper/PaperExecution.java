package io.ttquant.exchanges.paper;

import io.ttquant.core.config.PaperSettings;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;

/**
 * How paper orders execute: on the live trades, quotes and books, with the venue's published fees and a constant latency of 50 ms each way, unless the
 * section {@code [paper]} says otherwise. Slippage, queue and depth models are those of the section {@code [backtest]}.
 */
public final class PaperExecution {
    private PaperExecution() {}

    /**
     * The assumptions for a venue.
     *
     * @param venue id of its provider
     */
    public static SimulationConfig of(RunConfiguration configuration, String venue) {
        PaperSettings paper = configuration.paper();
        return configuration
                .simulation()
                .withFees(fees(paper, venue))
                .withLatency(LatencyModel.constant(paper.orderLatency(), paper.ackLatency()));
    }

    private static FeeModel fees(PaperSettings paper, String venue) {
        return paper.makerFee().isPresent() && paper.takerFee().isPresent()
                ? RateFees.of(paper.makerFee().get(), paper.takerFee().get())
                : PaperFees.of(venue);
    }
}
