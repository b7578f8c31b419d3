/* Charts that show one stretch of time: what one is zoomed or moved to, the others follow. Times are milliseconds. */
class LinkedCharts {
  constructor() {
    this.members = [];
    this.leader = null;
    this.whole = null;
  }

  /* A member tells what it shows ({from, to} or null) and goes where it is told; its box says when a person touches it. */
  add(box, chart, shows, goTo) {
    const member = { shows, goTo, box };
    this.members.push(member);
    for (const event of ['wheel', 'pointerdown', 'touchstart', 'keydown']) {
      box.addEventListener(event, () => { this.leader = member; }, { passive: true, capture: true });
    }
    box.tabIndex = 0;
    box.addEventListener('keydown', (event) => this.keyed(event, member));
    chart.timeScale().subscribeVisibleLogicalRangeChange(() => this.moved(member));
  }

  /* Writes at each chart what it shows, for whoever drives the page by a script. */
  tell() {
    for (const { box, shows } of this.members) {
      const range = shows();
      box.dataset.range = range ? Math.round(range.from) + ' ' + Math.round(range.to) : '';
    }
  }

  /* + and − zoom, the arrows move, 0 and Home show all. */
  keyed(event, member) {
    const shown = this.told || member.shows();
    if (!shown || event.ctrlKey || event.metaKey || event.altKey) return;
    const { from, to } = shown;
    const span = to - from;
    const ranges = {
      '+': [from + span / 4, to - span / 4], '-': [from - span / 2, to + span / 2],
      ArrowLeft: [from - span / 5, to - span / 5], ArrowRight: [from + span / 5, to + span / 5], 0: this.whole,
    };
    const range = ranges[{ '=': '+', _: '-', Home: '0' }[event.key] || event.key];
    if (!range) return;
    event.preventDefault();
    this.lead(...range);
  }

  /* Only the chart that a person holds leads, so that followers do not lead each other in a circle. */
  moved(member) {
    if (member !== this.leader || this.waiting) return;
    this.waiting = requestAnimationFrame(() => { this.waiting = 0; this.follow(member); });
  }

  lead(from, to) {
    this.leader = null;
    for (const member of this.members) member.goTo(from, to);
    /* A chart shows what it was told a frame later; a key pressed before goes on from there. */
    const told = { from, to };
    this.told = told;
    requestAnimationFrame(() => requestAnimationFrame(() => { if (this.told === told) this.told = null; }));
  }

  follow(leader) {
    const range = leader.shows();
    if (!range || !(range.to > range.from)) return;
    for (const member of this.members) if (member !== leader) member.goTo(range.from, range.to);
  }
}

/* What a chart with one point a time shows, whose points' times are given in milliseconds, rising. */
function shownTimes(chart, times) {
  const range = chart.timeScale().getVisibleLogicalRange();
  if (!range || times.length < 2) return null;
  const at = (logical) => {
    const last = times.length - 1;
    const i = Math.min(last - 1, Math.max(0, Math.floor(logical)));
    return times[i] + (logical - i) * (times[i + 1] - times[i]);
  };
  return { from: at(range.from), to: at(range.to) };
}

function goToTimes(chart, times, from, to) {
  if (times.length < 2) return;
  const at = (time) => {
    const i = Math.min(times.length - 2, Math.max(0, lowerBound(times, times.length, time) - 1));
    return i + (time - times[i]) / (times[i + 1] - times[i]);
  };
  const range = { from: at(from), to: at(to) };
  if (range.to > range.from) chart.timeScale().setVisibleLogicalRange(range);
}
