package io.ttquant.backtest;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Side;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.statistics.RoundTrip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The figures about what was held, from the definitions: at each sample all fills before it are added up anew. Spot, bought before it is sold, fees in the quote. */
final class NaivePositions {
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final BacktestResult result;
    private final Function<Instrument, BarColumns> bars;

    NaivePositions(BacktestResult result, long[] times, double[] equity, Function<Instrument, BarColumns> bars) {
        this.result = result;
        this.bars = bars;
        held(times, equity);
        excursions();
        capacities(NaiveSeries.mean(equity));
        figures.put(
                "fees",
                result.fills().stream()
                        .mapToDouble(
                                f -> f.rawFee() / Math.pow(10, f.feeCurrency().scale()))
                        .sum());
    }

    Map<String, Double> map() {
        return figures;
    }

    private double held(Instrument instrument, long nanos) {
        double quantity = 0;
        for (Fill fill : result.fills()) {
            if (fill.instrument().equals(instrument) && fill.tsEvent() <= nanos) {
                quantity += fill.side() == Side.BUY ? fill.quantity() : -fill.quantity();
            }
        }
        return quantity;
    }

    private void held(long[] times, double[] equity) {
        double[] gross = new double[times.length];
        double share = 0;
        double time = 0;
        double most = 0;
        for (int i = 0; i < times.length; i++) {
            boolean isOpen = false;
            for (Instrument instrument : result.instruments()) {
                double quantity = held(instrument, times[i]);
                isOpen |= quantity > 1e-9;
                gross[i] += quantity > 1e-9 ? quantity * close(instrument, times[i]) : 0;
            }
            most = Math.max(most, gross[i] / equity[i]);
            double next = i + 1 < times.length ? times[i + 1] - times[i] : 0;
            share += gross[i] / equity[i] * next;
            time += isOpen ? next : 0;
        }
        double whole = times[times.length - 1] - times[0];
        double[] some = NaiveSeries.positive(gross);
        figures.put("exposure", time / whole);
        figures.put("gross_exposure", share / whole);
        figures.put("net_exposure", share / whole);
        figures.put("max_leverage", most);
        figures.put("largest_position", NaiveSeries.max(gross));
        figures.put("mean_position", NaiveSeries.mean(some));
        figures.put("median_position", some.length == 0 ? Double.NaN : NaiveSeries.quantile(0.5, some));
    }

    private double close(Instrument instrument, long nanos) {
        BarColumns all = bars.apply(instrument);
        double price = Double.NaN;
        for (int i = 0; i < all.size(); i++) {
            price = all.tsClose(i) <= nanos ? instrument.price(all.rawClose(i)) : price;
        }
        return price;
    }

    private void excursions() {
        List<RoundTrip> trips = result.statistics().roundTrips();
        double[] worst = new double[trips.size()];
        double[] best = new double[trips.size()];
        double[] back = new double[trips.size()];
        for (int t = 0; t < worst.length; t++) {
            RoundTrip trip = trips.get(t);
            double entry = trip.entryPrice().doubleValue();
            double exit = trip.exitPrice().doubleValue();
            double low = Math.min(entry, exit);
            double high = Math.max(entry, exit);
            BarColumns all = bars.apply(trip.instrument());
            for (int i = 0; i < all.size(); i++) {
                if (all.tsClose(i) > trip.entryNanos() && all.tsOpen(i) < trip.exitNanos()) {
                    low = Math.min(low, trip.instrument().price(all.rawLow(i)));
                    high = Math.max(high, trip.instrument().price(all.rawHigh(i)));
                }
            }
            worst[t] = low / entry - 1;
            best[t] = high / entry - 1;
            back[t] = (high - exit) / entry;
        }
        figures.put("mean_mae", NaiveSeries.mean(worst));
        figures.put("largest_mae", NaiveSeries.min(worst));
        figures.put("mean_mfe", NaiveSeries.mean(best));
        figures.put("largest_mfe", NaiveSeries.max(best));
        figures.put("mean_given_back", NaiveSeries.mean(back));
        figures.put("largest_given_back", NaiveSeries.max(back));
    }

    private void capacities(double equity) {
        double share = share(result.fills());
        double lowest = Double.NaN;
        for (Instrument instrument : result.instruments()) {
            List<Fill> own = result.fills().stream()
                    .filter(f -> f.instrument().equals(instrument))
                    .toList();
            double capacity = own.isEmpty() ? Double.NaN : equity * 0.01 / share(own);
            lowest = capacity >= lowest ? lowest : capacity;
        }
        figures.put("volume_share", share);
        figures.put("capacity", equity * 0.01 / share);
        figures.put("lowest_capacity", lowest);
    }

    private double share(List<Fill> fills) {
        List<Double> shares = new ArrayList<>();
        for (Fill fill : fills) {
            BarColumns all = bars.apply(fill.instrument());
            for (int i = 0; i < all.size(); i++) {
                boolean isLast = i + 1 == all.size();
                if (fill.tsEvent() >= all.tsOpen(i) && (fill.tsEvent() < all.tsClose(i) || isLast)) {
                    shares.add(fill.quantity() / fill.instrument().quantity(all.rawVolume(i)));
                }
            }
        }
        double[] values = shares.stream().mapToDouble(s -> s).toArray();
        return values.length == 0 ? Double.NaN : NaiveSeries.quantile(0.95, values);
    }
}
