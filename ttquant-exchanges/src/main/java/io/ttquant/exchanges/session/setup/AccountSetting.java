package io.ttquant.exchanges.session.setup;

import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.session.Reply;
import java.util.function.Consumer;

/**
 * One thing that an account is wanted to be set to. To ask for it twice must do no more than to ask once.
 *
 * @param name what it is, such as {@code leverage of BTCUSDT}
 * @param wanted its value, in words of the settings
 * @param remedy what somebody can do if the venue refuses it, as the end of a sentence
 * @param reading asks the venue for the value that it has, told in the same words
 * @param change asks the venue for the value wanted, and hears what it says
 */
public record AccountSetting(
        String name,
        String wanted,
        String remedy,
        Consumer<Reply<String>> reading,
        Consumer<Consumer<Verdict>> change) {}
