/** What OKX V5 looks like from outside: REST, and the public, private and business WebSockets. */
@NullMarked
package io.ttquant.exchanges.emulator.okx;

import org.jspecify.annotations.NullMarked;
