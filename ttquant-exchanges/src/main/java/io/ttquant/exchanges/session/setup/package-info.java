/** Leverage and modes of an account: what a user wants of them, and how a session that begins sees to it. */
@NullMarked
package io.ttquant.exchanges.session.setup;

import org.jspecify.annotations.NullMarked;
