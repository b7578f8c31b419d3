package io.ttquant.exchanges.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AbsencesTest {
    private static final Set<String> ALL = Set.of("A", "B", "C");
    private static final long MINUTE = 60_000_000_000L;

    private final Absences absences = new Absences();

    @Test
    void oneListWithoutASymbolProvesNothingAndASecondOneDoes() {
        assertThat(absences.take(ALL, Set.of("A", "B"), 0)).isEmpty();
        assertThat(absences.isInDoubt()).isTrue();
        assertThat(absences.take(ALL, Set.of("A", "B"), MINUTE)).containsExactly("C");
        assertThat(absences.isInDoubt()).isFalse();
    }

    @Test
    void aSymbolThatIsThereAgainBeginsAnew() {
        absences.take(ALL, Set.of("A", "B"), 0);
        assertThat(absences.take(ALL, ALL, MINUTE)).isEmpty();
        assertThat(absences.take(ALL, Set.of("A", "B"), 2 * MINUTE)).isEmpty();
        assertThat(absences.take(ALL, Set.of("A", "B"), 3 * MINUTE)).containsExactly("C");
    }

    @Test
    void aListThatFollowsTooSoonIsNoSecondProofButShowsWhatIsThere() {
        absences.take(ALL, Set.of("A", "B"), 0);
        assertThat(absences.take(ALL, Set.of("A", "B"), MINUTE - 1)).isEmpty();
        assertThat(absences.take(ALL, ALL, MINUTE - 1)).isEmpty();
        assertThat(absences.take(ALL, Set.of("A", "B"), MINUTE)).isEmpty();
    }

    @Test
    void anEmptyListNeverProvesAnything() {
        assertThat(absences.take(Set.of("A"), Set.of(), 0)).isEmpty();
        assertThat(absences.take(Set.of("A"), Set.of(), MINUTE)).isEmpty();
        assertThat(absences.isInDoubt()).isFalse();
    }

    @Test
    void aListThatIsCutNeitherProvesNorDisproves() {
        Set<String> many = IntStream.range(0, 100).mapToObj(i -> "S" + i).collect(Collectors.toSet());
        Set<String> cut = IntStream.range(0, 80).mapToObj(i -> "S" + i).collect(Collectors.toSet());
        Set<String> two = IntStream.range(0, 98).mapToObj(i -> "S" + i).collect(Collectors.toSet());
        assertThat(absences.take(many, cut, 0)).isEmpty();
        assertThat(absences.take(many, cut, MINUTE)).isEmpty();
        assertThat(absences.take(many, two, 2 * MINUTE)).isEmpty();
        assertThat(absences.take(many, cut, 3 * MINUTE)).isEmpty();
        assertThat(absences.take(many, two, 4 * MINUTE)).containsExactlyInAnyOrder("S98", "S99");
    }
}
