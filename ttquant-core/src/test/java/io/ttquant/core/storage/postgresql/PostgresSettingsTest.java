package io.ttquant.core.storage.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://me:hunter2@db:5432/ttquant",
                "postgresql://me:hunter2@db/ttquant",
                "jdbc:postgresql://db/ttquant?password=hunter2",
                "jdbc:postgresql://db/ttquant?ssl=true&PASSWORD=hunter2",
                "postgres://db/ttquant?password=hunter2"
            })
    void aPasswordInTheUrlIsRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> PostgresSettings.of(Map.of("url", url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("url of the storage postgresql")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void theNameSaysThePlaceAndNoSecret() {
        PostgresSettings settings = PostgresSettings.of(Map.of(
                "url", "jdbc:postgresql://db:5432/ttquant?sslmode=require", "user", "me", "password", "hunter2"));

        assertThat(settings).hasToString("postgresql://db:5432/ttquant");
        assertThat(settings.properties()).containsEntry("password", "hunter2");
    }
}
