"use strict";
(() => {
  const form = document.querySelector(".controls");
  const status = document.getElementById("status");
  const findings = [...document.querySelectorAll(".finding")];
  const marks = new Map(); // id of a finding → its marks and numbers in the text
  for (const mark of document.querySelectorAll("mark[data-f]")) {
    for (const id of mark.dataset.f.split(" ")) {
      if (!marks.has(id)) marks.set(id, []);
      marks.get(id).push(mark);
    }
  }
  const anchors = new Map();
  for (const anchor of document.querySelectorAll("a.n")) {
    const id = anchor.id.replace(/e\d+$/, "");
    if (!anchors.has(id)) anchors.set(id, []);
    anchors.get(id).push(anchor);
  }
  let chosen = null;
  let place = 0;

  const each = (item, act) => {
    for (const element of marks.get(item.id) || []) act(element);
    for (const element of anchors.get(item.id) || []) act(element);
  };
  const inOrder = (item) =>
    (anchors.get(item.id) || []).slice().sort((a, b) => Number(a.id.split("e").pop()) - Number(b.id.split("e").pop()));
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const show = (element, block) => element.scrollIntoView({ block, behavior: still ? "auto" : "smooth" });

  const choose = (item, scrolls = true) => {
    if (chosen) {
      chosen.classList.remove("chosen");
      chosen.removeAttribute("aria-current");
      each(chosen, (element) => element.classList.remove("chosen"));
    }
    chosen = item;
    place = 0;
    if (!item) return;
    item.classList.add("chosen");
    item.setAttribute("aria-current", "true");
    each(item, (element) => element.classList.add("chosen"));
    const places = inOrder(item);
    if (scrolls && places.length > 0) show(places[0], "center");
    item.scrollIntoView({ block: "nearest" });
    item.focus({ preventScroll: true });
    status.textContent = item.querySelector(".head").textContent;
  };
  const step = (by) => {
    const open = findings.filter((item) => !item.hidden);
    if (open.length === 0) return;
    const at = chosen ? open.indexOf(chosen) : -1;
    choose(open[at < 0 ? (by > 0 ? 0 : open.length - 1) : (at + by + open.length) % open.length]);
  };
  const nextPlace = () => {
    const places = chosen ? inOrder(chosen) : [];
    if (places.length === 0) return;
    place = (place + 1) % places.length;
    show(places[place], "center");
    status.textContent = `${place + 1} / ${places.length}`;
  };

  const filter = () => {
    const words = form.elements.words.value.trim().toLowerCase();
    let count = 0;
    for (const item of findings) {
      const wanted = form.elements[item.dataset.severity].checked;
      item.hidden = !wanted || (words !== "" && !item.textContent.toLowerCase().includes(words));
      if (!item.hidden) ++count;
    }
    if (chosen && chosen.hidden) choose(null);
    status.textContent = String(count);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const item = event.target.closest(".finding");
    if (link && link.classList.contains("n")) {
      event.preventDefault();
      choose(document.getElementById(link.hash.slice(1)), false);
      return;
    }
    if (link && item) {
      choose(item, false);
      return; // the link itself goes to the place
    }
    if (item && !event.target.closest("summary")) {
      choose(item);
      return;
    }
    const mark = event.target.closest("mark[data-f]");
    if (!mark) return;
    const ids = mark.dataset.f.split(" ");
    const at = chosen ? ids.indexOf(chosen.id) : -1;
    choose(document.getElementById(ids[(at + 1) % ids.length]), false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const writes = event.target.matches('input[type="search"]');
    if (event.key === "Escape") {
      if (writes) event.target.blur();
      choose(null);
    } else if (writes) {
      return;
    } else if (event.key === "j" || event.key === "k") {
      step(event.key === "j" ? 1 : -1);
    } else if (event.key === "n") {
      nextPlace();
    } else if (event.key === "/") {
      event.preventDefault();
      form.elements.words.focus();
    } else if (event.key === "Enter" && event.target.classList.contains("finding")) {
      choose(event.target);
    }
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", filter);
  form.hidden = false;
  filter();
})();
