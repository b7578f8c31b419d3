package io.ttquant.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.config.RunConfiguration;
import io.ttquant.examples.ExampleStrategies;
import java.io.File;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests run on the class path. Here the same classes are loaded once more as named modules, where reflection must ask. */
class ModulePathTest {
    @Test
    void configurationMakesStrategiesOfAnotherModule() throws ReflectiveOperationException {
        ModuleLayer layer = layer();
        Class<?> text = load(layer, "io.ttquant.core", "io.ttquant.core.config.ConfigText");
        Class<?> run = load(layer, "io.ttquant.core", RunConfiguration.class.getName());
        Class<?> catalogue = load(layer, "io.ttquant.core", "io.ttquant.core.config.StrategyCatalogue");
        Object examples = load(layer, "io.ttquant.examples", ExampleStrategies.class.getName())
                .getMethod("catalogue")
                .invoke(null);
        Object toml = text.getMethod("of", String.class, String.class)
                .invoke(null, "t", "[strategies.a]\ntype = 'grid'\ninstrument = 'binance:BTCUSDT'");

        Object configuration = run.getMethod("read", text, catalogue).invoke(null, toml, examples);
        List<?> strategies = (List<?>) run.getMethod("strategies").invoke(configuration);
        Object grid = strategies.get(0).getClass().getMethod("create").invoke(strategies.get(0));

        assertThat(run.getModule().getName()).isEqualTo("io.ttquant.core");
        assertThat(grid.getClass().getModule().getName()).isEqualTo("io.ttquant.examples");
        assertThat(grid.getClass().getName()).isEqualTo("io.ttquant.examples.grid.Grid");
    }

    private static Class<?> load(ModuleLayer layer, String module, String name) throws ClassNotFoundException {
        return layer.findLoader(module).loadClass(name);
    }

    private static ModuleLayer layer() {
        Path[] path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .map(Path::of)
                .toArray(Path[]::new);
        ModuleLayer boot = ModuleLayer.boot();
        return boot.defineModulesWithOneLoader(
                boot.configuration().resolve(ModuleFinder.of(path), ModuleFinder.of(), Set.of("io.ttquant.examples")),
                ClassLoader.getPlatformClassLoader());
    }
}
