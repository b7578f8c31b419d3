/* Reasons of fills that happen at the start of a candle; every other one that bears that time belongs to the candle before. */
const AT_OPEN = new Set(['NEXT_OPEN', 'LIMIT_AT_OPEN', 'STOP_GAP', 'NEXT_TICK', 'EXCHANGE', 'BAR_PATH']);

/* Buys and sells as triangles, one of each kind a candle at most. */
class FillMarks {
  constructor(series) {
    this.markers = LightweightCharts.createSeriesMarkers(series, []);
    this.byCandle = new Map();
  }

  at(candle) { return this.byCandle.get(candle) || []; }

  draw({ columns, start, end }, fills) {
    this.byCandle.clear();
    const from = end > start ? columns.time[start] : 0;
    for (let n = lowerFill(fills, from); n < fills.length; n++) {
      const candle = candleOf(fills[n], columns);
      if (candle >= end) break;
      if (candle < start) continue;
      if (!this.byCandle.has(candle)) this.byCandle.set(candle, []);
      this.byCandle.get(candle).push(fills[n]);
    }
    const isCrowded = this.byCandle.size > 120;
    const markers = [];
    for (const [candle, group] of Array.from(this.byCandle).sort((a, b) => a[0] - b[0])) {
      const time = columns.time[candle] / SECOND;
      for (const buy of [true, false]) {
        const count = group.filter((fill) => fill.buy === buy).length;
        if (count > 0) markers.push(marker(time, buy, isCrowded || count === 1 || this.byCandle.size > 40 ? '' : '×' + count, isCrowded));
      }
    }
    this.markers.setMarkers(markers);
  }
}

function marker(time, buy, text, isCrowded) {
  return {
    time, text, size: isCrowded ? 0.6 : 1, shape: buy ? 'arrowUp' : 'arrowDown',
    position: buy ? 'belowBar' : 'aboveBar', color: css(buy ? '--accent' : '--ink'),
  };
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
