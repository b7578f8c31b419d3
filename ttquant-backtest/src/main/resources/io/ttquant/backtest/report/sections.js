function figureValue(figure, className) {
  const tone = figure.tone === 'GOOD' ? ' gain' : figure.tone === 'BAD' ? ' loss' : '';
  const missing = figure.value === MISSING ? ' unavailable' : '';
  return el('span', { class: className + tone + missing }, minus(figure.value),
    figure.unit ? el('span', { class: 'unit' }, figure.unit) : null);
}

/* Three a row; the last row is filled whatever its number. */
function figureWidth(i, count) {
  const over = count % 3;
  return over > 0 && i >= count - over ? (over === 1 ? ' whole' : ' half') : '';
}

function drawHeadline(data) {
  byId('subtitle').textContent = data.subtitle;
  byId('fingerprint').textContent = data.fingerprint ? 'Made from ' + data.fingerprint : '';
  const [hero, ...rest] = data.headline;
  const box = byId('headline');
  box.hidden = !hero;
  if (!hero) return;
  box.replaceChildren(
    el('div', { class: 'hero', title: hero.formula }, el('span', { class: 'label' }, hero.name), figureValue(hero, 'value')),
    el('div', { class: 'figures' }, ...rest.map((figure, i) => el('div', { class: 'figure' + figureWidth(i, rest.length), title: figure.formula },
      el('div', { class: 'label' }, figure.name), figureValue(figure, 'value')))));
}

/* A time as text, to the minute. */
const minute = (text) => text.slice(0, 16).replace('T', ' ');

/* What ends or narrows trading for all that comes after it. */
const STOPPED = new Set(['REDUCING', 'HALTED', 'KILLED']);

function drawNotices(data) {
  const refused = data.refusals.reduce((sum, refusal) => sum + refusal.count, 0);
  const items = data.warnings.slice();
  if (refused > 0) items.push(fixed(refused, 0) + (refused === 1 ? ' order was' : ' orders were') + ' refused; the reasons are under Orders.');
  for (const row of data.risks.filter((risk) => STOPPED.has(risk.what))) {
    items.push(row.strategy + ', ' + sentence(row.what).toLowerCase() + (row.count > 1 ? ' ' + fixed(row.count, 0) + ' times' : '') + ', first on ' + minute(row.first) + ': ' + row.example + '.');
  }
  if (items.length === 0) return;
  byId('notices').append(el('div', { class: 'note', role: 'note' }, el('strong', {}, 'Before you believe the figures'),
    el('ul', {}, ...items.map((text) => el('li', {}, text)))));
}

function drawStrategies(data) {
  if (data.strategies.length === 0) return;
  const ranks = ['low', 'mid', 'low', 'mid', 'low', 'low', '', '', 'mid', 'mid'];
  const cells = (summary) => summary.figures.map((figure, i) => el('td', { class: ('num ' + ranks[i]).trim() }, figureValue(figure, '')));
  const isPart = (name) => data.analysis.parts.some((part) => part.kind === 'STRATEGY' && part.name === name);
  const label = (name) => (isPart(name) ? el('a', { href: '#strategy=' + encodeURIComponent(name) }, name) : name);
  const row = (summary) => el('tr', {}, el('th', { scope: 'row' }, label(summary.strategy),
    summary.instruments ? el('span', { class: 'second' }, summary.instruments) : null), ...cells(summary));
  const head = data.total.figures.map((figure, i) => el('th', { scope: 'col', class: ('num ' + ranks[i]).trim() }, figure.name));
  byId('strategies').append(el('div', { class: 'table', style: 'margin-top: 16px' }, el('table', {},
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Strategy'), ...head)),
    el('tbody', {}, ...data.strategies.map(row)), el('tfoot', {}, row({ ...data.total, strategy: 'All together', instruments: '' })))));
}

/* Colour by size, sign by text. */
function heatCell(ratio, strongest, isYear) {
  if (ratio === undefined) return el('td', {});
  if (ratio === null) return el('td', { class: 'soft' }, MISSING);
  const strength = strongest > 0 ? Math.min(1, Math.abs(ratio) / strongest) : 0;
  const rgb = ratio >= 0 ? '--gain-rgb' : '--loss-rgb';
  const style = 'background: rgb(var(' + rgb + ') / ' + Math.round(4 + strength * 46) + '%)';
  return el('td', { class: isYear ? 'year' : null, style: isYear ? null : style }, signedFixed(ratio * 100, 1));
}

function drawMonths(data) {
  const years = new Map();
  for (const { year, month, return: ratio } of data.monthlyReturns) {
    if (!years.has(year)) years.set(year, []);
    years.get(year)[month - 1] = ratio;
  }
  const box = byId('months-table');
  if (years.size === 0) { box.replaceChildren(el('p', { class: 'empty' }, 'There is no equity to compute returns from.')); return; }
  const strongest = Math.max(...data.monthlyReturns.map((row) => Math.abs(row.return || 0)));
  const isNarrow = window.matchMedia('(max-width: 760px)');
  const draw = () => box.replaceChildren(el('div', { class: 'table' }, isNarrow.matches ? tallMonths(years, strongest) : wideMonths(years, strongest)));
  isNarrow.addEventListener('change', draw);
  draw();
}

const compounded = (months) => months.reduce((product, ratio) => product * (1 + (ratio || 0)), 1) - 1;

function wideMonths(years, strongest) {
  const rows = Array.from(years).map(([year, months]) => el('tr', {}, el('th', { scope: 'row' }, String(year)),
    ...MONTHS.map((_, i) => heatCell(months[i], strongest, false)), heatCell(compounded(months), 0, true)));
  return el('table', { class: 'heat' }, el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, ''),
    ...MONTHS.map((month) => el('th', { scope: 'col' }, month)), el('th', { scope: 'col' }, 'Year'))), el('tbody', {}, ...rows));
}

/* On a phone the years stand side by side and the months below each other; only the latest years fit. */
function tallMonths(years, strongest) {
  const shown = Array.from(years).slice(-5);
  const rows = MONTHS.map((month, i) => !shown.some(([, months]) => months[i] !== undefined) ? null : el('tr', {}, el('th', { scope: 'row' }, month),
    ...shown.map(([, months]) => heatCell(months[i], strongest, false))));
  const last = el('tr', {}, el('th', { scope: 'row' }, 'Year'), ...shown.map(([, months]) => heatCell(compounded(months), 0, true)));
  return el('table', { class: 'heat' }, el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, ''),
    ...shown.map(([year]) => el('th', { scope: 'col' }, String(year))))), el('tbody', {}, ...rows.filter(Boolean), last));
}

function pair(name, value, formula) {
  const term = formula ? el('dt', { class: 'term', tabindex: 0 }, name) : el('dt', {}, name);
  return el('div', { class: 'pair' }, term, el('dd', {}, value), formula ? el('span', { class: 'formula', role: 'tooltip' }, formula) : null);
}

function drawStatistics(data) {
  const groups = data.statistics.map((group) => el('div', { class: 'card group' }, el('h3', {}, group.name),
    el('dl', {}, ...group.figures.map((figure) => pair(figure.name, figureValue(figure, ''), figure.formula)))));
  byId('statistics-groups').append(...(groups.length ? groups : [el('p', { class: 'empty' }, 'No statistics were computed.')]));
}

function drawParameters(data) {
  const groups = data.parameters.map((set) => el('div', { class: 'card group' }, el('h3', {}, set.strategy),
    el('dl', {}, ...Object.entries(set.values).map(([name, value]) => pair(name, value, '')))));
  byId('parameters-groups').append(...(groups.length ? groups : [el('p', { class: 'empty' }, 'The strategies have no parameters.')]));
}

function drawAssumptions(data) {
  const rows = data.assumptions.map((row) => el('div', { class: 'assumption' }, el('h3', {}, row.topic),
    el('div', {}, el('p', { class: 'model' }, row.model), el('p', { class: 'soft' }, row.explanation))));
  byId('assumptions-list').append(rows.length ? el('div', { class: 'card' }, ...rows) : el('p', { class: 'empty' }, 'No assumptions were recorded.'));
}

function plainTable(labels, rows) {
  return el('div', { class: 'table' }, el('table', {},
    el('thead', {}, el('tr', {}, ...labels.map(([label, name]) => el('th', { scope: 'col', class: name }, label)))),
    el('tbody', {}, ...rows.map((cells) => el('tr', {}, ...cells.map((cell, i) => el('td', { class: labels[i][1] }, cell)))))));
}

function drawQuality(data) {
  const names = { FINE: ['fine', 'tag good'], NOTE: ['note', 'tag'], WARNING: ['warning', 'tag bad'] };
  const rows = data.dataQuality.map((row) => [row.source, row.check,
    el('span', { class: names[row.verdict][1] }, names[row.verdict][0]), fixed(row.count, 0), row.detail]);
  byId('quality-table').append(rows.length
    ? plainTable([['Source', 'mid'], ['Check', null], ['Verdict', null], ['Count', 'num'], ['Detail', 'wide']], rows)
    : el('p', { class: 'empty' }, 'No checks were recorded.'));
}

function drawRisks(data) {
  if (data.risks.length === 0) return;
  const rows = data.risks.map((row) => [row.strategy, sentence(row.what), fixed(row.count, 0), minute(row.first), row.example]);
  byId('risks').append(el('div', { style: 'margin-bottom: 18px' },
    plainTable([['Strategy', null], ['Risk rule', null], ['Times', 'num'], ['First', 'mid nowrap'], ['What happened', 'mid']], rows)));
}

function drawRefusals(data) {
  if (data.refusals.length === 0) return;
  const rows = data.refusals.map((row) => [row.strategy, sentence(row.reason), fixed(row.count, 0), row.example]);
  byId('refusals').append(el('div', { style: 'margin-bottom: 18px' },
    plainTable([['Strategy', null], ['Refused because', null], ['Orders', 'num'], ['First of them', 'mid']], rows)));
}
