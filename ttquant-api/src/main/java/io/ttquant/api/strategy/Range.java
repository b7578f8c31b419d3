package io.ttquant.api.strategy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The range that a numeric parameter must lie in, both ends included. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface Range {
    /** The smallest value. */
    double min() default -Double.MAX_VALUE;

    /** The largest value. */
    double max() default Double.MAX_VALUE;
}
