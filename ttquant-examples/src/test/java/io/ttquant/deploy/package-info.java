/** What {@code deploy/} holds is put to the programs that will read it: Prometheus, its tools, PostgreSQL, and an engine that trades. */
@NullMarked
package io.ttquant.deploy;

import org.jspecify.annotations.NullMarked;
