/**
 * Keys and secrets: read from the environment, a {@code .env} file or a protected file, kept as bytes, and never printed. Nothing here has a text
 * form that shows a value, and nothing can be serialised.
 */
@NullMarked
package io.ttquant.exchanges.credentials;

import org.jspecify.annotations.NullMarked;
