package io.ttquant.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules on the code itself. */
class HouseRulesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.ttquant");
    private static final HouseRules RULES = HouseRules.under("io.ttquant");

    @Test
    void everyModuleIsSeen() {
        assertThat(HOUSE.stream().map(type -> type.getPackageName().split("\\.")[2]))
                .contains("api", "core", "exchanges", "backtest", "examples");
    }

    @Test
    void theApiNeedsTheJdkSlf4jAndJspecifyOnly() {
        RULES.apiStandsAlone().check(HOUSE);
    }

    @Test
    void packagesFormNoCycles() {
        RULES.packagesAreFreeOfCycles().check(HOUSE);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FILE", "CLOCK", "THREAD"})
    void nothingOfTheWorldIsTouchedOutsideTheNetworkTheLocalExchangeAndTheMetricsEndpoint(World world) {
        RULES.onlyPortsTouch(world, "exchanges.transport.okhttp", "exchanges.emulator", "core.metrics.prometheus")
                .check(HOUSE);
    }

    @Test
    void threadsAreStartedByTheNetworkTheLocalExchangeTheStoreAndTheMetricsEndpointOnly() {
        RULES.onlyPortsTouch(
                        World.THREAD,
                        "core.metrics.prometheus",
                        "core.storage.write",
                        "exchanges.transport.okhttp",
                        "exchanges.emulator")
                .check(HOUSE);
    }

    @Test
    void realTimeIsReadByTheLiveLoopTheLocalExchangeAndTheStoreOnly() {
        RULES.onlyPortsTouch(
                        World.CLOCK,
                        "core.live",
                        "core.storage.write",
                        "exchanges.transport.okhttp",
                        "exchanges.emulator")
                .check(HOUSE);
    }

    @Test
    void filesAreReadAndWrittenByTheirPortsOnly() {
        RULES.onlyPortsTouch(
                        World.FILE,
                        "backtest.data",
                        "backtest.report",
                        "backtest.killswitch",
                        "backtest.junit",
                        "core.config",
                        "core.file",
                        "core.journal.file",
                        "core.metrics.machine",
                        "core.storage.duckdb",
                        "core.storage.postgresql",
                        "core.storage.sheet",
                        "core.storage.spool",
                        "core.storage.sqlite",
                        "exchanges.credentials",
                        "exchanges.emulator")
                .check(HOUSE);
    }

    @Test
    void ordersFillsAndLedgerHoldNoFloatingPoint() {
        RULES.stateIsExact().check(HOUSE);
    }

    @Test
    void doublesComeOutOfThemAsNamedViewsOnly() {
        RULES.doublesAreViewsOnly().check(HOUSE);
    }

    @Test
    void namesSayWhatThingsAre() {
        RULES.namesSayWhatThingsAre().check(HOUSE);
    }

    @Test
    void everyPackageIsNullMarked() {
        RULES.packagesAreNullMarked().check(HOUSE);
    }
}
