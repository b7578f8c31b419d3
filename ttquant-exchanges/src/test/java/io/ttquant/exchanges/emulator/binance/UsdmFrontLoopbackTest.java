package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.server.Wire;

/** The front of futures over real sockets. */
class UsdmFrontLoopbackTest extends UsdmFrontCases {
    @Override
    Wire wire(Wire.Maker maker) {
        return Wire.loopback(maker);
    }
}
