package io.ttquant.exchanges.emulator.okx;

import io.ttquant.exchanges.emulator.server.Wire;

/** The front of OKX in one thread. */
class OkxFrontSimulatedTest extends OkxFrontCases {
    @Override
    Wire wire(Wire.Maker maker) {
        return Wire.simulated(maker, 7);
    }
}
