package io.ttquant.core.journal;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The instruments that a journal names, by their number in it. */
final class Instruments {
    private final List<Instrument> all = new ArrayList<>();
    private final Map<InstrumentId, Integer> numbers = new HashMap<>();

    Instruments(List<Instrument> first) {
        first.forEach(this::add);
    }

    void add(Instrument instrument) {
        numbers.putIfAbsent(instrument.id(), all.size());
        all.add(instrument);
    }

    /** Its number, or -1 if it was not named yet. */
    int number(InstrumentId id) {
        Integer number = numbers.get(id);
        return number == null ? -1 : number;
    }

    Instrument get(long number) {
        if (number < 0 || number >= all.size()) {
            throw new JournalException("it names instrument number " + number + ", and there are " + all.size());
        }
        return all.get((int) number);
    }
}
