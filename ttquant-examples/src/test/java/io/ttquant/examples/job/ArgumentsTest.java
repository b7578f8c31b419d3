package io.ttquant.examples.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    @Test
    void without_arguments_the_bundled_configuration_runs_on_the_sample() {
        Arguments arguments = Arguments.parse();

        assertThat(arguments.config()).isNull();
        assertThat(arguments.data()).isEmpty();
        assertThat(arguments.out()).isEqualTo(Arguments.DEFAULT_OUT);
        assertThat(arguments.from()).isNull();
        assertThat(arguments.to()).isNull();
        assertThat(arguments.isExplained()).isFalse();
        assertThat(arguments.keep()).isNull();
        assertThat(arguments.keepIn()).isNull();
        assertThat(arguments.isHelp()).isFalse();
    }

    @Test
    void every_option_is_read_and_data_takes_all_that_follows() {
        Arguments arguments = Arguments.parse(
                "--data",
                "a.zip",
                "b/*.csv",
                "--config",
                "mine.toml",
                "--out",
                "here",
                "--from",
                "2025-01-31",
                "--to",
                "2025-02-01T12:00:00Z",
                "--decisions",
                "--keep",
                "january",
                "--keep-in",
                "deployed.toml",
                "--data",
                "c");

        assertThat(arguments.data()).containsExactly("a.zip", "b/*.csv", "c");
        assertThat(arguments.config()).isEqualTo(Path.of("mine.toml"));
        assertThat(arguments.out()).isEqualTo(Path.of("here"));
        assertThat(arguments.from()).isEqualTo(Instant.parse("2025-01-31T00:00:00Z"));
        assertThat(arguments.to()).isEqualTo(Instant.parse("2025-02-01T12:00:00Z"));
        assertThat(arguments.isExplained()).isTrue();
        assertThat(arguments.keep()).isEqualTo("january");
        assertThat(arguments.keepIn()).isEqualTo(Path.of("deployed.toml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--dta a.csv | '--dta' is no option; --help lists them",
                "a.csv | 'a.csv' is no option; --help lists them",
                "--data | --data needs at least one file, directory or glob after it",
                "--data --out x | --data needs at least one file, directory or glob after it",
                "--config | --config needs a file after it",
                "--out | --out needs a directory after it",
                "--keep | --keep needs a name after it",
                "--keep-in deployed.toml | --keep-in says where, but not under which name; add --keep NAME",
                "--from | --from needs a time such as 2025-01-31 after it",
                "--from yesterday | --from 'yesterday' is no time; write a day such as 2025-01-31 or an instant such as 2025-01-31T08:00:00Z",
                "--to 2025-13-01 | --to '2025-13-01' is no time; write a day such as 2025-01-31 or an instant such as 2025-01-31T08:00:00Z",
                "--from 2025-02-01 --to 2025-02-01 | --from 2025-02-01T00:00:00Z must be before --to 2025-02-01T00:00:00Z",
            },
            quoteCharacter = '"')
    void a_command_line_that_cannot_be_done_is_refused(String line, String message) {
        assertThatThrownBy(() -> Arguments.parse(line.split(" ")))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @Test
    void the_help_page_names_every_option() {
        assertThat(Arguments.parse("--help").isHelp()).isTrue();
        assertThat(Arguments.HELP)
                .contains(
                        "--config",
                        "--data",
                        "--from",
                        "--to",
                        "--out",
                        "--decisions",
                        "--keep ",
                        "--keep-in",
                        "--help");
    }
}
