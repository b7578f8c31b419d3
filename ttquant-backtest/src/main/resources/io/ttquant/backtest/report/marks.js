/* Reasons of fills that happen at the start of a candle; every other one that bears that time belongs to the candle before. */
const AT_OPEN = new Set(['NEXT_OPEN', 'LIMIT_AT_OPEN', 'STOP_GAP', 'NEXT_TICK', 'STOP_NEXT_TICK', 'EXCHANGE', 'BAR_PATH']);

/* How fills are drawn, by the room that each candle with fills has: large and counted, small, or only as a count below. */
const MARK_STYLES = [{ name: 'large', room: 14 }, { name: 'small', room: 4.5 }, { name: 'strip', room: 0 }];

/* Pixels that a count beside an arrow takes. */
const LABEL_ROOM = 30;

/* Buys and sells as arrows, one of each kind a candle at most; where they would hide the candles, as a strip of counts. */
class FillMarks {
  constructor(series, strip) {
    this.markers = LightweightCharts.createSeriesMarkers(series, []);
    this.strip = strip;
    this.byCandle = new Map();
    this.style = 'large';
  }

  at(candle) { return this.byCandle.get(candle) || []; }

  /* The style for a visible share of the window, over so many pixels. */
  styleFor(share, width) {
    const room = width / Math.max(1, this.byCandle.size * Math.min(1, share));
    return MARK_STYLES.find((style) => room >= style.room).name;
  }

  /* True if another style has become the right one. */
  fits(share, width) { return this.styleFor(share, width) !== this.style; }

  draw({ columns, start, end }, fills, share, width) {
    this.group(columns, start, end, fills);
    this.style = this.styleFor(share, width);
    const groups = Array.from(this.byCandle).sort((a, b) => a[0] - b[0]);
    const isStrip = this.style === 'strip';
    this.gap = Math.ceil((LABEL_ROOM * (end - start) * Math.min(1, share)) / Math.max(1, width));
    this.labelled = { true: -Infinity, false: -Infinity };
    this.markers.setMarkers(isStrip ? [] : groups.flatMap(([candle, group]) => this.arrows(columns.time[candle], candle, group)));
    this.strip.setData(isStrip ? groups.map(([candle, group]) => ({ time: columns.time[candle] / SECOND, value: group.length })) : []);
  }

  group(columns, start, end, fills) {
    this.byCandle.clear();
    const from = end > start ? columns.time[start] : 0;
    for (let n = lowerFill(fills, from); n < fills.length; n++) {
      const candle = candleOf(fills[n], columns);
      if (candle >= end) break;
      if (candle < start) continue;
      if (!this.byCandle.has(candle)) this.byCandle.set(candle, []);
      this.byCandle.get(candle).push(fills[n]);
    }
  }

  /* A count beside an arrow, where it does not run into the last one on that side. */
  label(count, candle, buy) {
    if (count < 2 || this.style !== 'large' || candle - this.labelled[buy] < this.gap) return '';
    this.labelled[buy] = candle;
    return '×' + count;
  }

  arrows(ms, candle, group) {
    return [true, false].flatMap((buy) => {
      const count = group.filter((fill) => fill.buy === buy).length;
      if (count === 0) return [];
      return [{
        time: ms / SECOND, text: this.label(count, candle, buy), size: this.style === 'large' ? 1 : 0.4,
        shape: buy ? 'arrowUp' : 'arrowDown', position: buy ? 'belowBar' : 'aboveBar', color: css(buy ? '--accent' : '--ink'),
      }];
    });
  }
}

function candleOf(fill, columns) {
  const n = lowerBound(columns.time, columns.size, fill.time + 1) - 1;
  const isAtStart = n > 0 && columns.time[n] === fill.time;
  return isAtStart && !AT_OPEN.has(fill.reason) ? n - 1 : n;
}

function lowerFill(fills, time) {
  let low = 0;
  let high = fills.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fills[middle].time < time) low = middle + 1; else high = middle;
  }
  return low;
}

/* The box beside the pointer. */
class FillTip {
  constructor(box, frame) {
    this.box = box;
    this.frame = frame;
  }

  show(fills, point) {
    this.box.hidden = fills.length === 0;
    if (fills.length === 0) return;
    const most = 4;
    const rows = fills.slice(0, most).map((fill) => el('div', { class: 'row' },
      el('div', {}, el('strong', {}, fill.buy ? '▲ Buy ' : '▼ Sell '), exact(fill.quantity) + ' @ ' + exact(fill.price)),
      el('div', { class: 'why' }, fill.strategy + ' · ' + dateTime(fill.time)),
      el('div', { class: 'why' }, sentence(fill.reasonText) + ' · fee ' + exact(fill.fee) + ' ' + fill.feeCurrency)));
    if (fills.length > most) rows.push(el('div', { class: 'row why' }, fills.length - most + ' more fills in this candle'));
    this.box.replaceChildren(...rows);
    const width = this.frame.clientWidth;
    const left = point.x + 24 + this.box.offsetWidth > width ? point.x - this.box.offsetWidth - 8 : point.x + 24;
    this.box.style.left = Math.max(4, left) + 'px';
    this.box.style.top = Math.max(34, point.y - 20) + 'px';
  }
}
