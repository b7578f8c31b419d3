/** From the bytes of a price on a socket to the bytes of an order on a socket, over loopback: this library's way, and XChange's beside it. */
package io.ttquant.examples.bench.wire;
