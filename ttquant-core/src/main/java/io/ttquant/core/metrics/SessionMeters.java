package io.ttquant.core.metrics;

import static io.ttquant.core.metrics.Labels.ENGINE;
import static io.ttquant.core.metrics.Labels.OUTCOME;
import static io.ttquant.core.metrics.Labels.QUOTA;

import java.util.List;

/** Meters of the session with an exchange: connections, requests, budgets, its clock. */
final class SessionMeters {
    static final Meter CONNECTIONS =
            Meter.sum("ttquant_session_connections", "connections", "WebSocket connections that are up.", ENGINE);
    static final Meter CONNECTS = Meter.counter(
            "ttquant_session_connects_total", "connections", "WebSocket connections that came up.", ENGINE);
    static final Meter RECONNECTS = Meter.counter(
            "ttquant_session_reconnects_total",
            "connections",
            "WebSocket connections that ended, or did not come up, and were tried again; replacements before the exchange cuts them do not count.",
            ENGINE);
    static final Meter MESSAGES =
            Meter.counter("ttquant_session_messages_total", "messages", "WebSocket messages received.", ENGINE);
    static final Meter PARSE_ERRORS = Meter.counter(
            "ttquant_session_parse_errors_total",
            "messages",
            "Messages and answers of the exchange that could not be read.",
            ENGINE);
    static final Meter STALE = Meter.counter(
            "ttquant_session_stale_channels_total",
            "channels",
            "Times that a channel was silent for too long and was asked for again.",
            ENGINE);
    static final Meter LOST = Meter.counter(
            "ttquant_session_lost_channels_total",
            "channels",
            "Times that a channel was lost with its connection, so that messages were missed.",
            ENGINE);
    static final Meter REFUSED = Meter.counter(
            "ttquant_session_refused_channels_total", "channels", "Channels that the exchange refused.", ENGINE);
    static final Meter TRADE_GAPS = Meter.counter(
            "ttquant_session_trade_gaps_total",
            "gaps",
            "Times that trades were missing on a connection that was up; they are asked for.",
            ENGINE);
    static final Meter TRADING = Meter.each(
            "ttquant_session_trading",
            "flag",
            "1 while new orders may be sent as far as the session knows, 0 while they may not; on paper always 1.",
            ENGINE);
    static final Meter REQUESTS = Meter.counter(
            "ttquant_rest_requests_total",
            "requests",
            "REST requests by outcome: answered; unsent, which never left; unknown, which may have left and got no answer.",
            ENGINE,
            OUTCOME);
    static final Meter THROTTLED = Meter.counter(
            "ttquant_rest_throttled_total", "answers", "Answers that said that we ask too much (429, 418).", ENGINE);
    static final Meter WAITING =
            Meter.sum("ttquant_rest_waiting", "requests", "REST questions that wait for budget now.", ENGINE);
    static final Meter ROUND_TRIP =
            Meter.most("ttquant_rest_round_trip_seconds", "seconds", "Time of the last REST round trip.", ENGINE);
    static final Meter BUDGET_USED = Meter.most(
            "ttquant_budget_used",
            "units",
            "Used of a quota of the exchange now, in its unit; of quotas by account or instrument that of the fullest.",
            ENGINE,
            QUOTA);
    static final Meter BUDGET_CAPACITY =
            Meter.most("ttquant_budget_capacity", "units", "Capacity of a quota of the exchange.", ENGINE, QUOTA);
    static final Meter BUDGET_RATIO = Meter.most(
            "ttquant_budget_use_ratio", "ratio", "Used share of a quota of the exchange, from 0.", ENGINE, QUOTA);
    static final Meter BLOCKED = Meter.most(
            "ttquant_budget_blocked_seconds",
            "seconds",
            "How long nothing at all may be sent, since the exchange said that we ask too much; 0 if something may.",
            ENGINE);
    static final Meter CLOCK_OFFSET = Meter.most(
            "ttquant_clock_offset_seconds",
            "seconds",
            "How far the exchange's clock is ahead of ours; negative if it is behind.",
            ENGINE);
    static final Meter CLOCK_ERROR = Meter.most(
            "ttquant_clock_error_seconds", "seconds", "The most by which the clock offset is wrong.", ENGINE);

    static final List<Meter> ALL = List.of(
            CONNECTIONS,
            CONNECTS,
            RECONNECTS,
            MESSAGES,
            PARSE_ERRORS,
            STALE,
            LOST,
            REFUSED,
            TRADE_GAPS,
            TRADING,
            REQUESTS,
            THROTTLED,
            WAITING,
            ROUND_TRIP,
            BUDGET_USED,
            BUDGET_CAPACITY,
            BUDGET_RATIO,
            BLOCKED,
            CLOCK_OFFSET,
            CLOCK_ERROR);

    private SessionMeters() {}
}
