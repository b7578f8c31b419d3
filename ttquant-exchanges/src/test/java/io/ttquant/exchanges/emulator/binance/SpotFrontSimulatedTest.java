package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.server.Wire;

/** The Spot front in one thread. */
class SpotFrontSimulatedTest extends SpotFrontCases {
    @Override
    Wire wire(Wire.Maker maker) {
        return Wire.simulated(maker, 7);
    }
}
