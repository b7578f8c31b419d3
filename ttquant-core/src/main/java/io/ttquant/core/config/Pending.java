package io.ttquant.core.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A key that is read but does nothing yet. Whoever writes it is warned with this text. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Pending {
    /** Why it does nothing, and what to do instead. */
    String value();
}
