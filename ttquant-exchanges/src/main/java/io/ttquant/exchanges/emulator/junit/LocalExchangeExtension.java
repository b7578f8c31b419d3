package io.ttquant.exchanges.emulator.junit;

import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.LocalVenue;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts what {@link WithLocalExchange} asks for. */
final class LocalExchangeExtension implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace SPACE =
            ExtensionContext.Namespace.create(LocalExchangeExtension.class);

    LocalExchangeExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == LocalExchange.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        LocalExchange known = test.getStore(SPACE).get("exchange", LocalExchange.class);
        if (known != null) {
            return known;
        }
        WithLocalExchange asked = AnnotationSupport.findAnnotation(
                        test.getRequiredTestMethod(), WithLocalExchange.class)
                .or(() -> AnnotationSupport.findAnnotation(test.getRequiredTestClass(), WithLocalExchange.class))
                .orElseThrow(() ->
                        new IllegalStateException("@WithLocalExchange says which venues to start; it is missing"));
        LocalExchange started = LocalExchange.start(
                EnumSet.copyOf(List.of(asked.value())),
                LocalMarkets.standard(asked.seed()),
                LocalAccount.standard(),
                Map.of());
        test.getStore(SPACE).put("exchange", started);
        return started;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        LocalExchange started = test.getStore(SPACE).remove("exchange", LocalExchange.class);
        if (started != null) {
            try (started) {
                for (LocalVenue venue : started.venues()) {
                    venue.tell(Exchange::assertConservation);
                }
            }
        }
    }
}
