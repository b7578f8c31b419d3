package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.exchange.ExecutionSink;
import io.ttquant.api.order.Order;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Hands reports on, spoilt as the flaw says, and knows which orders are open at the exchange. */
final class SpoiltReports {
    final Set<String> open = new TreeSet<>();
    boolean wasCut;
    private @Nullable ExecutionSink target;
    private final ExchangeFlaw flaw;

    SpoiltReports(ExchangeFlaw flaw) {
        this.flaw = flaw;
    }

    void attach(ExecutionSink sink) {
        this.target = sink;
    }

    ExecutionSink sink() {
        return (ExecutionSink) Proxy.newProxyInstance(
                SpoiltReports.class.getClassLoader(),
                new Class<?>[] {ExecutionSink.class},
                (proxy, method, arguments) -> {
                    report(method, arguments.clone());
                    return null;
                });
    }

    private void report(Method method, Object[] arguments) throws Throwable {
        String kind = method.getName();
        note(kind, (Order) arguments[0]);
        if (flaw == ExchangeFlaw.REPORTS_WITHOUT_TIME) {
            arguments[arguments.length - 1] = 0L;
        }
        if (flaw == ExchangeFlaw.FILLS_TOO_MUCH && kind.equals("filled")) {
            arguments[3] = 2 * (long) arguments[3];
        }
        if (flaw == ExchangeFlaw.REFUSES_WITHOUT_REASON && kind.equals("rejected")) {
            arguments[2] = "";
        }
        if (flaw == ExchangeFlaw.AMENDS_NOTHING && kind.equals("updated")) {
            arguments[2] = ((Order) arguments[0]).rawPrice();
        }
        if (flaw == ExchangeFlaw.NEVER_FILLS && kind.equals("filled")) {
            return;
        }
        call(method, arguments);
        boolean isTwice = (flaw == ExchangeFlaw.ACCEPTS_TWICE && kind.equals("accepted"))
                || (flaw == ExchangeFlaw.CANCELS_TWICE && kind.equals("canceled"))
                || (flaw == ExchangeFlaw.FILLS_TWICE && kind.equals("filled"))
                || (flaw == ExchangeFlaw.FILLS_AGAIN_AFTER_CUT && wasCut && kind.equals("filled"));
        if (isTwice) {
            call(method, arguments);
        }
    }

    private void note(String kind, Order order) {
        switch (kind) {
            case "accepted" -> open.add(order.clientId());
            case "canceled", "rejected", "expired" -> open.remove(order.clientId());
            default -> {}
        }
    }

    private void call(Method method, Object[] arguments) throws Throwable {
        if (flaw == ExchangeFlaw.REPORTS_ON_ANOTHER_THREAD) {
            CompletableFuture.runAsync(() -> {
                        try {
                            method.invoke(target, arguments);
                        } catch (ReflectiveOperationException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .join();
            return;
        }
        try {
            method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
