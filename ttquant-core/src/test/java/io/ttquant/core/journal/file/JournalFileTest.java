package io.ttquant.core.journal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.core.journal.JournalException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Files of journals are given back. */
class JournalFileTest {
    private static final class Watched extends ByteArrayInputStream {
        private boolean isClosed;

        Watched(String content) {
            super(content.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    @Test
    void whatIsNoJournalIsClosedAgain() {
        Watched in = new Watched("time,price\n1,2\n");
        assertThatThrownBy(() -> JournalFile.read(in)).isInstanceOf(JournalException.class);
        assertThat(in.isClosed).isTrue();
    }
}
