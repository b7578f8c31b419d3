package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.server.Wire;

/** The Spot front over real sockets. */
class SpotFrontLoopbackTest extends SpotFrontCases {
    @Override
    Wire wire(Wire.Maker maker) {
        return Wire.loopback(maker);
    }
}
