package io.ttquant.exchanges.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.server.LoopbackServer;
import io.ttquant.exchanges.emulator.server.SimulatedHost;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Programs that do not have Undertow: only real sockets need it, and they say so. */
class WithoutUndertowTest {
    private static final Pattern SERVER = Pattern.compile(".*(undertow|xnio|wildfly|jboss).*");

    /** All that the tests have but the jars of the server. */
    private static URLClassLoader loader() throws IOException {
        List<URL> urls = new ArrayList<>();
        int left = 0;
        for (String entry : Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path"))
                .toList()) {
            String name = String.valueOf(Path.of(entry).getFileName());
            if (SERVER.matcher(name).matches()) {
                left++;
            } else {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        assertThat(left).as("jars that were left out").isPositive();
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static void start(ClassLoader loader) throws Throwable {
        Class<?> server = loader.loadClass(LoopbackServer.class.getName());
        for (Method method : server.getMethods()) {
            if (method.getName().equals("start") && method.getParameterCount() == 2) {
                try {
                    method.invoke(null, null, null);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        }
    }

    @Test
    void realSocketsAreRefusedWithTheDependencyThatIsMissing() throws IOException {
        try (URLClassLoader loader = loader()) {
            assertThatThrownBy(() -> start(loader))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("io.undertow:undertow-core")
                    .hasMessageContaining("simulated network");
        }
    }

    @Test
    void theExchangeAndItsSimulatedHostNeedNothing() throws Exception {
        try (URLClassLoader loader = loader()) {
            for (Class<?> type : List.of(LocalExchange.class, Exchange.class, SimulatedHost.class, LocalFronts.class)) {
                Class<?> there = Class.forName(type.getName(), true, loader);
                assertThat(there.getDeclaredMethods()).isNotEmpty();
                assertThat(there.getClassLoader()).isSameAs(loader);
            }
        }
    }
}
