package io.ttquant.architecture.offending.api.market;

import com.tngtech.archunit.core.domain.JavaClass;

/** Shows a strategy author a third party's type. */
final class NeedsMore {
    private NeedsMore() {}

    static String nameOf(JavaClass type) {
        return type.getName();
    }
}
