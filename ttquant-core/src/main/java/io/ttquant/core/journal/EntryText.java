package io.ttquant.core.journal;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.TimeInForce;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of entries for people. It reads them in their order, since orders are named in full only once. */
final class EntryText {
    private final Map<Long, Named> orders = new HashMap<>();

    private record Named(Instrument instrument, String clientId) {}

    String of(Entry entry) {
        remember(entry);
        StringBuilder text = new StringBuilder()
                .append(FieldKind.time(entry.nanos()))
                .append("  ".repeat(entry.depth()))
                .append(entry.isInput() ? " < " : " > ")
                .append(entry.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        Instrument instrument = instrument(entry);
        List<FieldKind> fields = entry.kind().fields();
        for (int i = 0; i < fields.size(); i++) {
            String value = text(fields.get(i), entry.values().get(i), instrument, entry.nanos());
            if (!value.isEmpty()) {
                text.append(' ').append(value);
            }
        }
        return text.toString();
    }

    private void remember(Entry entry) {
        if (entry.kind() == EntryKind.CREATED) {
            OrderRequest request = (OrderRequest) entry.values().get(3);
            orders.put(entry.number(0), new Named(request.instrument(), entry.text(1)));
        }
    }

    private @Nullable Instrument instrument(Entry entry) {
        if (entry.values().isEmpty()) {
            return null;
        }
        if (entry.values().get(0) instanceof Instrument named) {
            return named;
        }
        Named order = entry.kind().fields().get(0) == FieldKind.ORDER ? orders.get(entry.number(0)) : null;
        return order == null ? null : order.instrument();
    }

    private String text(FieldKind field, Object value, @Nullable Instrument instrument, long nanos) {
        return switch (field) {
            case TIME -> time((Long) value, nanos);
            case PRICE -> instrument == null ? value.toString() : "@" + instrument.formatPrice((Long) value);
            case QUANTITY -> instrument == null ? value.toString() : instrument.formatQuantity((Long) value);
            case ORDER -> order((Long) value);
            case REQUEST -> request((OrderRequest) value);
            case LEVELS, ROWS -> ((byte[]) value).length + " bytes";
            case DEFINITION, INSTRUMENT, TEXT, NUMBER, FLAG, CURRENCY, EXTERNAL, SNAPSHOT, BALANCE -> value.toString();
        };
    }

    /** Most times are the entry's own, or near: the distance says more. */
    private static String time(long nanos, long now) {
        if (nanos == now) {
            return "now";
        }
        long distance = nanos - now;
        boolean isNear = Math.abs(distance) < 1_000_000_000L * 60;
        return isNear ? String.format(Locale.ROOT, "%+dns", distance) : FieldKind.time(nanos);
    }

    private String order(long number) {
        Named named = orders.get(number);
        return "#" + number + (named == null ? "" : " " + named.clientId());
    }

    static String request(OrderRequest r) {
        Instrument i = r.instrument();
        StringBuilder text = new StringBuilder()
                .append(r.side())
                .append(' ')
                .append(r.type())
                .append(' ')
                .append(i.formatQuantity(r.rawQuantity()))
                .append(' ')
                .append(i);
        if (r.type() != OrderType.MARKET && r.rawPrice() != 0) {
            text.append(" @").append(i.formatPrice(r.rawPrice()));
        }
        if (r.rawTrigger() != 0) {
            text.append(" trigger @").append(i.formatPrice(r.rawTrigger()));
        }
        if (r.timeInForce() != TimeInForce.GTC) {
            text.append(' ').append(r.timeInForce());
        }
        return text.append(r.isPostOnly() ? " post-only" : "")
                .append(r.isReduceOnly() ? " reduce-only" : "")
                .append(r.tag().isEmpty() ? "" : " \"" + r.tag() + "\"")
                .toString();
    }
}
