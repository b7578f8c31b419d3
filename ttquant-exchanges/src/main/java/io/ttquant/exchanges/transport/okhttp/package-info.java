/** The network through OkHttp: the only package here that touches sockets and threads. */
@NullMarked
package io.ttquant.exchanges.transport.okhttp;

import org.jspecify.annotations.NullMarked;
