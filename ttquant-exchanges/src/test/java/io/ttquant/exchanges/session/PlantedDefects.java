package io.ttquant.exchanges.session;

import io.ttquant.api.account.Balance;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Mistakes of real trading software, each planted alone, so that the chaos run must notice it. Rows are those of the failure catalogue. */
final class PlantedDefects {
    private PlantedDefects() {}

    static Map<String, LifeChaos.Defect> all() {
        Map<String, LifeChaos.Defect> all = new LinkedHashMap<>();
        all.put(
                "A1 a create is sent again when its outcome is not known",
                ofDesk((desk, run) -> new SendingAgain(desk)));
        all.put("A2 an unknown outcome is booked as a refusal", ofRules(new LifeRules() {
            @Override
            boolean isRefusal(CodeClass answer) {
                return answer != CodeClass.ACCEPTED;
            }
        }));
        all.put("A8 not found counts before the deadline, and once", ofRules(new LifeRules() {
            @Override
            boolean isAfterDeadline(long askedNanos, long deadlineNanos) {
                return true;
            }

            @Override
            int absencesNeeded() {
                return 1;
            }
        }));
        all.put("A9 a question that failed is read as not found", ofDesk((desk, run) -> new Despairing(desk)));
        all.put("A10 fills are not asked for", ofDesk((desk, run) -> new Incurious(desk)));
        all.put("A12 fills are booked again", ofRules(new LifeRules() {
            @Override
            boolean isBookedAgain() {
                return true;
            }
        }));
        all.put("A16 an order that is closed takes further states", ofRules(new LifeRules() {
            @Override
            boolean isFinal(KnownOrder known) {
                return false;
            }
        }));
        all.put("A18 a refused cancel is believed", ofRules(new LifeRules() {
            @Override
            boolean isRefusedCancelBelieved() {
                return true;
            }
        }));
        all.put("A19 an order ends before its fills are booked", ofRules(new LifeRules() {
            @Override
            boolean isComplete(long rawKnown, long rawCumulative) {
                return true;
            }
        }));
        all.put("A21 older figures replace newer ones", ofRules(new LifeRules() {
            @Override
            boolean areNews(long figuresNanos, long knownNanos, boolean isAnswer) {
                return true;
            }
        }));
        all.put("A28 a word that is not known is read as cancelled", ofNews((news, run) -> new Guessing(news)));
        all.put("A30 new orders leave while the stream is down", ofNews((news, run) -> new Deaf(news)));
        all.put("F9 an account is handed over while fills are missing", ofRules(new LifeRules() {
            @Override
            boolean mayHandOver(boolean isUntouched) {
                return true;
            }
        }));
        all.put("an order that is missing among the open ones is read as cancelled", ofDesk(Concluding::new));
        return all;
    }

    private static LifeChaos.Defect ofRules(LifeRules rules) {
        return new LifeChaos.Defect() {
            @Override
            LifeRules rules() {
                return rules;
            }
        };
    }

    private static LifeChaos.Defect ofDesk(BiFunction<VenueDesk, LifeChaos, VenueDesk> spoil) {
        return new LifeChaos.Defect() {
            @Override
            VenueDesk desk(VenueDesk desk, LifeChaos run) {
                return spoil.apply(desk, run);
            }

            @Override
            boolean isGateJudged() {
                return false;
            }
        };
    }

    private static LifeChaos.Defect ofNews(BiFunction<AccountNews, LifeChaos, AccountNews> spoil) {
        return new LifeChaos.Defect() {
            @Override
            AccountNews news(AccountNews news, LifeChaos run) {
                return spoil.apply(news, run);
            }
        };
    }

    private abstract static class SpoiltDesk implements VenueDesk {
        final VenueDesk desk;

        SpoiltDesk(VenueDesk desk) {
            this.desk = desk;
        }

        @Override
        public long place(List<? extends Order> orders, CommandReply reply) {
            return desk.place(orders, reply);
        }

        @Override
        public void cancel(List<? extends Order> orders, CommandReply reply) {
            desk.cancel(orders, reply);
        }

        @Override
        public long amend(Order order, Amendment amendment, CommandReply reply) {
            return desk.amend(order, amendment, reply);
        }

        @Override
        public void find(Order order, Reply<OrderLookup> reply) {
            desk.find(order, reply);
        }

        @Override
        public void openOrders(Reply<List<VenueOrder>> reply) {
            desk.openOrders(reply);
        }

        @Override
        public void fillsOf(Order order, Reply<List<VenueFill>> reply) {
            desk.fillsOf(order, reply);
        }

        @Override
        public void fills(Instrument instrument, long fromNanos, Reply<List<VenueFill>> reply) {
            desk.fills(instrument, fromNanos, reply);
        }

        @Override
        public void account(Reply<AccountSnapshot> reply) {
            desk.account(reply);
        }
    }

    private static final class SendingAgain extends SpoiltDesk {
        SendingAgain(VenueDesk desk) {
            super(desk);
        }

        @Override
        public long place(List<? extends Order> orders, CommandReply reply) {
            return desk.place(orders, (order, result) -> {
                if (result.verdict().codeClass() == CodeClass.UNKNOWN) {
                    desk.place(List.of(order), reply);
                } else {
                    reply.outcome(order, result);
                }
            });
        }
    }

    private static final class Despairing extends SpoiltDesk {
        Despairing(VenueDesk desk) {
            super(desk);
        }

        @Override
        public void find(Order order, Reply<OrderLookup> reply) {
            desk.find(order, new Reply<>() {
                @Override
                public void answered(OrderLookup value) {
                    reply.answered(value);
                }

                @Override
                public void failed(Verdict verdict) {
                    reply.answered(new OrderLookup(null));
                }
            });
        }
    }

    private static final class Incurious extends SpoiltDesk {
        Incurious(VenueDesk desk) {
            super(desk);
        }

        @Override
        public void fillsOf(Order order, Reply<List<VenueFill>> reply) {
            desk.fillsOf(order, nothing(reply));
        }

        @Override
        public void fills(Instrument instrument, long fromNanos, Reply<List<VenueFill>> reply) {
            desk.fills(instrument, fromNanos, nothing(reply));
        }

        private static Reply<List<VenueFill>> nothing(Reply<List<VenueFill>> reply) {
            return new Reply<>() {
                @Override
                public void answered(List<VenueFill> value) {
                    reply.answered(List.of());
                }

                @Override
                public void failed(Verdict verdict) {
                    reply.failed(verdict);
                }
            };
        }
    }

    /** Tells of the end of orders that are not among the open ones. */
    private static final class Concluding extends SpoiltDesk {
        private final LifeChaos run;
        private final List<Order> accepted = new ArrayList<>();

        Concluding(VenueDesk desk, LifeChaos run) {
            super(desk);
            this.run = run;
        }

        @Override
        public long place(List<? extends Order> orders, CommandReply reply) {
            return desk.place(orders, (order, result) -> {
                if (result.verdict().isAccepted()) {
                    accepted.add(order);
                }
                reply.outcome(order, result);
            });
        }

        @Override
        public void openOrders(Reply<List<VenueOrder>> reply) {
            desk.openOrders(new Reply<>() {
                @Override
                public void answered(List<VenueOrder> open) {
                    List<String> ids = open.stream().map(VenueOrder::clientId).toList();
                    for (Order order : List.copyOf(accepted)) {
                        VenueTruth.Entry e = run.entry(order);
                        if (e != null && !ids.contains(order.clientId())) {
                            run.life.order(canceled(e.now()));
                        }
                    }
                    reply.answered(open);
                }

                @Override
                public void failed(Verdict verdict) {
                    reply.failed(verdict);
                }
            });
        }
    }

    private abstract static class SpoiltNews implements AccountNews {
        final AccountNews news;

        SpoiltNews(AccountNews news) {
            this.news = news;
        }

        @Override
        public void connected() {
            news.connected();
        }

        @Override
        public void disconnected(String why) {
            news.disconnected(why);
        }

        @Override
        public void order(VenueOrder order) {
            news.order(order);
        }

        @Override
        public void fill(VenueFill fill) {
            news.fill(fill);
        }

        @Override
        public void balance(Balance balance, long tsEvent) {
            news.balance(balance, tsEvent);
        }

        @Override
        public void unreadable(String what) {
            news.unreadable(what);
        }
    }

    private static final class Guessing extends SpoiltNews {
        Guessing(AccountNews news) {
            super(news);
        }

        @Override
        public void order(VenueOrder order) {
            news.order(order.status() == null ? canceled(order) : order);
        }
    }

    private static final class Deaf extends SpoiltNews {
        private boolean wasConnected;

        Deaf(AccountNews news) {
            super(news);
        }

        @Override
        public void connected() {
            if (!wasConnected) {
                wasConnected = true;
                news.connected();
            }
        }

        @Override
        public void disconnected(String why) {}
    }

    private static VenueOrder canceled(VenueOrder o) {
        return new VenueOrder(
                o.symbol(),
                o.venueId(),
                o.clientId(),
                o.side(),
                o.positionSide(),
                o.type(),
                o.timeInForce(),
                OrderStatus.CANCELED,
                "guessed",
                o.price(),
                o.triggerPrice(),
                o.quantity(),
                o.isByValue(),
                o.filled(),
                o.averagePrice(),
                o.isReduceOnly(),
                o.fees(),
                o.cancelSource(),
                o.isConditional(),
                o.childId(),
                o.parentId(),
                o.tsCreated(),
                o.tsUpdated());
    }
}
