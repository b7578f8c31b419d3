package io.ttquant.backtest.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** What stands behind {@link MarketFiles}. */
final class MarketFilesProvider implements ArgumentsProvider, AnnotationConsumer<MarketFiles> {
    private String[] patterns = {};

    @Override
    public void accept(MarketFiles files) {
        patterns = files.value();
    }

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        if (patterns.length == 0) {
            throw new IllegalArgumentException(
                    "@MarketFiles names no files, so that the test would not run; name at least one pattern");
        }
        return DataSets.files(patterns).map(Arguments::of);
    }
}
