package io.ttquant.backtest.junit.conformance;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/** A case of a conformance suite: a test with a number, which never changes, and the rule that it checks. */
@Test
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Case {
    /** The number, from 1, unique in its suite. */
    int number();

    /** The rule, a sentence without its full stop. */
    String rule();
}
