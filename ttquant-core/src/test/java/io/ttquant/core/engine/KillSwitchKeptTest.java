package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.risk.KillLatch;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.core.risk.RiskPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A trip that could not be kept is kept as soon as it can be, so that a restart knows of it. */
class KillSwitchKeptTest {
    private static final String NOT_KEPT = "; this could not be kept, so that a restart would not know it: no room";

    /** A disk that has no room while told so. */
    private static final class Disk implements KillSwitchStore {
        final List<KillLatch> written = new ArrayList<>();
        boolean isFull = true;
        boolean isUnreadable;
        private @Nullable KillLatch latch;

        @Override
        public @Nullable KillLatch load() {
            if (isUnreadable) {
                throw new IllegalStateException("no disk");
            }
            return latch;
        }

        @Override
        public void trip(KillLatch tripped) {
            requireRoom();
            written.add(tripped);
            latch = tripped;
        }

        @Override
        public void reset(String who, String why, long tsEvent) {
            requireRoom();
            latch = null;
        }

        private void requireRoom() {
            if (isFull) {
                throw new IllegalStateException("no room");
            }
        }
    }

    private final Disk disk = new Disk();

    private RiskLab lab() {
        return new RiskLab(RiskPolicy.NONE, SimulationConfig.DEFAULT, b -> b.killSwitch(disk));
    }

    @Test
    void bySomebodyWhoTripsItAgain() {
        RiskLab lab = lab();
        lab.engine.risk().trip("enough", "Ann", false);
        assertThat(lab.acts()).last().asString().endsWith(NOT_KEPT);
        lab.engine.risk().trip("still", "Bob", false);
        assertThat(lab.acts()).last().asString().startsWith("Killed still").endsWith(NOT_KEPT);

        disk.isFull = false;
        lab.engine.risk().trip("now", "Bob", true);
        assertThat(lab.acts()).last().asString().startsWith("Killed now").doesNotContain("kept");
        assertThat(disk.written).extracting(KillLatch::reason).containsExactly("enough");

        assertThat(lab().engine.risk().isKilled()).as("after a restart").isTrue();
    }

    @Test
    void byTheLookOfEverySecond() {
        RiskLab lab = lab();
        lab.engine.risk().trip("enough", "Ann", false);
        lab.engine.risk().keep(false);
        assertThat(disk.load()).isNull();

        disk.isFull = false;
        lab.engine.risk().keep(false);
        lab.engine.risk().keep(false);
        lab.engine.risk().trip("again", "Bob", false);
        assertThat(disk.written).as("once").extracting(KillLatch::who).containsExactly("Ann");
        assertThat(lab.acts()).as("people trip it, not the look").hasSize(2);
    }

    @Test
    void notOnceItWasReset() {
        RiskLab lab = lab();
        lab.engine.risk().trip("enough", "Ann", false);
        assertThatThrownBy(() -> lab.engine.risk().reset("Bob", "looked")).isInstanceOf(IllegalStateException.class);
        disk.isFull = false;
        lab.engine.risk().reset("Bob", "looked");
        lab.engine.risk().keep(false);
        assertThat(disk.written).isEmpty();
        assertThat(lab.engine.risk().isKilled()).isFalse();

        disk.isFull = true;
        lab.engine.risk().trip("once more", "Ann", false);
        disk.isFull = false;
        lab.engine.risk().keep(false);
        assertThat(disk.written).extracting(KillLatch::reason).containsExactly("once more");
    }

    @Test
    void whatOnlyCountsAsTrippedIsKeptWhenSomebodyTripsIt() {
        disk.isUnreadable = true;
        disk.isFull = false;
        RiskLab lab = lab();
        lab.engine.risk().keep(false);
        assertThat(disk.written).as("nobody tripped it").isEmpty();
        lab.engine.risk().trip("enough", "Ann", false);
        assertThat(disk.written).hasSize(1);
    }

    @Test
    void whatWasFoundTrippedIsNotWrittenAgain() {
        disk.latch = new KillLatch("of before", "Ann", 1);
        RiskLab lab = lab();
        lab.engine.risk().trip("again", "Bob", false);
        lab.engine.risk().keep(false);
        assertThat(lab.acts()).last().asString().doesNotContain("kept");
    }
}
