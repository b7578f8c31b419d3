package io.ttquant.core.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of entries. A kind's place is its number in the file: new ones are added at the end, and a change to one that is there needs another {@link
 * JournalHeader#VERSION}.
 */
public enum EntryKind {
    /** An instrument that is named from here on. */
    INSTRUMENT(Role.NOTE, FieldKind.DEFINITION),
    /** Somebody asked for the sink of a series of bars. */
    BARS_DECLARED(Role.INPUT, FieldKind.INSTRUMENT, FieldKind.TEXT),
    /** Somebody asked for the sink of a book by level. */
    BOOK_DECLARED(Role.INPUT, FieldKind.INSTRUMENT),
    /** Somebody asked for the sink of a book by order. */
    ORDERS_DECLARED(Role.INPUT, FieldKind.INSTRUMENT),
    /** A trade between others. */
    TRADE(
            Role.INPUT,
            FieldKind.INSTRUMENT,
            FieldKind.TIME,
            FieldKind.TIME,
            FieldKind.PRICE,
            FieldKind.QUANTITY,
            FieldKind.TEXT),
    /** The best bid and ask. */
    QUOTE(
            Role.INPUT,
            FieldKind.INSTRUMENT,
            FieldKind.TIME,
            FieldKind.TIME,
            FieldKind.PRICE,
            FieldKind.QUANTITY,
            FieldKind.PRICE,
            FieldKind.QUANTITY),
    /** A funding rate. */
    FUNDING_RATE(Role.INPUT, FieldKind.INSTRUMENT, FieldKind.TIME, FieldKind.TIME, FieldKind.TEXT, FieldKind.TIME),
    /** A mark price. */
    MARK_PRICE(Role.INPUT, FieldKind.INSTRUMENT, FieldKind.TIME, FieldKind.TIME, FieldKind.PRICE),
    /** An index price. */
    INDEX_PRICE(Role.INPUT, FieldKind.INSTRUMENT, FieldKind.TIME, FieldKind.TIME, FieldKind.PRICE),
    /** Whether an instrument trades. */
    STATUS(Role.INPUT, FieldKind.INSTRUMENT, FieldKind.TIME, FieldKind.TIME, FieldKind.TEXT),
    /** The open of a bar. */
    BAR_OPEN(Role.INPUT, FieldKind.INSTRUMENT, FieldKind.TEXT, FieldKind.TIME, FieldKind.PRICE),
    /** A bar. */
    BAR(
            Role.INPUT,
            FieldKind.INSTRUMENT,
            FieldKind.TEXT,
            FieldKind.TIME,
            FieldKind.TIME,
            FieldKind.TIME,
            FieldKind.PRICE,
            FieldKind.PRICE,
            FieldKind.PRICE,
            FieldKind.PRICE,
            FieldKind.QUANTITY),
    /** A bar with its open. */
    WHOLE_BAR(
            Role.INPUT,
            FieldKind.INSTRUMENT,
            FieldKind.TEXT,
            FieldKind.TIME,
            FieldKind.TIME,
            FieldKind.TIME,
            FieldKind.PRICE,
            FieldKind.PRICE,
            FieldKind.PRICE,
            FieldKind.PRICE,
            FieldKind.QUANTITY),
    /** A message of a book by level. */
    BOOK(Role.INPUT, FieldKind.INSTRUMENT, FieldKind.LEVELS),
    /** A book by level was lost. */
    BOOK_LOST(Role.INPUT, FieldKind.INSTRUMENT, FieldKind.TIME, FieldKind.TIME),
    /** A message of a book by order. */
    ORDER_BOOK(Role.INPUT, FieldKind.INSTRUMENT, FieldKind.ROWS),
    /** A book by order was lost. */
    ORDER_BOOK_LOST(Role.INPUT, FieldKind.INSTRUMENT, FieldKind.TIME, FieldKind.TIME),
    /** An order was accepted. */
    ACCEPTED(Role.INPUT, FieldKind.ORDER, FieldKind.TIME),
    /** An order was refused. */
    REJECTED(Role.INPUT, FieldKind.ORDER, FieldKind.TEXT, FieldKind.TEXT, FieldKind.TIME),
    /** An order was triggered. */
    TRIGGERED(Role.INPUT, FieldKind.ORDER, FieldKind.TIME),
    /** An amendment took effect. */
    UPDATED(Role.INPUT, FieldKind.ORDER, FieldKind.QUANTITY, FieldKind.PRICE, FieldKind.PRICE, FieldKind.TIME),
    /** An order's prices moved by its own rules. */
    REPRICED(Role.INPUT, FieldKind.ORDER, FieldKind.PRICE, FieldKind.PRICE, FieldKind.TIME),
    /** An amendment was refused. */
    UPDATE_REJECTED(Role.INPUT, FieldKind.ORDER, FieldKind.TEXT, FieldKind.TEXT, FieldKind.TIME),
    /** An order was filled. */
    FILLED(
            Role.INPUT,
            FieldKind.ORDER,
            FieldKind.NUMBER,
            FieldKind.PRICE,
            FieldKind.QUANTITY,
            FieldKind.NUMBER,
            FieldKind.CURRENCY,
            FieldKind.TEXT,
            FieldKind.TEXT,
            FieldKind.TIME),
    /** An order was cancelled. */
    CANCELED(Role.INPUT, FieldKind.ORDER, FieldKind.TEXT, FieldKind.TIME),
    /** A cancel was refused. */
    CANCEL_REJECTED(Role.INPUT, FieldKind.ORDER, FieldKind.TEXT, FieldKind.TEXT, FieldKind.TIME),
    /** An order expired. */
    EXPIRED(Role.INPUT, FieldKind.ORDER, FieldKind.TIME),
    /** What became of a command is not known. */
    UNKNOWN(Role.INPUT, FieldKind.ORDER, FieldKind.TEXT, FieldKind.TIME),
    /** An order that others sent. */
    ADOPTED(Role.INPUT, FieldKind.EXTERNAL),
    /** What the account holds. */
    AUDITED(Role.INPUT, FieldKind.SNAPSHOT),
    /** News of a balance. */
    BALANCE(Role.INPUT, FieldKind.BALANCE, FieldKind.TIME),
    /** Funding that was paid. */
    FUNDING_PAID(Role.INPUT, FieldKind.TEXT, FieldKind.TEXT, FieldKind.CURRENCY, FieldKind.NUMBER, FieldKind.TIME),
    /** Time passed and something was due. */
    ADVANCED(Role.INPUT, FieldKind.TIME),
    /** The engine was started. */
    STARTED(Role.INPUT, FieldKind.TIME),
    /** The engine was stopped. */
    STOPPED(Role.INPUT),
    /** The strategies were stopped. */
    STRATEGIES_STOPPED(Role.INPUT, FieldKind.TEXT),
    /** The kill switch was tripped. */
    TRIPPED(Role.INPUT, FieldKind.TEXT, FieldKind.TEXT, FieldKind.FLAG),
    /** The kill switch was reset. */
    RESET(Role.INPUT, FieldKind.TEXT, FieldKind.TEXT),
    /** A strategy or the account was held in a stage. */
    HELD(Role.INPUT, FieldKind.TEXT, FieldKind.TEXT, FieldKind.TEXT, FieldKind.TEXT),
    /** A strategy or the account goes on. */
    RESUMED(Role.INPUT, FieldKind.TEXT, FieldKind.TEXT, FieldKind.TEXT),
    /** Whether new orders may be sent. */
    TRADING(Role.INPUT, FieldKind.FLAG, FieldKind.TEXT),
    /** Whether market data come. */
    MARKET_DATA(Role.INPUT, FieldKind.TEXT, FieldKind.TEXT, FieldKind.FLAG),
    /** The journal was closed in order. */
    CLOSED(Role.NOTE),
    /** The engine threw an exception at the input before. */
    THREW(Role.OUTPUT),
    /** A strategy asked for an order: number, client id, strategy, request. */
    CREATED(Role.OUTPUT, FieldKind.ORDER, FieldKind.TEXT, FieldKind.TEXT, FieldKind.REQUEST),
    /** A strategy gave a command. */
    COMMANDED(Role.OUTPUT, FieldKind.ORDER, FieldKind.TEXT, FieldKind.QUANTITY, FieldKind.PRICE, FieldKind.PRICE),
    /** Something happened to an order: what, quantity and price of a fill, why. */
    EVENT(Role.OUTPUT, FieldKind.ORDER, FieldKind.TEXT, FieldKind.QUANTITY, FieldKind.PRICE, FieldKind.TEXT),
    /** Something about the account. */
    NOTICE(Role.OUTPUT, FieldKind.TEXT, FieldKind.TEXT),
    /** The risk rules did something. */
    RISK(Role.OUTPUT, FieldKind.TEXT),
    /** A strategy changed its state. */
    STRATEGY(Role.OUTPUT, FieldKind.TEXT, FieldKind.TEXT, FieldKind.TEXT),
    /** An order left for the exchange: number, what it asks for, when it expires. */
    SUBMIT(Role.OUTPUT, FieldKind.ORDER, FieldKind.REQUEST, FieldKind.TIME),
    /** An order that leaves with others. */
    SUBMIT_LEG(Role.OUTPUT, FieldKind.ORDER, FieldKind.REQUEST, FieldKind.TIME),
    /** So many legs left for the exchange. */
    SUBMIT_ALL(Role.OUTPUT, FieldKind.NUMBER),
    /** A cancel left. */
    CANCEL(Role.OUTPUT, FieldKind.ORDER),
    /** A cancel that leaves with others. */
    CANCEL_LEG(Role.OUTPUT, FieldKind.ORDER),
    /** So many cancels left. */
    CANCEL_ALL(Role.OUTPUT, FieldKind.NUMBER),
    /** An amendment left. */
    AMEND(Role.OUTPUT, FieldKind.ORDER, FieldKind.QUANTITY, FieldKind.PRICE, FieldKind.PRICE),
    /** Market data were asked for. */
    WANTED(Role.OUTPUT, FieldKind.TEXT, FieldKind.TEXT),
    /** Bars were asked for. */
    WANTED_BARS(Role.OUTPUT, FieldKind.TEXT, FieldKind.TEXT),
    /** Nothing that was sent about an order has an unknown outcome any more. */
    KNOWN(Role.INPUT, FieldKind.ORDER, FieldKind.TIME),
    /** Whether what happens is kept in a store. */
    KEEPING(Role.INPUT, FieldKind.FLAG, FieldKind.TEXT),
    /** A strategy or all of them were halted and their positions closed. */
    FLATTENED(Role.INPUT, FieldKind.TEXT, FieldKind.TEXT, FieldKind.TEXT);

    /** What an entry is to a replay. */
    public enum Role {
        /** It is given to the engine. */
        INPUT,
        /** The engine must do the same again. */
        OUTPUT,
        /** It explains those that follow. */
        NOTE
    }

    private static final EntryKind[] ALL = values();

    private final Role role;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed.
    private final List<FieldKind> fields;

    EntryKind(Role role, FieldKind... fields) {
        this.role = role;
        this.fields = List.of(fields);
    }

    /** What it is to a replay. */
    public Role role() {
        return role;
    }

    List<FieldKind> fields() {
        return fields;
    }

    /** The kind of a number, or null if this version has none. */
    static @Nullable EntryKind of(int number) {
        return number < ALL.length ? ALL[number] : null;
    }
}
