const MISSING = 'n/a';
const SECOND = 1000;
const DAY = 86400 * SECOND;

/* Builds an element. Text only ever becomes a text node, so that no name in the data can become markup. */
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== false && value != null) {
      node.setAttribute(name, value);
    }
  }
  node.append(...children.filter((child) => child != null && child !== ''));
  return node;
}

const byId = (id) => document.getElementById(id);

/* Making a format is what takes the time, so each is made once. */
const FORMATS = [];
const COMPACT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 2 });

function fixed(number, digits) {
  if (number == null || !Number.isFinite(number)) return MISSING;
  FORMATS[digits] = FORMATS[digits] || new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return minus(FORMATS[digits].format(number));
}

function signedFixed(number, digits) {
  const text = fixed(number, digits);
  return number > 0 && /[1-9]/.test(text) ? '+' + text : text;
}

const percent = (ratio, digits) => (ratio == null ? MISSING : fixed(ratio * 100, digits) + ' %');
const signedPercent = (ratio, digits) => (ratio == null ? MISSING : signedFixed(ratio * 100, digits) + ' %');

/* A true minus sign is as wide as a digit. */
const minus = (text) => text.replace(/^-/, '\u2212');

/* An exact decimal as it is, with its thousands grouped. */
function exact(text) {
  if (text == null) return '';
  const [whole, fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return minus(fraction ? grouped + '.' + fraction : grouped);
}

/* The number of an exact decimal; null for one that is not known, which is not zero. */
const numberOf = (text) => (text == null ? null : Number(text));

/* An exact decimal to two digits and with its sign, for reading. */
const money = (text) => signedFixed(numberOf(text), 2);

function compact(number) {
  return minus(COMPACT.format(number));
}

const two = (number) => String(number).padStart(2, '0');
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function date(ms) {
  const time = new Date(ms);
  return time.getUTCFullYear() + '-' + two(time.getUTCMonth() + 1) + '-' + two(time.getUTCDate());
}

function clock(ms) {
  const time = new Date(ms);
  const seconds = ms % 60000 === 0 ? '' : ':' + two(time.getUTCSeconds());
  return two(time.getUTCHours()) + ':' + two(time.getUTCMinutes()) + seconds;
}

const dateTime = (ms) => (ms == null ? '' : date(ms) + ' ' + clock(ms));

function duration(ms) {
  const units = [[DAY, 'd'], [3600 * SECOND, 'h'], [60 * SECOND, 'min'], [SECOND, 's']];
  for (let i = 0; i < units.length; i++) {
    const [size, name] = units[i];
    if (ms >= size || i === units.length - 1) {
      const whole = Math.floor(ms / size);
      const next = units[i + 1];
      const rest = next ? Math.floor((ms - whole * size) / next[0]) : 0;
      return rest > 0 && whole < 10 ? whole + ' ' + name + ' ' + rest + ' ' + next[1] : whole + ' ' + name;
    }
  }
  return '';
}

const words = (code) => code.replace(/_/g, ' ').toLowerCase();
const sentence = (code) => { const text = words(code); return text.charAt(0).toUpperCase() + text.slice(1); };
const toneClass = (number) => (number > 0 ? 'gain' : number < 0 ? 'loss' : '');
