package io.ttquant.api.strategy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Other names under which a parameter may be configured, such as names that earlier versions had. May be repeated, for names with units of
 * their own.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Repeatable(Aliases.class)
public @interface Alias {
    /** The names. */
    String[] value();

    /**
     * What a value under these names is multiplied by to be in the parameter's own unit: a decimal, such as {@code 100} for a name whose
     * values are fractions where the parameter is in percent. The product is exact.
     */
    String factor() default "1";
}
