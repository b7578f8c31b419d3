/** Requests of REST brought to a venue: within its budgets, once each, and what became of them told apart into not sent, answered, and not known. */
@NullMarked
package io.ttquant.exchanges.session.rest;

import org.jspecify.annotations.NullMarked;
