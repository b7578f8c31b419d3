package io.ttquant.backtest.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** What stands behind {@link MarketShapes}. */
final class MarketShapesProvider implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return DataSets.shapes(SimulatedMarketExtension.instrument(SimulatedMarketExtension.settings(context)))
                .map(Arguments::of);
    }
}
