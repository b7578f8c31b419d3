package io.ttquant.exchanges.emulator.fault;

import io.ttquant.exchanges.emulator.server.Call;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Faults drawn from a seed: the same seed and the same requests give the same faults.
 *
 * <p>Of requests: lost, answer lost, late, answered with 502 or 503 before or after its effect. Of frames: lost, twice, swapped, late.
 */
public final class RandomFaults {
    private static final int MOST_DELAY_MILLIS = 2_000;

    private final Random random;
    private final double ofRequests;
    private final double ofFrames;

    /**
     * Faults at a rate.
     *
     * @param ofRequests share of requests that fail, 0 to 1
     * @param ofFrames share of frames that are tampered with, 0 to 1
     */
    public RandomFaults(long seed, double ofRequests, double ofFrames) {
        this.random = new Random(seed);
        this.ofRequests = share("requests", ofRequests);
        this.ofFrames = share("frames", ofFrames);
    }

    @Nullable
    RequestFault request(Call call) {
        if (random.nextDouble() >= ofRequests) {
            return null;
        }
        return switch (random.nextInt(7)) {
            case 0 -> new RequestFault.LoseRequest();
            case 1 -> new RequestFault.LoseAnswer();
            case 2 -> new RequestFault.DelayAnswer(delay());
            case 3 -> new RequestFault.DelayRequest(delay());
            case 4 -> RequestFault.status(503);
            case 5 -> RequestFault.statusAfterEffect(502);
            // A question may come twice at no cost, a command only where the exchange itself would take it twice.
            default -> call.method().equals("GET") ? new RequestFault.Repeat() : RequestFault.statusAfterEffect(504);
        };
    }

    @Nullable
    FrameFault frame() {
        if (random.nextDouble() >= ofFrames) {
            return null;
        }
        return switch (random.nextInt(4)) {
            case 0 -> new FrameFault.Lose();
            case 1 -> new FrameFault.Twice();
            case 2 -> new FrameFault.Swap();
            default -> new FrameFault.Delay(delay());
        };
    }

    private Duration delay() {
        return Duration.ofMillis(1 + random.nextInt(MOST_DELAY_MILLIS));
    }

    private static double share(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "share of " + what + " that fail is " + value + ", but must be from 0 to 1");
        }
        return value;
    }
}
