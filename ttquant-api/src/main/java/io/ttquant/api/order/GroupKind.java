package io.ttquant.api.order;

/** What ties the orders of an {@link OrderGroup} together. */
public enum GroupKind {
    /** One cancels the others: the first fill of a member, however small, cancels all others. */
    OCO,
    /** One updates the others: a fill of a member reduces all others to what that member has left, and cancels them when nothing is. */
    OUO,
    /** One triggers the others: the first member is the parent, whose fills release the rest. */
    OTO,
    /** An entry that releases a take-profit and a stop-loss, which are {@link #OUO} to each other. */
    BRACKET;

    /** True if the members stand for one quantity of which one or the other fills. */
    public boolean isExclusive() {
        return this == OCO || this == OUO;
    }
}
