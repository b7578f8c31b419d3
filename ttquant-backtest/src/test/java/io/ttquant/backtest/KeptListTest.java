package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptListTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 513, 1024, 5000})
    void keepsWhatAnArrayListDoesAtEveryEdgeOfItsBlocks(int size) {
        KeptList<Integer> kept = new KeptList<>();
        List<Integer> naive = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            kept.add(i * 7);
            naive.add(i * 7);
        }

        assertThat(kept).isEqualTo(naive).hasSize(size);
        assertThatThrownBy(() -> kept.get(size)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> kept.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
