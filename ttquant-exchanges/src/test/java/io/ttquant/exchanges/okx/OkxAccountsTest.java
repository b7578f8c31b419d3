package io.ttquant.exchanges.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.answer.FeeRates;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.answer.Unreadable;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Fee rates, which contracts have for each currency that they are settled in. */
class OkxAccountsTest {
    private static FeeRates rates(String row, String settlement) {
        JsonNode rows = Json.read(("[{" + row + "}]").replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return OkxAccounts.fees(rows, settlement).get(0);
    }

    @Test
    void feesOfContractsAreThoseOfTheirSettlement() {
        String swap =
                "'instType':'SWAP','maker':'-0.0002','taker':'-0.0005','makerU':'-0.0001','takerU':'-0.0004','makerUSDC':'0.00005','takerUSDC':'-0.0003'";
        assertThat(rates(swap, "USDT").maker()).isEqualByComparingTo("0.0001");
        assertThat(rates(swap, "USDT").taker()).isEqualByComparingTo("0.0004");
        assertThat(rates(swap, "USDC").maker()).isEqualByComparingTo("-0.00005");
        assertThat(rates(swap, "BTC").taker()).isEqualByComparingTo("0.0005");
    }

    @Test
    void ratesOfAnotherSettlementAreNotTakenForThem() {
        String coins = "'instType':'FUTURES','maker':'-0.0002','taker':'-0.0005','makerU':'','takerU':''";
        assertThatThrownBy(() -> rates(coins, "USDT"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("makerU");
        String dollars = "'instType':'SWAP','maker':'','taker':'','makerU':'-0.0001','takerU':'-0.0004'";
        assertThatThrownBy(() -> rates(dollars, "BTC")).isInstanceOf(Unreadable.class);
    }

    @Test
    void spotHasPlainRatesWhereItHasNoOthers() {
        String spot = "'instType':'SPOT','maker':'-0.0008','taker':'-0.001','makerU':'','makerUSDC':'','takerUSDC':''";
        assertThat(rates(spot, "USDT").maker()).isEqualByComparingTo("0.0008");
        assertThat(rates(spot, "USDC").taker()).isEqualByComparingTo("0.001");
        String both =
                "'instType':'SPOT','maker':'-0.0008','taker':'-0.001','makerUSDC':'-0.0005','takerUSDC':'-0.0007'";
        assertThat(rates(both, "BTC").taker()).isEqualByComparingTo("0.0007");
        assertThat(rates(both, "USDT").taker()).isEqualByComparingTo("0.001");
    }
}
