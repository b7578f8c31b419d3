/* Small plots drawn as SVG: they scale with the page, print sharply and take their colours from the style. */
const SVG = 'http://www.w3.org/2000/svg';
const PLOT = { width: 560, height: 260, left: 52, right: 12, top: 12, bottom: 34 };

function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/* Round steps: 1, 2 or 5 times a power of ten, about so many between the ends. */
function ticks(from, to, about) {
  const rough = (to - from) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((size) => size >= rough);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  const count = Math.max(0, last - first + 1);
  return { step, values: Array.from({ length: Math.min(count, 50) }, (_, i) => (first + i) * step) };
}

class Plot {
  constructor(label, [fromX, toX], [fromY, toY]) {
    Object.assign(this, { fromX, toX, fromY, toY });
    this.node = svg('svg', { viewBox: '0 0 ' + PLOT.width + ' ' + PLOT.height, role: 'img', 'aria-label': label, class: 'svg' });
  }

  x(value) { return PLOT.left + ((value - this.fromX) / (this.toX - this.fromX)) * (PLOT.width - PLOT.left - PLOT.right); }

  y(value) { return PLOT.height - PLOT.bottom - ((value - this.fromY) / (this.toY - this.fromY)) * (PLOT.height - PLOT.top - PLOT.bottom); }

  axes(textX, textY, nameX) {
    const bottom = PLOT.height - PLOT.bottom;
    for (const value of ticks(this.fromY, this.toY, 4).values) {
      this.node.append(svg('line', { x1: PLOT.left, x2: PLOT.width - PLOT.right, y1: this.y(value), y2: this.y(value), class: 'grid' }),
        svg('text', { x: PLOT.left - 6, y: this.y(value) + 4, 'text-anchor': 'end' }, textY(value)));
    }
    for (const value of textX ? ticks(this.fromX, this.toX, 6).values : []) {
      this.node.append(svg('text', { x: this.x(value), y: bottom + 15, 'text-anchor': 'middle' }, textX(value)));
    }
    this.node.append(svg('text', { x: (PLOT.left + PLOT.width - PLOT.right) / 2, y: PLOT.height - 2, 'text-anchor': 'middle', class: 'axis' }, nameX));
  }
}

const digitsFor = (step) => Math.max(0, Math.min(4, -Math.floor(Math.log10(step * 100) + 1e-9)));
const percentTicks = (from, to, about) => { const digits = digitsFor(ticks(from, to, about).step); return (value) => fixed(value * 100, digits) + ' %'; };

/* How often returns were how large. */
function histogram(values) {
  const known = values.filter((value) => value != null);
  const low = Math.min(...known, 0);
  const high = Math.max(...known, 0);
  if (known.length < 5 || low === high) return el('p', { class: 'empty' }, 'There are too few days to draw a distribution.');
  const { step } = ticks(low, high, Math.min(40, Math.max(8, Math.sqrt(known.length) * 2)));
  const first = Math.floor(low / step);
  const counts = new Array(Math.floor(high / step) - first + 1).fill(0);
  for (const value of known) counts[Math.floor(value / step) - first]++;
  const plot = new Plot('Distribution of daily returns', [first * step, (first + counts.length) * step], [0, Math.max(...counts) * 1.06]);
  plot.axes(percentTicks(plot.fromX, plot.toX, 6), (count) => fixed(count, 0), 'return of a day; the height counts days');
  counts.forEach((count, i) => {
    if (count === 0) return;
    const from = (first + i) * step;
    const bar = svg('rect', { x: plot.x(from) + 0.75, width: Math.max(1, plot.x(from + step) - plot.x(from) - 1.5), y: plot.y(count),
      height: plot.y(0) - plot.y(count), rx: 1.5, class: from + step / 2 > 0 ? 'bar-gain' : 'bar-loss' });
    bar.append(svg('title', {}, fixed(count, 0) + (count === 1 ? ' day' : ' days') + ' from ' + signedPercent(from, 2) + ' to ' + signedPercent(from + step, 2)));
    plot.node.append(bar);
  });
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  plot.node.append(svg('line', { x1: plot.x(mean), x2: plot.x(mean), y1: PLOT.top, y2: plot.y(0), class: 'mean' }, svg('title', {}, 'mean ' + signedPercent(mean, 3))));
  return plot.node;
}

const EXCURSIONS = [
  { name: 'Against it (MAE)', axis: 'worst return while open (MAE), without sign; the height is the return after fees', value: (trade) => Math.abs(trade.adverse) },
  { name: 'In its favour (MFE)', axis: 'best return while open (MFE); the height is the return after fees', value: (trade) => trade.favourable },
];
const MOST_DOTS = 4000;

/* How far a trade went while it was open against what it returned; choosing a point shows the trade. */
function excursionPlot(trades, { name, axis, value }, onPick) {
  const known = trades.filter((trade) => trade.adverse != null && trade.favourable != null && trade.ratio != null).slice(0, MOST_DOTS);
  if (known.length === 0) return el('p', { class: 'empty' }, 'No closed trade has prices to compare with.');
  const ratios = known.map((trade) => trade.ratio);
  const room = (from, to) => { const margin = (to - from || 0.01) * 0.06; return [from - margin, to + margin]; };
  const plot = new Plot('Trades by their return: ' + name, room(0, Math.max(...known.map(value))), room(Math.min(...ratios, 0), Math.max(...ratios, 0)));
  plot.axes(percentTicks(plot.fromX, plot.toX, 6), percentTicks(plot.fromY, plot.toY, 4), axis);
  plot.node.append(svg('line', { x1: PLOT.left, x2: PLOT.width - PLOT.right, y1: plot.y(0), y2: plot.y(0), class: 'zero' }));
  for (const trade of known) {
    const dot = svg('circle', { cx: plot.x(value(trade)), cy: plot.y(trade.ratio), r: known.length > 500 ? 2.5 : 4, class: trade.ratio >= 0 ? 'dot-gain' : 'dot-loss' });
    dot.append(svg('title', {}, 'Trade ' + trade.number + ': MAE ' + signedPercent(trade.adverse, 2) + ', MFE ' + signedPercent(trade.favourable, 2)
      + ', return ' + signedPercent(trade.ratio, 2)));
    dot.addEventListener('click', () => onPick(trade));
    plot.node.append(dot);
  }
  return plot.node;
}

/* At most so many points of a line, the lowest and the highest of each stretch among them. */
function thinned(points, most) {
  const size = Math.ceil(points.length / most * 2);
  if (size <= 2) return points;
  const kept = [points[0]];
  for (let from = 0; from < points.length; from += size) {
    let low = from;
    let high = from;
    for (let i = from; i < Math.min(points.length, from + size); i++) {
      if (points[i].value < points[low].value) low = i;
      if (points[i].value > points[high].value) high = i;
    }
    kept.push(points[Math.min(low, high)], points[Math.max(low, high)]);
  }
  kept.push(points[points.length - 1]);
  return kept;
}

/* A line over time: points of {time, value}, times in milliseconds. */
function linePlot(label, points) {
  const known = thinned(points.filter((point) => point.value != null), 800);
  if (known.length < 2) return el('p', { class: 'empty' }, 'There are not two points to draw a line between.');
  const values = known.map((point) => point.value);
  const [low, high] = [Math.min(...values, 0), Math.max(...values, 0)];
  const margin = (high - low || 1) * 0.06;
  const plot = new Plot(label, [known[0].time, Math.max(known[known.length - 1].time, known[0].time + 1)], [low - margin, high + margin]);
  plot.axes(null, amount, label);
  const bottom = PLOT.height - PLOT.bottom + 15;
  const count = 4;
  for (let i = 0; i < count; i++) {
    const time = plot.fromX + (plot.toX - plot.fromX) * i / (count - 1);
    plot.node.append(svg('text', { x: plot.x(time), y: bottom, 'text-anchor': i === 0 ? 'start' : i === count - 1 ? 'end' : 'middle' }, date(time)));
  }
  plot.node.append(svg('line', { x1: PLOT.left, x2: PLOT.width - PLOT.right, y1: plot.y(0), y2: plot.y(0), class: 'zero' }),
    svg('polyline', { points: known.map((point) => plot.x(point.time).toFixed(1) + ',' + plot.y(point.value).toFixed(1)).join(' '), class: 'line' }));
  return plot.node;
}
