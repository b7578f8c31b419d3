package io.ttquant.core.config;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Money;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.matching.FeesByInstrument;
import io.ttquant.core.matching.RateFees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a run's file, section by section, and goes on after a mistake so that all of them are reported. */
final class RunReader {
    private static final Set<String> SECTIONS = new LinkedHashSet<>(List.of(
            "global",
            "risk_management",
            "risk",
            "backtest",
            "account",
            "exchange",
            "journal",
            "metrics",
            "store",
            "paper",
            "instruments",
            "strategies",
            "strategy",
            "trading_mode"));

    private final ConfigText text;
    private final StrategyCatalogue catalogue;
    private final Findings findings;
    private final RecordBinder binder;
    private final Map<InstrumentId, Instrument> instruments = new LinkedHashMap<>();
    private final Map<InstrumentId, InstrumentSettings> settings = new LinkedHashMap<>();

    private final @Nullable String venue;

    /** @param venue the venue of symbols that name none, whatever the file says; null for what it says */
    RunReader(ConfigText text, StrategyCatalogue catalogue, @Nullable String venue) {
        this.venue = venue;
        this.text = text;
        this.catalogue = catalogue;
        this.findings = new Findings(text.name());
        this.binder = new RecordBinder(findings, Symbols.complete(findings));
    }

    RunConfiguration read() {
        Section root = TomlTree.parse(text, findings);
        RunConfiguration run = root == null ? null : read(root);
        findings.check();
        if (run == null) {
            throw new IllegalStateException("nothing read and no mistake in " + text.name());
        }
        return run;
    }

    private @Nullable RunConfiguration read(Section root) {
        binder.refuseUnknown(root, SECTIONS);
        GlobalSettings global = binder.bind(global(root), GlobalSettings.class);
        RiskManagement risk = binder.bind(section(root, "risk_management"), RiskManagement.class);
        BacktestSettings backtest = binder.bind(section(root, "backtest"), BacktestSettings.class);
        AccountSettings account = binder.bind(section(root, "account"), AccountSettings.class);
        PaperSettings paper = binder.bind(section(root, "paper"), PaperSettings.class);
        JournalSettings journal = binder.bind(section(root, "journal"), JournalSettings.class);
        MetricsSettings metrics = binder.bind(section(root, "metrics"), MetricsSettings.class);
        StorageSettings store = new StoreReader(findings).read(section(root, "store"));
        List<ExchangeSettings> exchanges = new ExchangeReader(findings).read(section(root, "exchange"));
        readInstruments(section(root, "instruments"));
        List<ConfiguredStrategy> strategies = readStrategies(root, global);
        refuseTwice(root);
        if (global == null || risk == null || backtest == null || account == null || paper == null) {
            return null;
        }
        if (journal == null || metrics == null) {
            return null;
        }
        List<Money> cash = cash(root, risk, backtest);
        RiskReader limits = new RiskReader(binder, findings, cash);
        return new RunConfiguration(
                text.name(),
                global,
                risk,
                backtest,
                account,
                paper,
                journal,
                metrics,
                store,
                exchanges,
                cash,
                backtest.simulation(fees(backtest)),
                List.copyOf(instruments.values()),
                strategies,
                limits.read(section(root, "risk"), global, risk, strategies, root),
                findings.warnings());
    }

    private void refuseTwice(Section root) {
        Node mode = section(root, "account").get("mode");
        if (mode != null && section(root, "backtest").get("funds") != null) {
            findings.mistake(
                    mode.keyAt(),
                    mode.path(),
                    "given twice, here and as [backtest] funds; keep this one and leave funds out");
        }
    }

    private Section section(Section root, String name) {
        Node node = root.get(name);
        if (node != null && node.value() instanceof Section section) {
            return section;
        }
        if (node != null) {
            findings.mistake(node.valueAt(), name, "must be a table [" + name + "], not " + node.describe());
        }
        return new Section(name, Position.START, Map.of());
    }

    /** The original also knew files with the trading mode above all tables. */
    private Section global(Section root) {
        Section global = section(root, "global");
        Node mode = root.get("trading_mode");
        if (mode == null) {
            return global;
        }
        Map<String, Node> nodes = new LinkedHashMap<>(global.nodes());
        if (nodes.putIfAbsent("trading_mode", mode) != null) {
            findings.mistake(
                    mode.keyAt(), "trading_mode", "given twice, here and in [global]; keep the one in [global]");
        }
        return new Section(global.path(), global.at(), nodes);
    }

    private void readInstruments(Section section) {
        for (String key : section.keys()) {
            Node node = section.get(key);
            if (node == null) {
                continue;
            }
            try {
                readInstrument(InstrumentId.parse(key), node);
            } catch (IllegalArgumentException | ArithmeticException e) {
                findings.mistake(node.keyAt(), node.path(), String.valueOf(e.getMessage()));
            }
        }
    }

    private void readInstrument(InstrumentId id, Node node) {
        if (!(node.value() instanceof Section section)) {
            findings.mistake(node.valueAt(), node.path(), "must be a table, not " + node.describe());
            return;
        }
        InstrumentSettings read = binder.bind(section, InstrumentSettings.class);
        if (read != null) {
            instruments.put(id, read.build(id));
            settings.put(id, read);
        }
    }

    private List<ConfiguredStrategy> readStrategies(Section root, @Nullable GlobalSettings global) {
        int before = findings.count();
        String said = global == null ? null : global.exchange().orElse(null);
        StrategyReader reader = new StrategyReader(catalogue, findings, venue == null ? said : venue, instruments);
        List<ConfiguredStrategy> read = new ArrayList<>();
        for (String key : List.of("strategies", "strategy")) {
            Node node = root.get(key);
            if (node != null) {
                readStrategies(node, reader, read);
            }
        }
        if (findings.count() == before && read.stream().noneMatch(ConfiguredStrategy::enabled)) {
            findings.mistake(
                    Position.START,
                    "strategies",
                    "no strategy is enabled; write a table [[strategies]] with id, type and its parameters");
        }
        return read;
    }

    private void readStrategies(Node node, StrategyReader reader, List<ConfiguredStrategy> read) {
        if (node.value() instanceof Section named) {
            for (String name : named.keys()) {
                readStrategy(named.get(name), name, reader, read);
            }
            return;
        }
        for (Node each : node.elements()) {
            readStrategy(each, "", reader, read);
        }
    }

    private void readStrategy(
            @Nullable Node node, String tableName, StrategyReader reader, List<ConfiguredStrategy> read) {
        if (node != null && node.value() instanceof Section section) {
            ConfiguredStrategy strategy = reader.read(section, tableName);
            if (strategy != null) {
                read.add(strategy);
            }
        } else if (node != null) {
            findings.mistake(node.valueAt(), node.path(), "must be a table of a strategy, not " + node.describe());
        }
    }

    private List<Money> cash(Section root, RiskManagement risk, BacktestSettings backtest) {
        Optional<Money> capital = risk.initialCapital().map(amount -> new Money(amount, "USDT"));
        if (backtest.cash().isEmpty() || capital.isEmpty()) {
            return backtest.cash().isEmpty() ? capital.stream().toList() : backtest.cash();
        }
        Node node = section(root, "risk_management").get("initial_capital");
        findings.warning(
                node == null ? Position.START : node.keyAt(),
                "risk_management.initial_capital",
                "not used, because [backtest] says cash = " + backtest.cash());
        return backtest.cash();
    }

    private FeeModel fees(BacktestSettings backtest) {
        Map<InstrumentId, FeeModel> special = new LinkedHashMap<>();
        settings.forEach((id, own) -> {
            if (own.makerFee().isPresent() || own.takerFee().isPresent()) {
                special.put(
                        id,
                        RateFees.of(
                                own.makerFee().orElse(backtest.makerFee()),
                                own.takerFee().orElse(backtest.takerFee())));
            }
        });
        return FeesByInstrument.of(RateFees.of(backtest.makerFee(), backtest.takerFee()), special);
    }
}
