// Behaviour of the HTML report. All data is in the page; this works on the DOM and asks nobody.
// SPDX-License-Identifier: Apache-2.0
(() => {
  'use strict';

  const by = (id) => document.getElementById(id);
  const words = document.body.dataset;
  const say = (text, ...values) => text.replace(/\{(\d)\}/g, (_, index) => values[index]);
  const documents = [...document.querySelectorAll('.doc')];
  const overview = by('overview');
  const tools = by('tools');
  const filter = { terms: [], severities: new Set(['error', 'warning', 'info']), rule: '', sort: 'severity' };
  const views = new Map();  // of the documents that were looked at
  let view = null;          // of the document that is shown
  let chosen = null;        // finding
  let place = 0;            // index in chosen.places
  let keysOn = true;

  const fold = (text) => text.normalize('NFKC').toLowerCase();

  // ---- one document ----

  function makeView(root) {
    const findings = new Map();
    const made = { root, list: root.querySelector('.list'), findings, marks: [], order: [], groups: [], all: null };
    for (const element of root.querySelectorAll('.f')) {
      findings.set(element.dataset.n, {
        element, number: Number(element.dataset.n), rule: element.dataset.r, severity: element.dataset.s,
        group: element.closest('.g'), marks: [], places: [], text: null, isShown: true,
      });
    }
    for (const element of root.querySelectorAll('mark')) {
      const covers = [];
      for (const token of element.dataset.f.split(' ')) {
        const [number, evidence] = token.replace('!', '').split('.');
        const finding = findings.get(number);
        if (!finding) continue;
        const cover = { finding, element, evidence, isDecisive: token.endsWith('!') };
        finding.marks.push(cover);
        covers.push(cover);
      }
      made.marks.push({ element, covers });
    }
    for (const link of root.querySelectorAll('.n')) {
      const [, number, evidence] = /f(\d+)e(\d+)$/.exec(link.id);
      findings.get(number)?.places.push({ link, evidence });
    }
    for (const finding of findings.values()) finding.places.sort((a, b) => a.evidence - b.evidence);
    for (const element of root.querySelectorAll('.g')) {
      const list = element.querySelector('.fs');
      made.groups.push({ element, list, count: element.querySelector('.gc'), own: [...list.children],
                         isApart: element.tagName === 'DETAILS' });
    }
    views.set(root, made);
    return made;
  }

  function showDocument(root) {
    if (view?.root === root) return;
    choose(null);
    if (overview) overview.hidden = true;
    for (const each of documents) each.hidden = each !== root;
    view = views.get(root) ?? makeView(root);
    by('file').value = root.id;
    document.title = root.querySelector('h2').textContent;
    if (view.list && view.findings.size > 0) {
      view.list.querySelector('h3').after(tools);
      tools.hidden = false;
      fillRules();
      applySort();
      applyFilter();
    } else {
      tools.hidden = true;
    }
    window.scrollTo(0, 0);
  }

  function showOverview() {
    if (!overview || documents.length === 0) return;
    choose(null);
    view = null;
    for (const each of documents) each.hidden = true;
    overview.hidden = false;
    by('file').value = '';
    window.scrollTo(0, 0);
  }

  function stepDocument(by_) {
    const at = documents.indexOf(view?.root);
    const next = documents[at + by_];
    if (!next) return;
    showDocument(next);
    history.replaceState(null, '', '#' + next.id);
  }

  // ---- filter and order ----

  function fillRules() {
    const counts = new Map();
    const severities = { error: 0, warning: 0, info: 0 };
    for (const finding of view.findings.values()) {
      counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
      if (finding.group.tagName !== 'DETAILS') ++severities[finding.severity];
    }
    const select = by('rule');
    select.length = 1;
    for (const rule of [...counts.keys()].sort()) {
      const title = ruleSection(rule)?.querySelector('h3').textContent ?? rule;
      select.add(new Option(`${title} (${counts.get(rule)})`, rule));
    }
    select.value = counts.has(filter.rule) ? filter.rule : '';
    filter.rule = select.value;
    for (const button of tools.querySelectorAll('[data-sev]'))
      button.querySelector('b').textContent = severities[button.dataset.sev];
  }

  function matches(finding) {
    if (!filter.severities.has(finding.severity)) return false;
    if (filter.rule !== '' && finding.rule !== filter.rule) return false;
    if (filter.terms.length === 0) return true;
    finding.text ??= fold(finding.element.textContent);
    return filter.terms.every((term) => finding.text.includes(term));
  }

  function applyFilter() {
    let shown = 0;
    for (const finding of view.findings.values()) {
      const isShown = matches(finding);
      if (isShown) ++shown;
      if (isShown === finding.isShown) continue;
      finding.isShown = isShown;
      finding.element.hidden = !isShown;
    }
    for (const { element, covers } of view.marks)
      element.classList.toggle('off', covers.every((cover) => !cover.finding.isShown));
    for (const group of view.groups) {
      const own = group.own.filter((element) => !element.hidden).length;
      group.count.textContent = own === group.own.length ? own : `${own} / ${group.own.length}`;
      group.element.hidden = own === 0 || (view.all !== null && !view.all.hidden && !group.isApart);
    }
    by('hits').textContent = shown === 0 ? words.wNone
      : shown === view.findings.size ? '' : say(words.wShown, shown, view.findings.size);
    if (chosen && !chosen.isShown) choose(null);
    refreshOrder();
  }

  function applySort() {
    const isByText = filter.sort === 'text';
    if (isByText && view.all === null) {
      view.all = document.createElement('ol');
      view.all.className = 'fs';
      view.groups[0]?.element.before(view.all);
    }
    if (view.all === null || view.all.hidden === !isByText && view.all.hasChildNodes() === isByText) return;
    view.all.hidden = !isByText;
    const open = view.groups.filter((group) => !group.isApart);
    if (isByText) {
      const elements = open.flatMap((group) => group.own);
      view.all.append(...elements.sort((a, b) => a.dataset.n - b.dataset.n));
    } else {
      for (const group of open) group.list.append(...group.own);
    }
  }

  // What j and k walk through: what can be seen, from top to bottom.
  function refreshOrder() {
    view.order = [...view.list.querySelectorAll('.f:not([hidden])')]
      .map((element) => view.findings.get(element.dataset.n))
      .filter((finding) => finding.group.tagName !== 'DETAILS' || finding.group.open);
  }

  // ---- the chosen finding and its places ----

  const ruleSection = (rule) => document.querySelector(`.rule[data-r="${CSS.escape(rule)}"]`);

  function showRule(finding) {
    const facts = document.createElement('dl');
    facts.className = 'fd fx';
    for (const element of ruleSection(finding.rule)?.querySelectorAll('.ra, .rx') ?? [])
      facts.append(element.cloneNode(true));
    if (facts.hasChildNodes()) finding.element.querySelector('.fb').append(facts);
  }

  function paint(finding, isOn) {
    finding.element.classList.toggle('on', isOn);
    const head = finding.element.querySelector('.fh');
    if (isOn) head.setAttribute('aria-current', 'true');
    else head.removeAttribute('aria-current');
    for (const { element, isDecisive } of finding.marks) {
      element.classList.toggle('on', isOn);
      if (isDecisive) element.classList.toggle('on-s', isOn);
      if (!isOn) element.classList.remove('at');
    }
    for (const { link } of finding.places) link.classList.toggle('on', isOn);
    if (isOn) {
      showRule(finding);
    } else {
      finding.element.querySelector('.fx')?.remove();
      finding.element.querySelector('.fq > .at')?.classList.remove('at');
    }
  }

  function choose(finding, evidence = null) {
    if (chosen && chosen !== finding) paint(chosen, false);
    if (finding && chosen !== finding) paint(finding, true);
    chosen = finding;
    place = 0;
    if (!finding) {
      updateNow();
      return;
    }
    if (finding.group.tagName === 'DETAILS' && !finding.group.open) finding.group.open = true;
    const at = evidence === null ? 0 : finding.places.findIndex((each) => each.evidence === evidence);
    showPlace(Math.max(at, 0));
    revealInList(finding.element);
    history.replaceState(null, '', '#' + finding.element.id);
  }

  function showPlace(index) {
    const count = chosen.places.length;
    place = count === 0 ? 0 : (index + count) % count;
    const evidence = chosen.places[place]?.evidence;
    for (const cover of chosen.marks) cover.element.classList.toggle('at', cover.evidence === evidence);
    for (const item of chosen.element.querySelectorAll('.fq > li'))
      item.classList.toggle('at', item.querySelector('a')?.hash.endsWith('e' + evidence) ?? false);
    if (count > 0) revealInText(chosen.places[place].link);
    updateNow();
    const where = count > 0 ? say(words.wPlace, place + 1, count) : '';
    by('say').textContent = `${say(words.wFinding, chosen.number)} ${chosen.element.querySelector('.fm').textContent} ${where}`;
  }

  function updateNow() {
    const now = by('now');
    now.hidden = chosen === null;
    if (chosen === null) return;
    const part = (name) => chosen.element.querySelector(name)?.textContent ?? '';
    now.querySelector('.nt').textContent = `${chosen.number} ${part('.sv')} ${part('.fm')} ${part('.fw')}`;
    now.querySelector('.np').textContent =
      chosen.places.length > 0 ? say(words.wPlace, place + 1, chosen.places.length) : '';
  }

  // Scrolls only when it must: what is in sight stays where it is. What is above may get its true height while it
  // comes into sight, hence the second look.
  function revealInText(element, isSecond = false) {
    const target = element.closest('mark') ?? element;
    const box = target.getBoundingClientRect();
    const top = document.querySelector('.bar').offsetHeight + 24;
    const isInSight = box.top >= top && box.bottom <= innerHeight - 48 && box.height > 0;
    const scroller = target.closest('.wide');
    if (scroller) {
      const frame = scroller.getBoundingClientRect();
      if (box.left < frame.left || box.right > frame.right) scroller.scrollLeft += box.left - frame.left - frame.width / 3;
    }
    if (isInSight) return;
    target.scrollIntoView({ block: 'center', inline: 'nearest' });
    if (!isSecond) requestAnimationFrame(() => requestAnimationFrame(() => revealInText(element, true)));
  }

  function revealInList(element, isSecond = false) {
    const list = view.list;
    if (getComputedStyle(list).position !== 'sticky') return;
    const frame = list.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const top = frame.top + (tools.hidden ? 0 : tools.offsetHeight);
    if (box.top < top || box.height > frame.bottom - top) list.scrollTop += box.top - top;
    else if (box.bottom > frame.bottom) list.scrollTop += box.bottom - frame.bottom;
    if (!isSecond) requestAnimationFrame(() => requestAnimationFrame(() => revealInList(element, true)));
  }

  function stepFinding(by_) {
    if (!view || view.order.length === 0) return;
    const at = view.order.indexOf(chosen);
    const next = at < 0 ? view.order[by_ > 0 ? 0 : view.order.length - 1] : view.order[at + by_];
    if (!next) return;
    choose(next);
    next.element.querySelector('.fh').focus({ preventScroll: true });
  }

  function goToPlace() {
    if (!chosen || chosen.places.length === 0) return;
    const { link } = chosen.places[place];
    link.focus({ preventScroll: true });
    revealInText(link);
  }

  function backToList() {
    if (!chosen) return;
    const head = chosen.element.querySelector('.fh');
    head.focus({ preventScroll: true });
    if (getComputedStyle(view.list).position === 'sticky') revealInList(chosen.element);
    else head.scrollIntoView({ block: 'center' });
  }

  // ---- fragments: every finding and place has an address ----

  function followFragment() {
    const found = /^#(d\d+)(?:f(\d+)(?:e(\d+))?)?/.exec(location.hash);
    const root = found && by(found[1]);
    if (root) {
      showDocument(root);
      const finding = view.findings.get(found[2]);
      if (finding) choose(finding, found[3] ?? null);
      else if (found[0] !== location.hash) by(location.hash.slice(1))?.focus();
      return;
    }
    if (location.hash === '#overview' || (!view && documents.length > 1)) showOverview();
    if (!view && documents.length === 1) showDocument(documents[0]);
    if (/^#rule/.test(location.hash)) by(location.hash.slice(1))?.scrollIntoView();
  }

  // ---- events, one listener each for the whole page ----

  const actions = {
    before: () => stepDocument(-1),
    after: () => stepDocument(1),
    all: () => overview && documents.length > 1 && (location.hash = '#overview'),
    help: () => by('help').showModal(),
    list: backToList,
    back: () => chosen && showPlace(place - 1),
    on: () => chosen && showPlace(place + 1),
  };

  document.addEventListener('click', (event) => {
    const target = event.target;
    const action = target.closest('[data-do]');
    if (action) return actions[action.dataset.do]();
    const severity = target.closest('[data-sev]');
    if (severity) return toggleSeverity(severity);
    const header = target.closest('[aria-sort], .overview thead th');
    if (header) return sortOverview(header);
    const finding = view?.findings.get(target.closest('.f')?.dataset.n);
    const link = target.closest('a');
    if (finding && link?.matches('.fh, .fq a')) {
      event.preventDefault();
      const evidence = link.matches('.fh') ? null : /e(\d+)$/.exec(link.hash)[1];
      const wasChosen = finding === chosen && evidence === null;
      choose(finding, evidence);
      if (wasChosen && event.detail === 0) goToPlace();
      return;
    }
    if (link && !link.matches('.n')) return;
    const mark = target.closest('mark');
    if (!view || !mark || !getSelection().isCollapsed) return;
    event.preventDefault();
    chooseFromText(mark, link);
  });

  // A mark may belong to several findings: each further click takes the next.
  function chooseFromText(mark, link) {
    const tokens = link ? [/f(\d+)e(\d+)$/.exec(link.id).slice(1)]
      : mark.dataset.f.split(' ').map((token) => token.replace('!', '').split('.'));
    const shown = tokens.filter(([number]) => view.findings.get(number)?.isShown);
    if (shown.length === 0) return;
    const at = shown.findIndex(([number]) => view.findings.get(number) === chosen);
    const [number, evidence] = shown[(at + 1) % shown.length];
    choose(view.findings.get(number), evidence);
  }

  function toggleSeverity(button) {
    const isOn = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(isOn));
    filter.severities[isOn ? 'add' : 'delete'](button.dataset.sev);
    applyFilter();
  }

  function sortOverview(header) {
    const column = header.cellIndex;
    const body = header.closest('table').tBodies[0];
    const isDown = header.getAttribute('aria-sort') !== 'descending';
    for (const each of header.parentNode.cells) each.removeAttribute('aria-sort');
    header.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
    const isNumber = header.classList.contains('num');
    const key = (row) => row.cells[column]?.textContent ?? '';
    const compare = isNumber ? (a, b) => Number(key(a) || -1) - Number(key(b) || -1)
      : (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
    body.append(...[...body.rows].sort((a, b) => (isDown ? compare(b, a) : compare(a, b))));
  }

  let pending = 0;
  document.addEventListener('input', (event) => {
    if (event.target.id !== 'q') return;
    clearTimeout(pending);
    pending = setTimeout(() => {
      filter.terms = fold(event.target.value).split(/\s+/).filter(Boolean);
      if (view) applyFilter();
    }, 120);
  });

  document.addEventListener('change', ({ target }) => {
    if (target.id === 'rule') filter.rule = target.value;
    if (target.id === 'sort') {
      filter.sort = target.value;
      applySort();
    }
    if (target.id === 'rule' || target.id === 'sort') applyFilter();
    if (target.id === 'keys') keysOn = target.checked;
    if (target.id === 'file') location.hash = target.value === '' ? '#overview' : '#' + target.value;
  });

  document.addEventListener('submit', (event) => {
    if (event.target === tools) event.preventDefault();
  });

  document.addEventListener('toggle', (event) => {
    if (view && event.target.classList?.contains('g')) refreshOrder();
  }, true);

  const keys = {
    j: () => stepFinding(1), k: () => stepFinding(-1),
    n: actions.on, p: actions.back,
    '[': actions.before, ']': actions.after,
    o: actions.all,
    '/': () => !tools.hidden && by('q').focus(),
    '?': actions.help,
  };
  const arrows = { ArrowDown: keys.j, ArrowUp: keys.k, ArrowRight: keys.n, ArrowLeft: keys.p };

  function escape() {
    if (document.activeElement === by('q') || filter.terms.length > 0) {
      by('q').value = '';
      filter.terms = [];
      if (view) applyFilter();
      if (document.activeElement === by('q')) by('q').blur();
    } else if (document.activeElement?.matches('.n')) {
      backToList();
    } else if (chosen) {
      choose(null);
      history.replaceState(null, '', '#' + view.root.id);
    }
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || by('help').open) return;
    if (event.key === 'Escape') return escape();
    const target = event.target;
    if (!keysOn || target.matches('input, select, textarea')) return;
    const isInList = target.closest?.('.list') !== null;
    const run = keys[event.key] ?? (isInList ? arrows[event.key] : undefined);
    if (run) {
      event.preventDefault();
      run();
    } else if (event.key === 'Enter' && chosen && target === document.body) {
      goToPlace();
    }
  });

  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details.g:not([open])')];
    for (const element of closed) element.open = true;
  });
  addEventListener('afterprint', () => {
    for (const element of closed) element.open = false;
  });

  // ---- start ----

  if (overview) {
    by('main').prepend(overview);
    for (const header of overview.querySelectorAll('thead th')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.childNodes);
      header.append(button);
    }
  }
  if (documents.length > 1) {
    by('pick').hidden = false;
    by('file').add(new Option('—', ''));
    for (const root of documents) {
      const counts = root.classList.contains('failed') ? '!' : root.dataset.open.replaceAll(' ', ' / ');
      by('file').add(new Option(`${counts} · ${root.querySelector('h2').textContent}`, root.id));
    }
  }
  addEventListener('hashchange', followFragment);
  followFragment();
})();
