package io.ttquant.exchanges.emulator.okx;

import io.ttquant.exchanges.emulator.server.Wire;

/** The front of OKX over real sockets. */
class OkxFrontLoopbackTest extends OkxFrontCases {
    @Override
    Wire wire(Wire.Maker maker) {
        return Wire.loopback(maker);
    }
}
