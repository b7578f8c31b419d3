package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Fields of an {@link OrderRequest} while it is made; each setter is named as the field and gives back the draft. */
public final class OrderDraft {
    private String symbol;
    private Side side;
    private OrderKind kind;
    private @Nullable BigDecimal price;
    private @Nullable BigDecimal quantity;
    private @Nullable BigDecimal quoteQuantity;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private long expiresAt;
    private boolean postOnly;
    private boolean reduceOnly;
    private boolean closePosition;
    private PositionSide positionSide = PositionSide.NET;
    private @Nullable MarginMode marginMode;
    private @Nullable BigDecimal display;
    private @Nullable SelfTradePrevention selfTrade;
    private @Nullable String clientId;
    private @Nullable String tag;
    private @Nullable Trigger trigger;

    OrderDraft(String symbol, Side side, OrderKind kind) {
        this.symbol = symbol;
        this.side = side;
        this.kind = kind;
    }

    OrderDraft(OrderRequest from) {
        this(from.symbol(), from.side(), from.kind());
        price = from.price();
        quantity = from.quantity();
        quoteQuantity = from.quoteQuantity();
        timeInForce = from.timeInForce();
        expiresAt = from.expiresAt();
        postOnly = from.postOnly();
        reduceOnly = from.reduceOnly();
        closePosition = from.closePosition();
        positionSide = from.positionSide();
        marginMode = from.marginMode();
        display = from.display();
        selfTrade = from.selfTrade();
        clientId = from.clientId();
        tag = from.tag();
        trigger = from.trigger();
    }

    /** Sets it. */
    public OrderDraft symbol(String value) {
        symbol = value;
        return this;
    }

    /** Sets it. */
    public OrderDraft side(Side value) {
        side = value;
        return this;
    }

    /** Sets it. */
    public OrderDraft kind(OrderKind value) {
        kind = value;
        return this;
    }

    /** Sets it, or clears it with null. */
    public OrderDraft price(@Nullable BigDecimal value) {
        price = value;
        return this;
    }

    /** Sets it, or clears it with null. */
    public OrderDraft quantity(@Nullable BigDecimal value) {
        quantity = value;
        return this;
    }

    /** Sets it, or clears it with null. */
    public OrderDraft quoteQuantity(@Nullable BigDecimal value) {
        quoteQuantity = value;
        return this;
    }

    /** Sets it. */
    public OrderDraft timeInForce(TimeInForce value) {
        timeInForce = value;
        return this;
    }

    /** Makes it GTD until this moment, epoch nanoseconds. */
    public OrderDraft expiresAt(long epochNanos) {
        timeInForce = TimeInForce.GTD;
        expiresAt = epochNanos;
        return this;
    }

    /** Sets it. */
    public OrderDraft postOnly(boolean value) {
        postOnly = value;
        return this;
    }

    /** Sets it. */
    public OrderDraft reduceOnly(boolean value) {
        reduceOnly = value;
        return this;
    }

    /** Sets it. */
    public OrderDraft closePosition(boolean value) {
        closePosition = value;
        return this;
    }

    /** Sets it. */
    public OrderDraft positionSide(PositionSide value) {
        positionSide = value;
        return this;
    }

    /** Sets it, or clears it with null. */
    public OrderDraft marginMode(@Nullable MarginMode value) {
        marginMode = value;
        return this;
    }

    /** Sets it, or clears it with null. */
    public OrderDraft display(@Nullable BigDecimal value) {
        display = value;
        return this;
    }

    /** Sets it, or clears it with null. */
    public OrderDraft selfTrade(@Nullable SelfTradePrevention value) {
        selfTrade = value;
        return this;
    }

    /** Sets it, or clears it with null. */
    public OrderDraft clientId(@Nullable String value) {
        clientId = value;
        return this;
    }

    /** Sets it, or clears it with null. */
    public OrderDraft tag(@Nullable String value) {
        tag = value;
        return this;
    }

    /** Sets it, or clears it with null. */
    public OrderDraft trigger(@Nullable Trigger value) {
        trigger = value;
        return this;
    }

    /** The request. Nothing is checked here: refusals are the exchange's. */
    public OrderRequest build() {
        return new OrderRequest(
                symbol,
                side,
                kind,
                price,
                quantity,
                quoteQuantity,
                timeInForce,
                timeInForce == TimeInForce.GTD ? expiresAt : 0,
                postOnly,
                reduceOnly,
                closePosition,
                positionSide,
                marginMode,
                display,
                selfTrade,
                clientId,
                tag,
                trigger);
    }
}
