package io.ttquant.examples.store;

import io.ttquant.core.storage.schema.MarketTables;
import io.ttquant.core.storage.schema.RunTables;
import io.ttquant.core.storage.schema.Schema;
import io.ttquant.core.storage.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What can be wrong with a store. */
final class StoreCheck {
    private final StoreSurvey survey;
    private final List<String> wrong = new ArrayList<>();

    StoreCheck(StoreSurvey survey) {
        this.survey = survey;
    }

    /** A sentence for each thing that is wrong. */
    List<String> run() {
        for (Table table : Schema.CURRENT.tables()) {
            keys(table);
        }
        StoreSurvey.MARKET.forEach(this::named);
        values(
                MarketTables.TRADE_TICKS,
                "price <= 0 or quantity <= 0",
                "have a price or a quantity that is not above zero");
        values(MarketTables.QUOTE_TICKS, "bid > ask and ask > 0", "have a bid above the ask");
        values(
                MarketTables.BARS,
                "high < low or high < open or high < close or low > open or low > close or ts_open >= ts_event",
                "have a high or low that is none, or do not end after they start");
        for (Table table : List.of(RunTables.ORDER_EVENTS, RunTables.FILLS, RunTables.EQUITY, RunTables.RUN_ENDS)) {
            values(table, "not exists (select 1 from runs r where r.run = t.run)", "are of a run that is not kept");
        }
        return wrong;
    }

    /** Not every database watches keys itself. */
    private void keys(Table table) {
        String key = table.key().stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
        tell(
                survey.count("select count(*) from (select 1 as x from " + table.name() + " group by " + key
                        + " having count(*) > 1) twice"),
                table,
                "are kept more than once under one key");
    }

    private void named(Table table) {
        values(
                table,
                "not exists (select 1 from instruments i where i.instrument_id = t.instrument_id)",
                "are of an instrument whose name is not kept");
    }

    private void values(Table table, String condition, String what) {
        tell(survey.count("select count(*) from " + table.name() + " t where " + condition), table, what);
    }

    private void tell(long count, Table table, String what) {
        if (count > 0) {
            wrong.add(table.name() + ": " + count + " rows " + what);
        }
    }
}
