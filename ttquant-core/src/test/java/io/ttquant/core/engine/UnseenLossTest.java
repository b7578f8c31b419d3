package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.money.Currency;
import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People hear that limits on losses do not see any more what they are to limit. */
class UnseenLossTest {
    private static final Currency AIRDROP = Currency.of("DROP", 0);

    private static LiveLab lab(RiskLimits limits) {
        return new LiveLab(LiveLab.cash(1_000), b -> b.risk(RiskPolicy.ofAccount(limits))).start();
    }

    private static void audited(LiveLab lab, Balance... balances) {
        lab.account.audited(LiveLab.snapshot(lab.engine.clock().nanos() + 1, List.of(balances), List.of()));
    }

    private static List<String> unseen(LiveLab lab) {
        return lab.notices.stream()
                .filter(notice -> notice.kind() == AccountNotice.Kind.LOSS_NOT_JUDGED)
                .map(AccountNotice::message)
                .toList();
    }

    @Test
    void onceForACoinThatCameAndHasNoPrice() {
        LiveLab lab =
                lab(RiskLimits.builder().dailyLoss("100", GuardAction.FLATTEN).build());
        Balance cash = new Balance(Lab.USD, 1_000_00, 0);
        assertThat(unseen(lab)).isEmpty();
        audited(lab, cash, new Balance(AIRDROP, 7, 0));
        lab.price(LiveLab.SWAP, 101);
        lab.price(LiveLab.SWAP, 102);

        assertThat(unseen(lab)).hasSize(1);
        assertThat(unseen(lab).get(0))
                .startsWith("the value of the account is not known (no price of DROP in USD is known")
                .contains("neither its daily loss nor its drawdown")
                .endsWith("until then nothing is sent that adds risk, and what is held is not limited by them");

        audited(lab, cash);
        lab.price(LiveLab.SWAP, 103);
        audited(lab, cash, new Balance(AIRDROP, 7, 0));
        lab.price(LiveLab.SWAP, 104);
        assertThat(unseen(lab)).as("again when it happens again").hasSize(2);
    }

    @Test
    void notWhereNoLossIsLimited() {
        LiveLab lab = lab(RiskLimits.builder().stopLoss("0.1").build());
        audited(lab, new Balance(Lab.USD, 1_000_00, 0), new Balance(AIRDROP, 7, 0));
        lab.price(LiveLab.SWAP, 101);
        assertThat(unseen(lab)).isEmpty();
    }
}
