package io.ttquant.core.engine;

import static io.ttquant.core.engine.Lab.SWAP;

import io.ttquant.api.order.Order;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.MarginGroup;
import io.ttquant.core.margin.MarginTerms;
import io.ttquant.core.margin.MarginTier;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.CashFlow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A strategy that trades a swap priced in whole dollars on margin; amounts are in cents. */
abstract class MarginLab {
    final List<CashFlow> flows = new ArrayList<>();
    final List<AccountNotice> notices = new ArrayList<>();

    static AccountConfig leverage(String leverage) {
        return AccountConfig.DEFAULT.withTerms(
                MarginTerms.DEFAULT.withLeverage(new BigDecimal(leverage)).withTiers(List.of(MarginTier.of("0.05"))));
    }

    Lab lab(AccountConfig account, SimulationConfig simulation, long rawCash) {
        return new Lab(
                SWAP,
                simulation,
                b -> b.startBalance(SWAP.quote(), rawCash).account(account).tap(new EngineTap() {
                    @Override
                    public void cashFlow(CashFlow flow) {
                        flows.add(flow);
                    }

                    @Override
                    public void notice(AccountNotice notice) {
                        notices.add(notice);
                    }
                }));
    }

    Lab trading(AccountConfig account, long rawCash) {
        Lab lab = lab(account, SimulationConfig.DEFAULT, rawCash).start(0);
        lab.trade(0, 100, 1_000);
        return lab;
    }

    static Order buy(Lab lab, long quantity) {
        Order order =
                lab.script.desk().buy(SWAP.id()).rawQuantity(quantity).market().submit();
        lab.engine.settle();
        return order;
    }

    static Order sell(Lab lab, long quantity) {
        Order order =
                lab.script.desk().sell(SWAP.id()).rawQuantity(quantity).market().submit();
        lab.engine.settle();
        return order;
    }

    static MarginGroup group(Lab lab) {
        return lab.engine.account().margin().account().groups().iterator().next();
    }
}
