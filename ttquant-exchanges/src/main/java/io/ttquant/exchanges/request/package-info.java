/**
 * Requests as plain values: what is sent to a venue, where, with which headers, and what it costs. Nothing here touches a network; a transport
 * sends them. Bytes are written into reused buffers, decimals always in plain notation.
 */
@NullMarked
package io.ttquant.exchanges.request;

import org.jspecify.annotations.NullMarked;
