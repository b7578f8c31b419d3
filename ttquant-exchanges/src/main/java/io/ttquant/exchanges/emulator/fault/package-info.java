/** What goes wrong between a client and an exchange, on demand: requests and answers that are lost or late, sockets that break, frames that are missing. */
@NullMarked
package io.ttquant.exchanges.emulator.fault;

import org.jspecify.annotations.NullMarked;
