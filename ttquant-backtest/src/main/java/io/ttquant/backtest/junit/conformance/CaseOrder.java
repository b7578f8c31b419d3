package io.ttquant.backtest.junit.conformance;

import java.util.Comparator;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Runs cases by their numbers. Tests that the author of a provider adds come last. */
final class CaseOrder implements MethodOrderer {
    @Override
    public void orderMethods(MethodOrdererContext context) {
        context.getMethodDescriptors().sort(Comparator.comparingInt(CaseOrder::number));
    }

    private static int number(MethodDescriptor method) {
        return method.findAnnotation(Case.class).map(Case::number).orElse(Integer.MAX_VALUE);
    }
}
