/** What a storage provider implements: a tap on the engine's road that keeps what passes. Nothing ever waits for it. */
@NullMarked
package io.ttquant.api.storage;

import org.jspecify.annotations.NullMarked;
