package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.server.Wire;

/** The front of futures in one thread. */
class UsdmFrontSimulatedTest extends UsdmFrontCases {
    @Override
    Wire wire(Wire.Maker maker) {
        return Wire.simulated(maker, 7);
    }
}
