const PAGE = 20;

/*
 * A table that sorts, filters and pages. A column has: label, value (what it sorts by), cell (what it shows, a string or
 * nodes), and rank: mid columns go on phones, low ones on small laptops.
 */
class DataTable {
  constructor(box, { columns, rows, total, empty, selects, onPick, caption, sort, file }) {
    Object.assign(this, { box, columns, rows, total, empty, onPick, caption, file });
    this.sort = sort || { column: 0, isDown: false };
    this.page = 0;
    this.query = '';
    this.chosen = {};
    if (rows.length === 0) {
      box.replaceChildren(el('p', { class: 'empty' }, empty));
      return;
    }
    this.head = el('tr', {});
    this.body = el('tbody', {});
    this.pager = el('div', { class: 'pager' });
    const table = el('table', {}, el('caption', { hidden: true }, caption), el('thead', {}, this.head), this.body);
    box.replaceChildren(this.filters(selects || []), el('div', { class: 'table' }, table), this.pager);
    this.texts = new Map();
    this.draw();
  }

  filters(selects) {
    const bar = el('div', { class: 'controls' });
    for (const { label, key, text } of selects) {
      const values = distinct(this.rows, key);
      if (values.length < 2) continue;
      const select = el('select', {}, el('option', { value: '' }, 'All'),
        ...values.map((value, i) => el('option', { value: String(i + 1) }, text ? text(value) : value)));
      select.addEventListener('change', () => {
        this.chosen[key] = select.value === '' ? undefined : { value: values[Number(select.value) - 1] };
        this.page = 0;
        this.draw();
      });
      bar.append(el('label', { class: 'field' }, el('span', {}, label), select));
    }
    const search = el('input', { type: 'search', placeholder: 'Filter', 'aria-label': 'Filter ' + this.caption });
    search.addEventListener('input', () => { this.query = search.value.toLowerCase(); this.page = 0; this.draw(); });
    bar.append(el('label', { class: 'field' }, search));
    return bar;
  }

  visible() {
    const rows = this.rows.filter((row) => this.matches(row));
    const { column, isDown } = this.sort;
    const value = this.columns[column].value;
    const sign = isDown ? -1 : 1;
    return rows.sort((a, b) => sign * compare(value(a), value(b)));
  }

  matches(row) {
    for (const [key, choice] of Object.entries(this.chosen)) if (choice && row[key] !== choice.value) return false;
    if (!this.query) return true;
    if (!this.texts.has(row)) this.texts.set(row, Object.values(row).join(' ').toLowerCase().replace(/_/g, ' '));
    return this.texts.get(row).includes(this.query.replace(/_/g, ' '));
  }

  draw() {
    const rows = this.visible();
    const pages = Math.max(1, Math.ceil(rows.length / PAGE));
    this.page = Math.min(this.page, pages - 1);
    this.drawHead();
    const shown = rows.slice(this.page * PAGE, this.page * PAGE + PAGE);
    this.body.replaceChildren(...(shown.length ? shown.map((row) => this.row(row))
      : [el('tr', {}, el('td', { class: 'soft', colspan: this.columns.length }, 'Nothing matches the filter.'))]));
    this.drawPager(rows.length, pages);
  }

  drawHead() {
    this.head.replaceChildren(...this.columns.map((column, i) => {
      const isOn = this.sort.column === i;
      const order = isOn ? (this.sort.isDown ? 'descending' : 'ascending') : null;
      const button = el('button', { type: 'button', on: { click: () => this.sortBy(i) } }, column.label);
      return el('th', { scope: 'col', class: classes(column), 'aria-sort': order }, button);
    }));
  }

  sortBy(column) {
    const isDown = this.sort.column === column ? !this.sort.isDown : Boolean(this.columns[column].num);
    this.sort = { column, isDown };
    this.page = 0;
    this.draw();
    this.head.querySelectorAll('button')[column].focus();
  }

  row(row) {
    const cells = this.columns.map((column) => el('td', { class: classes(column) }, ...[column.cell(row)].flat()));
    if (!this.onPick) return el('tr', {}, ...cells);
    const pick = () => { this.picked = row; this.draw(); this.onPick(row); };
    const keys = (event) => {
      if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); pick(); }
      else if (event.key === 'ArrowDown') { event.preventDefault(); event.target.nextElementSibling?.focus(); }
      else if (event.key === 'ArrowUp') { event.preventDefault(); event.target.previousElementSibling?.focus(); }
    };
    return el('tr', { class: this.picked === row ? 'pick on' : 'pick', tabindex: 0, on: { click: pick, keydown: keys } }, ...cells);
  }

  drawPager(count, pages) {
    const turn = (by) => () => { this.page += by; this.draw(); };
    const first = count === 0 ? 0 : this.page * PAGE + 1;
    const last = Math.min(count, (this.page + 1) * PAGE);
    const cut = this.total > this.rows.length
      ? 'The page holds the first ' + fixed(this.rows.length, 0) + ' of ' + fixed(this.total, 0) + '; ' + this.file + ' has all.' : '';
    this.pager.replaceChildren(
      el('button', { type: 'button', class: 'quiet', disabled: this.page === 0, on: { click: turn(-1) } }, 'Previous'),
      el('button', { type: 'button', class: 'quiet', disabled: this.page >= pages - 1, on: { click: turn(1) } }, 'Next'),
      el('span', { 'aria-live': 'polite' }, fixed(first, 0) + '–' + fixed(last, 0) + ' of ' + fixed(count, 0)), el('span', {}, cut));
  }
}

function classes(column) {
  return [column.num ? 'num' : '', column.rank || ''].join(' ').trim() || null;
}

function compare(a, b) {
  if (a == null || b == null || Number.isNaN(a) || Number.isNaN(b)) return (a == null || Number.isNaN(a) ? 1 : 0) - (b == null || Number.isNaN(b) ? 1 : 0);
  return a < b ? -1 : a > b ? 1 : 0;
}
