package io.ttquant.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RealPostgresTest {
    @Test
    void whatWasCommittedIsThereAfterAKillAndAnotherStart() {
        try (RealPostgres server = RealPostgres.start()) {
            server.execute("create table t(i int); insert into t values (7)");

            server.kill();

            assertThatThrownBy(server::connect).isInstanceOf(SQLException.class);
            server.startAgain();
            assertThat(server.query("select i, i + 1 from t")).containsExactly("7|8");
        }
    }

    @Test
    void aPausedServerAnswersOnceItGoesOn() throws Exception {
        try (RealPostgres server = RealPostgres.start()) {
            server.pause();
            CompletableFuture<String> answer =
                    CompletableFuture.supplyAsync(() -> server.query("select 1").get(0));
            assertThatThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);

            server.resume();

            assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo("1");
        }
    }
}
