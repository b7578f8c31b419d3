/* The longest series stand behind this script, so that it need not wait for them. */
const wholePage = new Promise((done) => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', done); else done();
});

/* Candles in columns, decoded from the text that the report carries for each instrument. */
async function decodeCandles(id, instrument) {
  const text = byId(id).textContent;
  const packed = bytesOf(text);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return new CandleReader(bytes, instrument).columns();
}

/* A callback for each of ten million characters would take a second. */
function bytesOf(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

class CandleReader {
  constructor(bytes, instrument) {
    this.bytes = bytes;
    this.at = 0;
    this.instrument = instrument;
  }

  columns() {
    const { size, step, first, digits, volumeUnit } = this.instrument;
    const columns = emptyColumns(size);
    const unit = 10 ** digits;
    for (let i = 0, time = first; i < size; i++) {
      if (i > 0) time += step + this.signed();
      columns.time[i] = time;
    }
    const { open, high, low, close, volume } = columns;
    for (let i = 0; i < size; i++) open[i] = this.signed();
    for (let i = 0, previous = 0; i < size; i++) {
      open[i] += previous;
      previous = close[i] = open[i] + this.signed();
    }
    for (let i = 0; i < size; i++) high[i] = (Math.max(open[i], close[i]) + this.signed()) / unit;
    for (let i = 0; i < size; i++) low[i] = (Math.min(open[i], close[i]) - this.signed()) / unit;
    for (let i = 0; i < size; i++) {
      open[i] /= unit;
      close[i] /= unit;
      volume[i] = this.unsigned() * volumeUnit;
    }
    return columns;
  }

  signed() {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /* Multiplies instead of shifting: shifts would cut at 32 bits. */
  unsigned() {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.bytes[this.at++];
      if (byte < 128) return value + byte * factor;
      value += (byte - 128) * factor;
      factor *= 128;
    }
  }
}

function emptyColumns(size) {
  const column = () => new Float64Array(size);
  return { size, time: column(), open: column(), high: column(), low: column(), close: column(), volume: column() };
}

const NICE_STEPS = [1, 5, 15, 60, 300, 900, 3600, 4 * 3600, 86400, 7 * 86400].map((seconds) => seconds * SECOND);
const WEEK_OFFSET = 4 * DAY;

/* The same candles at several lengths, each made from the finest when it is first wanted. */
class CandleLevels {
  constructor(columns, step) {
    this.finest = columns;
    this.steps = step > 0
      ? [step, ...NICE_STEPS.filter((nice) => nice > step && nice % step === 0)]
      : [1, 4, 16, 64, 256, 1024, 4096];
    this.isTimed = step > 0;
    this.made = [columns];
  }

  get count() { return this.steps.length; }

  at(level) {
    if (!this.made[level]) this.made[level] = this.aggregate(this.steps[level]);
    return this.made[level];
  }

  label(level) {
    return this.isTimed ? 'Candles of ' + duration(this.steps[level])
      : level === 0 ? 'Every bar' : 'Candles of ' + this.steps[level] + ' bars';
  }

  /* About how many candles of a level lie between two times. */
  countBetween(level, from, to) {
    const first = lowerBound(this.finest.time, this.finest.size, from);
    const last = lowerBound(this.finest.time, this.finest.size, to);
    return (last - first) / (this.steps[level] / this.steps[0]);
  }

  aggregate(step) {
    const source = this.finest;
    const result = emptyColumns(source.size);
    const offset = step === 7 * DAY ? WEEK_OFFSET : 0;
    let last = NaN;
    let n = -1;
    for (let i = 0; i < source.size; i++) {
      const bucket = this.isTimed ? Math.floor((source.time[i] - offset) / step) : Math.floor(i / step);
      if (bucket !== last) {
        last = bucket;
        n++;
        result.time[n] = this.isTimed ? bucket * step + offset : source.time[i];
        result.open[n] = source.open[i];
        result.high[n] = source.high[i];
        result.low[n] = source.low[i];
      } else {
        if (source.high[i] > result.high[n]) result.high[n] = source.high[i];
        if (source.low[i] < result.low[n]) result.low[n] = source.low[i];
      }
      result.close[n] = source.close[i];
      result.volume[n] += source.volume[i];
    }
    result.size = n + 1;
    return result;
  }
}

/* Index of the first element that is not below the value, in a rising column. */
function lowerBound(column, size, value) {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle] < value) low = middle + 1; else high = middle;
  }
  return low;
}
