package io.ttquant.exchanges.okx.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.answer.KeyPermissions;
import io.ttquant.exchanges.answer.Unreadable;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.okx.OkxAccounts;
import io.ttquant.exchanges.okx.OkxRequests;
import io.ttquant.exchanges.okx.OkxSocketRequests;
import io.ttquant.exchanges.okx.TradeMode;
import org.jspecify.annotations.Nullable;

/** The account of a key: how it is set up, and the way to ask it and to order for it. */
final class OkxAccount {
    private static final String SPOT = "1";
    private static final String FUTURES = "2";
    private static final String MULTI_CURRENCY = "3";
    private static final String PORTFOLIO = "4";

    final OkxRequests requests;
    final OkxChildren children = new OkxChildren();
    final OkxFillIds fillIds = new OkxFillIds();
    final OkxLiquidations liquidations = new OkxLiquidations();
    final OkxQueries queries;
    final OkxAudit audit;
    final OkxDesk desk;
    private final OkxContext context;
    private final OkxCatalog catalog;
    private final TradeMode spotMode;

    /**
     * An account by the answer to the question for its configuration.
     *
     * @throws Unreadable if it is set up in a way that is not known
     */
    OkxAccount(OkxContext context, OkxRest rest, OkxCatalog catalog, JsonNode config) {
        this.context = context;
        this.catalog = catalog;
        spotMode = spotMode(Json.text(config.path(0), "acctLv"));
        OkxSettings s = context.settings();
        requests = OkxRequests.of(
                s.environment(),
                s.credentials(),
                context.clock()::venueMillis,
                s.deadlineMillis(),
                spotMode,
                s.derivativesMode());
        queries = new OkxQueries(rest, requests, context.clock(), children, fillIds, liquidations);
        audit = new OkxAudit(context, rest, requests, queries, catalog);
        desk = new OkxDesk(context, rest, requests, children, queries, audit);
    }

    /** Spot is paid in the spot and futures modes, and margined by the whole account in the others. */
    private static TradeMode spotMode(String level) {
        return switch (level) {
            case SPOT, FUTURES -> TradeMode.CASH;
            case MULTI_CURRENCY, PORTFOLIO -> TradeMode.CROSS;
            default ->
                throw new Unreadable("account mode '" + level
                        + "' is none of 1 (spot), 2 (futures), 3 (multi-currency) and 4 (portfolio)");
        };
    }

    /** Frames of the account's sockets. */
    OkxSocketRequests frames(Credentials credentials) {
        OkxSettings s = context.settings();
        return OkxSocketRequests.of(
                s.environment(),
                credentials,
                context.clock()::venueMillis,
                s.deadlineMillis(),
                spotMode,
                s.derivativesMode(),
                id -> catalog.code(id.symbol()));
    }

    /** Why not to trade with the key of an answer; null if nothing speaks against it. */
    static @Nullable String objection(JsonNode config, OkxSettings settings) {
        KeyPermissions key = OkxAccounts.permissions(config);
        if (!key.mayTrade()) {
            return "the key may not trade at okx; allow it to there (API management: Trade), or leave the key out for market data only";
        }
        if (settings.environment().isDemo()) {
            return null;
        }
        String objection = settings.accepted().objection(key, "okx");
        return objection.isEmpty() ? null : objection;
    }
}
